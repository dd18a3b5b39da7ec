// What an address asks for: ids, a fiscal year and a month. Anything else is answered as if it had not been asked.
import { addDays, addMonths, fiscalMonthOf, fiscalYear, fiscalYearOf, fiscalYearPeriod, type CalendarDate, type DayRange, type FiscalYear } from '../platform/dates.ts'
import { NotFound } from '../platform/errors.ts'
import { type FormRequest } from '../platform/http/request.ts'

type Query = FormRequest['query']

export function idIn(text: string | undefined): string {
  if (!isId(text)) throw new NotFound(text)
  return text
}

/** The organisation named in the address, or one's own. */
export function organisationIn(query: Query, own: string): string {
  return query.organisation ? idIn(query.organisation) : own
}

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

export function isId(text: string | undefined): text is string {
  return text !== undefined && /^[0-9]{1,18}$/.test(text)
}
