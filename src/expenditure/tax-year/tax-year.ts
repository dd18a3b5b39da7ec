// ภ.ง.ด.1ก: what each person was paid as pay in a tax year, and what was withheld from it; who was not taxed is named too (section 58 (1) of the Revenue Code). Pure.
import { calendarDate, type DayRange } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'

export interface YearPerson {
  readonly taxId: string
  readonly name: string
  readonly address: string
  readonly income: Money
  readonly tax: Money
  /** ม.40(2): a line of its own, as the return has it. */
  readonly isFee: boolean
}

/** A tax year is a calendar year, told in พ.ศ. */
export function daysOfTaxYear(year: number): DayRange {
  return { from: calendarDate(`${year - 543}-01-01`), until: calendarDate(`${year - 542}-01-01`) }
}

/** '2569'; anything else is the year of today. */
export function taxYearIn(asked: string | undefined, today: string): number {
  return /^2[5-6][0-9]{2}$/.test(asked ?? '') ? Number(asked) : Number(today.slice(0, 4)) + 543
}
