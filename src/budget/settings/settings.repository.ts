import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { type Approver } from '../document/document.ts'
import { settingsOf, yearOfRules, type ApprovedAct, type ApproverRule, type BudgetClass, type ClassLevel, type FundingSource, type Settings } from './settings.ts'

export async function getSettings(read: OfficerRead, asked: { readonly fiscalYear: FiscalYear; readonly laoKind: string | null }): Promise<Settings> {
  const rows = await read.db('budget_settings').select('code', 'lao_kind', 'valid_from', 'value', 'legal_reference')
  return settingsOf(rows.map((row) => ({
    code: row.code, laoKind: row.lao_kind, validFrom: row.valid_from, value: row.value, legalReference: row.legal_reference,
  })), asked)
}

/** In the order in which they are tried. */
export async function findApproverRules(read: OfficerRead, act: ApprovedAct, fiscalYear: FiscalYear): Promise<ApproverRule[]> {
  const year = yearOfRules(fiscalYear)
  const rows: RuleRow[] = await read.db('budget_approvers').where('act', act).where('valid_from', '<=', year)
    .where((ending) => ending.whereNull('valid_until').orWhere('valid_until', '>', year)).orderBy('rank')
    .select('act', 'rank', 'variant', 'is_capital', 'is_new_item', 'changes_substance', 'approver', 'legal_reference')
  return rows.map((row) => ({
    act: row.act, rank: row.rank, variant: row.variant, isCapital: row.is_capital, isNewItem: row.is_new_item, changesSubstance: row.changes_substance,
    approver: row.approver, legalReference: row.legal_reference,
  }))
}

interface RuleRow {
  act: ApprovedAct
  rank: number
  variant: string | null
  is_capital: boolean | null
  is_new_item: boolean | null
  changes_substance: boolean | null
  approver: Approver
  legal_reference: string
}

/** The whole classification as the office uses it in the year, in the order of codes. */
export async function findClasses(read: OfficerRead, organisationId: string, fiscalYear: FiscalYear): Promise<BudgetClass[]> {
  const rows: ClassRow[] = await read.db('budget_classes as c').orderBy('c.code')
    .leftJoin('budget_choices as k', (on) => on.on('k.code', 'c.code').andOnVal('k.organisation_id', organisationId).andOnVal('k.fiscal_year', fiscalYear))
    .select('c.code', 'c.level', 'c.name', 'c.parent_code', 'c.is_personnel', 'k.department_id', read.db.raw(
      'c.valid_from <= ? AND coalesce(c.valid_until > ?, true) AND coalesce(k.is_active, true) AS is_active', [fiscalYear, fiscalYear]))
  const parents = new Map(rows.map((row) => [row.code, row]))
  return rows.map((row) => classOf(row, parents))
}

interface ClassRow {
  code: string
  level: ClassLevel
  name: string
  parent_code: string | null
  is_personnel: boolean
  is_active: boolean
  department_id: string | null
}

function classOf(row: ClassRow, all: ReadonlyMap<string, ClassRow>): BudgetClass {
  const above = (level: ClassLevel): string | null => {
    for (let each: ClassRow | undefined = row; each; each = each.parent_code === null ? undefined : all.get(each.parent_code)) {
      if (each.level === level) return each.code
    }
    return null
  }
  return {
    code: row.code, level: row.level, name: row.name, parentCode: row.parent_code, isPersonnel: row.is_personnel, isActive: row.is_active,
    departmentId: row.department_id, typeCode: above('type'), categoryCode: above('category'), planCode: above('plan'), areaCode: above('area'),
  }
}

/** Sources of money of the year; only those open to one kind of office, where it is named. */
export async function findSources(read: OfficerRead, asked: { readonly fiscalYear: FiscalYear; readonly officeKind?: string }): Promise<FundingSource[]> {
  const query = read.db('budget_sources').where('valid_from', '<=', asked.fiscalYear)
    .where((ending) => ending.whereNull('valid_until').orWhere('valid_until', '>', asked.fiscalYear)).orderBy('code')
    .select('code', 'name', 'parent_code', 'is_enacted', 'carried_as')
  if (asked.officeKind !== undefined) query.whereRaw('? = ANY (office_kinds)', [asked.officeKind])
  return (await query).map((row) => ({ code: row.code, name: row.name, parentCode: row.parent_code, isEnacted: row.is_enacted, carriedAs: row.carried_as }))
}
