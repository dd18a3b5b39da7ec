/** A moment as ISO-8601 text in UTC with milliseconds, so text order is time order. Shown in Bangkok time. */
import { calendarDate, formatThaiDateShort } from './calendar-date.ts'
import type { CalendarDate } from './calendar-date.ts'
import { clockWord, spanWords } from './thai.text.ts'

export type Instant = string & { readonly brand: 'Instant' }

// Asia/Bangkok has been UTC+7 without summer time since 1920.
const bangkokOffsetSeconds = 7 * 3600

const shape = new RegExp([
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]/,
  /((?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6})?)/,
  /(Z|[+-][0-9]{2}(?::?[0-9]{2})?)$/,
].map((part) => part.source).join(''))

/** Accepts ISO-8601 and PostgreSQL's text of a timestamptz; the zone must be written. Below a millisecond is cut off. */
export function instant(text: string): Instant {
  const [, day, time, zone] = shape.exec(text) ?? []
  if (day === undefined || time === undefined || zone === undefined) throw new RangeError(`Not an instant: ${JSON.stringify(text)}`)
  return instantFromDate(new Date(`${calendarDate(day)}T${time}${fullZone(zone)}`))
}

/** Inside platform only. */
export function instantFromDate(date: Date): Instant {
  // toISOString throws for an invalid Date; its day is checked like any other.
  const text = date.toISOString()
  calendarDate(text.slice(0, -14))
  return text as Instant
}

/** Inside platform only. */
export function toDate(moment: Instant): Date {
  return new Date(moment)
}

export function addSeconds(moment: Instant, seconds: number): Instant {
  return instantFromDate(new Date(Date.parse(moment) + Math.round(seconds * 1000)))
}

/** Seconds from one moment to another, to the millisecond; negative when the second is earlier. */
export function secondsBetween(from: Instant, until: Instant): number {
  return (Date.parse(until) - Date.parse(from)) / 1000
}

export function bangkokDateOf(moment: Instant): CalendarDate {
  return calendarDate(inBangkok(moment).slice(0, 10))
}

/** 00.00 น. in Bangkok, for finding moments by day. */
export function startOfBangkokDay(date: CalendarDate): Instant {
  return addSeconds(instant(`${date}T00:00:00Z`), -bangkokOffsetSeconds)
}

/** '17 ก.ย. 2567 14.30 น.' */
export function formatInstant(moment: Instant): string {
  const time = inBangkok(moment).slice(11, 16).replace(':', '.')
  return `${formatThaiDateShort(bangkokDateOf(moment))} ${time} ${clockWord}`
}

/** '5 นาที', '12 ชั่วโมง', '1 ชั่วโมง 30 นาที': a length of time as a sentence names it. */
export function formatSpan(seconds: number): string {
  const whole = Math.round(seconds)
  const parts = [[Math.floor(whole / 3600), spanWords.hours], [Math.floor(whole / 60) % 60, spanWords.minutes], [whole % 60, spanWords.seconds]] as const
  return parts.filter(([count]) => count > 0).map((part) => part.join(' ')).join(' ') || `0 ${spanWords.seconds}`
}

function inBangkok(moment: Instant): string {
  return addSeconds(moment, bangkokOffsetSeconds)
}

function fullZone(zone: string): string {
  if (zone === 'Z') return zone
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  return `${zone.slice(0, 1)}${digits.slice(0, 2)}:${digits.slice(2)}`
}
