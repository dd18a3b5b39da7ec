// งบประมาณรายจ่ายเพิ่มเติม is paid from what came in above the whole estimate, and the receipts must be entered up to now (budget-and-receipts §3.4).
import { addDays, calendarDate, compareDates, daysBetween, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { compare, formatMoney, isNegative, minus, zero, type Money } from '../../platform/money.ts'
import { ordinanceText } from '../ordinance.text.ts'

const { receipts: text } = ordinanceText

export interface ReceiptFacts {
  /** Day of the latest summary in the books. */
  readonly lastPosted: CalendarDate | undefined
  /** Not later than the working day that must be in the books. */
  readonly needed: CalendarDate
  /** Of the year, up to today. */
  readonly received: Money
  /** Of the ordinances in force. */
  readonly estimated: Money
}

const monday = calendarDate('2024-01-01')

function isWorkingDay(day: CalendarDate): boolean {
  return ((daysBetween(monday, day) % 7) + 7) % 7 < 5
}

/** The last working day but one before this day; holidays are not known here. */
export function lastButOne(today: CalendarDate): CalendarDate {
  return workingDayBefore(workingDayBefore(today))
}

function workingDayBefore(day: CalendarDate): CalendarDate {
  const before = addDays(day, -1)
  return isWorkingDay(before) ? before : workingDayBefore(before)
}

/** What a supplementary budget may come to. */
export function usableOf({ received, estimated }: Pick<ReceiptFacts, 'received' | 'estimated'>): Money {
  const surplus = minus(received, estimated)
  return isNegative(surplus) ? zero : surplus
}

/** Receipts that lie behind, named by the day up to which they are entered. */
export function staleness({ lastPosted, needed }: Pick<ReceiptFacts, 'lastPosted' | 'needed'>): string | undefined {
  if (lastPosted === undefined) return text.none
  return compareDates(lastPosted, needed) < 0 ? text.stale(formatThaiDate(lastPosted)) : undefined
}

export function excess(facts: ReceiptFacts, expenditure: Money): string | undefined {
  const usable = usableOf(facts)
  return compare(expenditure, usable) > 0 ? text.over(formatMoney(usable), formatMoney(facts.received), formatMoney(facts.estimated)) : undefined
}
