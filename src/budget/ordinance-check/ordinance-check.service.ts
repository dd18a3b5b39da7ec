import { getOffice } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { findDepartments, type Department } from '../../registers/index.ts'
import { findRecurrent } from '../ordinance-interim/ordinance-interim.service.ts'
import { getReceipts } from '../ordinance-receipts/ordinance-receipts.service.ts'
import { type ReceiptFacts } from '../ordinance-receipts/ordinance-receipts.ts'
import { rulesOf, totalOf, type Ordinance, type OrdinanceHead } from '../ordinance/ordinance.ts'
import { findClasses, getSettings } from '../settings/settings.repository.ts'
import { type BudgetClass, type Settings } from '../settings/settings.ts'
import { ordinanceText } from '../ordinance.text.ts'
import { checksOf, type Finding } from './ordinance-check.ts'

/** What lines of the year are chosen from and judged by. */
export interface Rulebook {
  readonly classes: ReadonlyMap<string, BudgetClass>
  /** Those in use. */
  readonly departments: readonly Department[]
  readonly settings: Settings
  readonly receipts: ReceiptFacts | undefined
  readonly recurrent: Money | undefined
}

export async function rulebookOf(read: OfficerRead, { kind, fiscalYear }: Pick<OrdinanceHead, 'kind' | 'fiscalYear'>): Promise<Rulebook> {
  const { organisationId } = read.actor
  const { laoKind } = await getOffice(read, organisationId)
  const classes = await findClasses(read, organisationId, fiscalYear)
  const departments = await findDepartments(read, organisationId)
  return {
    classes: new Map(classes.map((each) => [each.code, each])), departments: departments.filter(({ isActive }) => isActive),
    recurrent: kind === 'interim' ? await findRecurrentTotal(read, fiscalYear) : undefined,
    settings: await getSettings(read, { fiscalYear, laoKind }), receipts: rulesOf({ kind }).checks.includes('S1') ? await getReceipts(read, fiscalYear) : undefined,
  }
}

async function findRecurrentTotal(read: OfficerRead, fiscalYear: FiscalYear): Promise<Money | undefined> {
  const lines = await findRecurrent(read, fiscalYear)
  return lines && totalOf(lines)
}

/** An ordinance with the special budgets enacted in it. */
export interface Proposal {
  readonly ordinance: Ordinance
  readonly riders: readonly Ordinance[]
}

/** Faults of a special budget are told with its name. */
export function findingsOf({ ordinance, riders }: Proposal, rulebook: Rulebook): Finding[] {
  return [
    ...checked(ordinance, rulebook, riders.length === 0),
    ...riders.flatMap((rider) => checked(rider, rulebook, true).map((finding) => ({ ...finding, text: ordinanceText.checks.special(rider.title, finding.text) }))),
  ]
}

function checked({ kind, fiscalYear, revenues, lines }: Ordinance, { classes, departments, settings, receipts, recurrent }: Rulebook, isAlone: boolean): Finding[] {
  return checksOf({ kind, receipts, recurrent, fiscalYear, revenues, lines, classes, departments: new Set(departments.map(({ id }) => id)), settings, isAlone })
}
