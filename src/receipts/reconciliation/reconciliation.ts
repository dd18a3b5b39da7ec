// การกระทบยอดรายได้รายไตรมาส (RE-10; PEFA 20.3: at least quarterly, within four weeks of its end): a quarter is reconciled when all its receipts are in the
// books and a day at or after its end was signed with cash, slips and bank agreeing. Nothing is typed: both are found in the documents.
import { addDays, compareDates, daysBetween, fiscalYearPeriod, addMonths, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'

export const quarters = [1, 2, 3, 4] as const
export type Quarter = (typeof quarters)[number]

/** Four weeks. */
export const daysAllowed = 28

export interface AskedQuarter {
  readonly fiscalYear: FiscalYear
  readonly quarter: Quarter
}

/** Half-open. */
export function spanOf({ fiscalYear, quarter }: AskedQuarter): { readonly from: CalendarDate; readonly until: CalendarDate } {
  const from = addMonths(fiscalYearPeriod(fiscalYear).from, 3 * (quarter - 1))
  return { from, until: addMonths(from, 3) }
}

export interface QuarterFacts {
  /** Collected in the quarter and in the books; what is in no confirmed summary. */
  readonly posted: Money
  readonly openCount: number
  readonly openAmount: Money
  /** Taxes of which notice was given in the quarter. */
  readonly assessed: Money
  /** Day the last summary of the quarter was confirmed. */
  readonly summedOn: CalendarDate | undefined
  /** Day the first position at or after the end of the quarter was signed. */
  readonly signedOn: CalendarDate | undefined
  /** Anything collected in the quarter at all. */
  readonly hasReceipts: boolean
}

export type ReconciliationState = 'running' | 'none' | 'met' | 'late' | 'waiting' | 'overdue'

export interface Reconciled {
  readonly state: ReconciliationState
  readonly doneOn: CalendarDate | undefined
  /** After the end of the quarter; of what is not done: until today. */
  readonly days: number
}

export function judgeQuarter(asked: AskedQuarter, facts: QuarterFacts, today: CalendarDate): Reconciled {
  const end = addDays(spanOf(asked).until, -1)
  const { openCount, summedOn, signedOn, hasReceipts } = facts
  if (compareDates(today, end) <= 0) return { state: 'running', doneOn: undefined, days: 0 }
  if (!hasReceipts) return { state: 'none', doneOn: undefined, days: 0 }
  const days = daysBetween(end, today)
  if (openCount > 0 || signedOn === undefined) return { state: days > daysAllowed ? 'overdue' : 'waiting', doneOn: undefined, days }
  const doneOn = summedOn && compareDates(summedOn, signedOn) > 0 ? summedOn : signedOn
  const taken = Math.max(0, daysBetween(end, doneOn))
  return { state: taken > daysAllowed ? 'late' : 'met', doneOn, days: taken }
}
