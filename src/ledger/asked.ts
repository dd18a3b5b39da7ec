// What an address asks for: a fiscal year and a month, a day, a stage. Anything else is answered as if it had not been asked; a mistyped day is told.
import { documentsText } from '../documents/index.ts'
import {
  addDays, addMonths, fiscalMonthOf, fiscalYear, fiscalYearOf, fiscalYearPeriod, formatThaiDateField, readThaiDate, type CalendarDate,
  type DayRange, type FiscalYear,
} from '../platform/dates.ts'
import { type FieldErrors } from '../platform/errors.ts'
import { type FormRequest } from '../platform/http/request.ts'
import { booksText } from './books.text.ts'

type Query = FormRequest['query']

export interface AskedMonth {
  readonly fiscalYear: FiscalYear
  /** October is 1. */
  readonly month: number
}

/** Default: the month of today. */
export function monthIn(query: Query, today: CalendarDate): AskedMonth {
  const year = /^2[5-6][0-9]{2}$/.test(query.fiscalYear ?? '') ? fiscalYear(Number(query.fiscalYear)) : fiscalYearOf(today)
  const month = isMonth(query.month) ? Number(query.month) : fiscalMonthOf(today)
  return { fiscalYear: year, month }
}

export function isMonth(text: string | undefined): text is string {
  return text !== undefined && /^([1-9]|1[0-2])$/.test(text)
}

export function daysOf(asked: AskedMonth): DayRange {
  const from = addMonths(fiscalYearPeriod(asked.fiscalYear).from, asked.month - 1)
  return { from, until: addMonths(from, 1) }
}

export function lastDayOf(asked: AskedMonth): CalendarDate {
  return addDays(daysOf(asked).until, -1)
}

/** Up to which of the five stages figures are added up: ก่อนปรับปรุง, หลังปรับปรุง, หลังปิดบัญชี, หลังตรวจสอบ (expenditure-accounting-assets §3.4). */
export const upToStages = { normal: 1, adjusting: 2, closing: 3, 'post-audit': 5 } as const
export type UpTo = keyof typeof upToStages
export const upToNames = ['normal', 'adjusting', 'closing', 'post-audit'] as const satisfies readonly UpTo[]

export interface AsOf extends AskedMonth {
  /** A day within the month; without it the month counts as a whole. */
  readonly day: CalendarDate | undefined
  readonly upTo: UpTo
}

export interface AskedAsOf {
  readonly asOf: AsOf
  /** As typed, for the box. */
  readonly typedDay: string
  readonly errors: FieldErrors
}

/** A day names its month and year itself. What is closed or audited stands at the end of the year and on no other day. */
export function asOfIn(query: Query, today: CalendarDate): AskedAsOf {
  const upTo = upToNames.find((name) => name === query.stage) ?? 'normal'
  const day = query.day ? readThaiDate(query.day) : undefined
  const typedDay = day ? formatThaiDateField(day) : query.day ?? ''
  const { fiscalYear: year, month } = day ? { fiscalYear: fiscalYearOf(day), month: fiscalMonthOf(day) } : monthIn(query, today)
  const asked = { fiscalYear: year, month, day, upTo }
  if (typedDay !== '' && day === undefined) return { asOf: asked, typedDay, errors: { day: documentsText.errors.date } }
  if (upToStages[upTo] < upToStages.closing) return { asOf: asked, typedDay, errors: {} }
  const wholeYear = { ...asked, month: 12, day: undefined }
  return { asOf: wholeYear, typedDay, errors: day !== undefined && day !== lastDayOf(wholeYear) ? { day: booksText.asOf.onlyAtYearEnd } : {} }
}

/** Its last day. */
export function dayOf(asOf: AsOf): CalendarDate {
  return asOf.day ?? lastDayOf(asOf)
}

/** The same day a year earlier. */
export function yearBefore(asOf: AsOf): AsOf {
  return { ...asOf, fiscalYear: fiscalYear(asOf.fiscalYear - 1), day: asOf.day && addMonths(asOf.day, -12) }
}

/** What a further page, a print or an account must ask for to speak of the same. */
export function asOfQuery({ fiscalYear: year, month, day, upTo }: AsOf): Record<string, string> {
  return { fiscalYear: String(year), month: String(month), ...(day && { day }), stage: upTo }
}

/** A day as our own links write it: '2026-11-10'. */
export function dayIn(text: string | undefined): CalendarDate | undefined {
  return text !== undefined && /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) ? readThaiDate(text) : undefined
}
