// กันเงิน: what is unspent at 30 September and still needed lives on in lines of its own in the next year (budget-and-receipts §3.9).
import { lifecycle } from '../../documents/index.ts'
import { addDays, fiscalMonthOf, fiscalYear, fiscalYearOf, fiscalYearPeriod, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { untilApproval, type DeskDocument } from '../desk/desk.ts'

export const carryLifecycle = lifecycle({
  ...untilApproval('expense.reserve'),
  approved: { carry: { to: 'carried', may: 'expense.reserve:approve', notBy: 'author' } },
  carried: {},
  closed: {},
})

export type CarryState = keyof typeof carryLifecycle.table

/** With an obligation · capital without one · purpose-tied grants · accumulated funds and loans. */
export const carryVariants = ['CF-O', 'CF-N', 'CF-G', 'CF-A'] as const
export type CarryVariant = (typeof carryVariants)[number]

export function carryVariantOf(text: string | null | undefined): CarryVariant {
  return carryVariants.find((variant) => variant === text) ?? 'CF-O'
}

export type Carry = DeskDocument<CarryState>

/** The year that is about to end, from July; before that, the one that ended last. */
export function yearToCarry(today: CalendarDate): FiscalYear {
  const now = fiscalYearOf(today)
  const july = 10
  return fiscalMonthOf(today) >= july ? now : fiscalYear(now - 1)
}

/** 30 September of the year the money is carried from. */
export function lastDayOf(year: FiscalYear): CalendarDate {
  return addDays(fiscalYearPeriod(year).until, -1)
}

/** As long as the law gives: the last day of so many years later. */
export function untilOf(year: FiscalYear, years: number): CalendarDate {
  return lastDayOf(fiscalYear(year + years))
}

/** The years a form offers; anything else was made by hand. */
export function mayCarryFrom(year: FiscalYear, today: CalendarDate): boolean {
  return Math.abs(year - yearToCarry(today)) <= 1
}
