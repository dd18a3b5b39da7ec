import { getOffice } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { findDepartments, type Department } from '../../registers/index.ts'
import { getReceipts } from '../ordinance-receipts/ordinance-receipts.service.ts'
import { type ReceiptFacts } from '../ordinance-receipts/ordinance-receipts.ts'
import { rulesOf, type Ordinance, type OrdinanceHead } from '../ordinance/ordinance.ts'
import { findClasses, getSettings } from '../settings/settings.repository.ts'
import { type BudgetClass, type Settings } from '../settings/settings.ts'
import { checksOf, type Finding } from './ordinance-check.ts'

/** What lines of the year are chosen from and judged by. */
export interface Rulebook {
  readonly classes: ReadonlyMap<string, BudgetClass>
  /** Those in use. */
  readonly departments: readonly Department[]
  readonly settings: Settings
  readonly receipts: ReceiptFacts | undefined
}

export async function rulebookOf(read: OfficerRead, { kind, fiscalYear }: Pick<OrdinanceHead, 'kind' | 'fiscalYear'>): Promise<Rulebook> {
  const { organisationId } = read.actor
  const { laoKind } = await getOffice(read, organisationId)
  const classes = await findClasses(read, organisationId, fiscalYear)
  const departments = await findDepartments(read, organisationId)
  return {
    classes: new Map(classes.map((each) => [each.code, each])), departments: departments.filter(({ isActive }) => isActive),
    settings: await getSettings(read, { fiscalYear, laoKind }), receipts: rulesOf({ kind }).checks.includes('S1') ? await getReceipts(read, fiscalYear) : undefined,
  }
}

export function findingsOf(ordinance: Ordinance, { classes, departments, settings, receipts }: Rulebook): Finding[] {
  const { kind, fiscalYear, revenues, lines } = ordinance
  return checksOf({ kind, receipts, fiscalYear, revenues, lines, classes, departments: new Set(departments.map(({ id }) => id)), settings })
}
