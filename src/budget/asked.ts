// What an address asks for, in every desk of the room. Anything else is answered as if it had not been asked.
import { addDays, compareDates, fiscalYear, fiscalYearOf, fiscalYearPeriod, type CalendarDate, type FiscalYear } from '../platform/dates.ts'
import { type FormRequest } from '../platform/http/request.ts'
import { toArabicDigits } from '../platform/thai.ts'

/** Default: the fiscal year of today. */
export function yearIn(query: FormRequest['query'], today: CalendarDate): FiscalYear {
  const asked = toArabicDigits(query.year ?? '')
  return /^2[5-6][0-9]{2}$/.test(asked) ? fiscalYear(Number(asked)) : fiscalYearOf(today)
}

/** A day outside the year is its first or its last. */
export function dayWithin(year: FiscalYear, day: CalendarDate): CalendarDate {
  const { from, until } = fiscalYearPeriod(year)
  if (compareDates(day, from) < 0) return from
  return compareDates(day, until) < 0 ? day : addDays(until, -1)
}
