// ปิดปีงบประมาณ: the year's ordinance is closed when nothing of it is left open (budget-and-receipts §3.9, §5). Pure.
import { lifecycle } from '../../documents/index.ts'
import { compareDates, fiscalYearPeriod, formatThaiDate, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type BudgetDocument } from '../document/document.ts'
import { byLine, type Unspent } from '../unspent/unspent.ts'
import { yearEndText } from '../year-end.text.ts'

const { errors } = yearEndText

/** The one step of an ordinance that stands here; the others are the ordinance desk's. */
export const closingLifecycle = lifecycle({
  draft: {}, proposed: {}, council_approved: {}, supervisor_approved: {}, cancelled: {}, closed: {},
  enforced: { close: { to: 'closed', may: 'budget.approve:approve', notBy: 'author' } },
})

export type ClosingState = keyof typeof closingLifecycle.table
export type ClosedOrdinance = BudgetDocument<ClosingState>

/** What is still open in a year. */
export interface Unsettled {
  /** Enacted lines with money left, set aside or owed; claims that are not paid yet stay as รายจ่ายค้างจ่าย. */
  readonly lines: ReturnType<typeof byLine>
  /** Documents on their way. */
  readonly documents: readonly BudgetDocument[]
}

/** Of the year's own lines; what was carried into it, and money of notices and loans, has an end of its own. */
export function unsettledIn(unspent: readonly Unspent[]): Unsettled['lines'] {
  return byLine(unspent.filter(({ line, isEnacted }) => isEnacted && line.carriedFrom === null && line.fundDocumentId === null))
}

/** Why the year cannot be closed yet. */
export function refusalOf(fiscalYear: FiscalYear, { lines, documents }: Unsettled, given: { readonly today: CalendarDate; nameOf(document: BudgetDocument): string }): string | undefined {
  const { until } = fiscalYearPeriod(fiscalYear)
  if (compareDates(given.today, until) < 0) return errors.openYear(formatThaiDate(until))
  if (documents.length > 0) return errors.openDocuments(documents.map((document) => given.nameOf(document)).join(', '))
  return lines.length > 0 ? errors.unsettled(String(lines.length)) : undefined
}
