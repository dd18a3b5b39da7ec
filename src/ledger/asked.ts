// What an address asks for: a fiscal year and a month. Anything else is answered as if it had not been asked.
import { addDays, addMonths, fiscalMonthOf, fiscalYear, fiscalYearOf, fiscalYearPeriod, type CalendarDate, type DayRange, type FiscalYear } from '../platform/dates.ts'
import { type FormRequest } from '../platform/http/request.ts'

type Query = FormRequest['query']

export interface AskedMonth {
  readonly fiscalYear: FiscalYear
  /** October is 1. */
  readonly month: number
}

/** Default: the month of today. */
export function monthIn(query: Query, today: CalendarDate): AskedMonth {
  const year = /^2[5-6][0-9]{2}$/.test(query.fiscalYear ?? '') ? fiscalYear(Number(query.fiscalYear)) : fiscalYearOf(today)
  const month = /^([1-9]|1[0-2])$/.test(query.month ?? '') ? Number(query.month) : fiscalMonthOf(today)
  return { fiscalYear: year, month }
}

export function daysOf(asked: AskedMonth): DayRange {
  const from = addMonths(fiscalYearPeriod(asked.fiscalYear).from, asked.month - 1)
  return { from, until: addMonths(from, 1) }
}

export function lastDayOf(asked: AskedMonth): CalendarDate {
  return addDays(daysOf(asked).until, -1)
}
