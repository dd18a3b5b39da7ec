/** ปีงบประมาณ: 1 October to 30 September, named by the BE year in which it ends. It follows a document's date, never the clock. */
import { buddhistEra, calendarDate, partsOf } from './calendar-date.ts'
import type { CalendarDate } from './calendar-date.ts'

export type FiscalYear = number & { readonly brand: 'FiscalYear' }

/** Half-open: `from` is the first day, `until` the first day after. */
export interface DayRange {
  readonly from: CalendarDate
  readonly until: CalendarDate
}

const firstMonth = 10

export function fiscalYear(buddhistYear: number): FiscalYear {
  const isKnown = Number.isInteger(buddhistYear) && buddhistYear > 2400 && buddhistYear < 3000
  if (!isKnown) throw new RangeError(`Not a fiscal year in BE: ${buddhistYear}`)
  return buddhistYear as FiscalYear
}

export function fiscalYearOf(date: CalendarDate): FiscalYear {
  const { year, month } = partsOf(date)
  return fiscalYear(year + buddhistEra + (month >= firstMonth ? 1 : 0))
}

export function fiscalYearPeriod(year: FiscalYear): DayRange {
  const endsIn = year - buddhistEra
  return { from: calendarDate(`${endsIn - 1}-10-01`), until: calendarDate(`${endsIn}-10-01`) }
}

/** October is 1, September is 12. */
export function fiscalMonthOf(date: CalendarDate): number {
  return ((partsOf(date).month - firstMonth + 12) % 12) + 1
}
