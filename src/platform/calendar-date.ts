/** A day of the calendar as text, 'YYYY-MM-DD' Gregorian. พ.ศ. exists only where people read and type. */
import { toArabicDigits } from './thai.ts'
import { monthNames, shortMonthNames } from './thai.text.ts'

export type CalendarDate = string & { readonly brand: 'CalendarDate' }

export const buddhistEra = 543

// In these years a number tells its own era: 1858–2399 is CE, 2401–2942 is BE. A BE year passed as CE is caught here.
const firstYear = 1858
const lastYear = 2399
const firstBuddhistYear = 2400
const millisecondsPerDay = 86_400_000

interface DayParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const isoShape = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/

export function calendarDate(text: string): CalendarDate {
  const [, year, month, day] = isoShape.exec(text) ?? []
  const date = fromParts({ year: Number(year), month: Number(month), day: Number(day) })
  if (date === undefined) throw new RangeError(`Not a day of the calendar: ${JSON.stringify(text)}`)
  return date
}

export interface TypedDate {
  readonly date: CalendarDate
  /** The person typed a CE year: the page says so visibly. */
  readonly convertedFromCe: boolean
}

const typedShape = /^([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})$/

/** Reads day, month and four-digit year as typed, or ISO from a date picker (where a CE year is no surprise). */
export function parseThaiDate(text: string): TypedDate | undefined {
  const plain = toArabicDigits(text).trim()
  const typed = typedShape.exec(plain)
  const [, year, month, day] = isoShape.exec(plain) ?? [plain, typed?.[4], typed?.[3], typed?.[1]]
  const isBuddhist = Number(year) >= firstBuddhistYear
  const date = fromParts({ year: Number(year) - (isBuddhist ? buddhistEra : 0), month: Number(month), day: Number(day) })
  return date && { date, convertedFromCe: typed !== null && !isBuddhist }
}

export function readThaiDate(text: string): CalendarDate | undefined {
  return parseThaiDate(text)?.date
}

/** '17 กันยายน 2567' */
export function formatThaiDate(date: CalendarDate): string {
  const { year, month, day } = partsOf(date)
  return `${day} ${thaiMonthName(month)} ${year + buddhistEra}`
}

/** '17 ก.ย. 2567' */
export function formatThaiDateShort(date: CalendarDate): string {
  const { year, month, day } = partsOf(date)
  return `${day} ${shortMonthNames[month - 1] ?? ''} ${year + buddhistEra}`
}

/** '17/09/2567', the form parseThaiDate reads back. */
export function formatThaiDateField(date: CalendarDate): string {
  const { year, month, day } = partsOf(date)
  return `${padded(day, 2)}/${padded(month, 2)}/${year + buddhistEra}`
}

/** January is 1. */
export function thaiMonthName(month: number): string {
  const name = monthNames[month - 1]
  if (name === undefined) throw new RangeError(`Not a month: ${month}`)
  return name
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return calendarDate(new Date(dayNumber(date) * millisecondsPerDay + days * millisecondsPerDay).toISOString().slice(0, 10))
}

/** Calendar months; 31 January and one month is the last day of February. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date)
  const target = year * 12 + (month - 1) + months
  const moved = { year: Math.floor(target / 12), month: (((target % 12) + 12) % 12) + 1 }
  return calendarDate(isoText({ ...moved, day: Math.min(day, daysInMonth(moved.year, moved.month)) }))
}

/** Nights from one day to another; negative when the second is earlier. */
export function daysBetween(from: CalendarDate, until: CalendarDate): number {
  return dayNumber(until) - dayNumber(from)
}

export function compareDates(a: CalendarDate, b: CalendarDate): -1 | 0 | 1 {
  if (a === b) return 0
  return a < b ? -1 : 1
}

export function partsOf(date: CalendarDate): DayParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

function fromParts(parts: DayParts): CalendarDate | undefined {
  const { year, month, day } = parts
  const isReal = year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return isReal ? (isoText(parts) as CalendarDate) : undefined
}

function isoText({ year, month, day }: DayParts): string {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0')
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function dayNumber(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay
}
