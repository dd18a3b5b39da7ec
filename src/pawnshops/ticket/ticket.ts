// ตั๋วรับจำนำ as the posted documents leave them: no second book is kept (expenditure-accounting-assets §1.12, §2).
import { compareDates, type CalendarDate } from '../../platform/dates.ts'
import { isZero, type Money } from '../../platform/money.ts'
import { forfeitableFrom, type PawnRule } from '../pawn-rule/pawn-rule.ts'
import { type KnownTicket } from '../pawn-lines/pawn-lines.ts'

export const ticketStates = ['open', 'due', 'stock'] as const
export type TicketState = (typeof ticketStates)[number]

export interface TicketFilter {
  readonly organisationId: string
  readonly state: TicketState | undefined
  readonly search: string | undefined
  /** The last ticket of the page before. */
  readonly after: string | undefined
  /** Which tickets are past their time is told by the day and the rule. */
  readonly on: CalendarDate
  readonly rule: Pick<PawnRule, 'termMonths' | 'noticeDays'>
}

export interface TicketTotals {
  readonly count: number
  readonly principal: Money
  readonly inStock: Money
}

/** Beside what the books say; the difference is what was keyed as a day's total. */
export interface TicketControl {
  readonly debtors: Money
  readonly stock: Money
}

export function stateOf(ticket: KnownTicket, on: CalendarDate, rule: PawnRule): TicketState {
  if (isZero(ticket.principal)) return 'stock'
  return compareDates(on, forfeitableFrom(ticket.pledgedOn, rule)) >= 0 ? 'due' : 'open'
}
