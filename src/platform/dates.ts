/** The one door to days, fiscal years and moments. */
export {
  addDays, addMonths, calendarDate, compareDates, daysBetween, formatThaiDate, formatThaiDateField, formatThaiDateShort,
  parseThaiDate, readThaiDate, thaiMonthName,
} from './calendar-date.ts'
export type { CalendarDate, TypedDate } from './calendar-date.ts'
export { fiscalMonthOf, fiscalYear, fiscalYearOf, fiscalYearPeriod } from './fiscal-year.ts'
export type { DayRange, FiscalYear } from './fiscal-year.ts'
export {
  addSeconds, bangkokDateOf, formatInstant, formatSpan, instant, instantFromDate, secondsBetween, startOfBangkokDay, toDate,
} from './instant.ts'
export type { Instant } from './instant.ts'
