// What was paid and could still come back: so much of a line for one claim.
import { type CalendarDate } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { type Source } from '../control/control.ts'

export interface Refundable {
  readonly holder: Source
  readonly lineId: string
  readonly lineNumber: number
  readonly lineTitle: string
  /** Of the last payment; its fiscal year is the one that would regain the money. */
  readonly paidOn: CalendarDate
  readonly description: string
  /** Paid, less what came back already. */
  readonly amount: Money
}
