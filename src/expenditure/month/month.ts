// A month as people type and read it: 10/2569, ตุลาคม 2569. Kept as its first day. Pure.
import { calendarDate, readThaiDate, thaiMonthName, type CalendarDate } from '../../platform/dates.ts'
import { toArabicDigits } from '../../platform/thai.ts'

const buddhistEra = 543

/** '10/2569' → its first day. */
export function readMonth(text: string): CalendarDate | undefined {
  const typed = toArabicDigits(text).trim()
  return /^[0-9]{1,2}\/[0-9]{4}$/.test(typed) ? readThaiDate(`01/${typed}`) : undefined
}

export function monthOf(day: CalendarDate): CalendarDate {
  return calendarDate(`${day.slice(0, 7)}-01`)
}

/** '10/2569', the form readMonth reads back. */
export function monthField(month: CalendarDate): string {
  return `${month.slice(5, 7)}/${Number(month.slice(0, 4)) + buddhistEra}`
}

/** 'ตุลาคม 2569' */
export function monthName(month: CalendarDate): string {
  return `${thaiMonthName(Number(month.slice(5, 7)))} ${Number(month.slice(0, 4)) + buddhistEra}`
}
