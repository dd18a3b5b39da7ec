import { z } from 'zod'
import { formKey, optionalWords, readAmount, versionSchema } from '../../documents/index.ts'
import { addDays, addMonths, calendarDate, type CalendarDate } from '../../platform/dates.ts'
import { zero } from '../../platform/money.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { monthControlText } from '../month-control.text.ts'

const { errors } = monthControlText

/** Nothing in the safe, or no ticket, is an amount too. */
const amount = z.string(errors.amount).transform((text, context) => {
  const read = /^0*(\.0{1,2})?$/.test(toArabicDigits(text)) && text !== '' ? zero : readAmount(text)
  if (typeof read !== 'string') return read
  context.addIssue({ code: 'custom', message: read })
  return z.NEVER
})

const fields = z.object({
  counted: amount, openTickets: amount, forfeited: amount, reason: optionalWords(500),
  openCount: z.string(errors.count).transform(toArabicDigits).refine((text) => /^[0-9]{1,6}$/.test(text), errors.count).transform(Number),
})

/** '2026-11-30' */
const month = z.string(errors.month).regex(/^20[0-9]{2}-[01][0-9]-[0-3][0-9]$/, errors.month).transform(calendarDate)

export const newControlSchema = fields.extend({ formKey, month })
export const editControlSchema = fields.extend(versionSchema.shape)

export const lastOfMonth = (day: CalendarDate): CalendarDate => addDays(addMonths(firstOfMonth(day), 1), -1)
export const firstOfMonth = (day: CalendarDate): CalendarDate => calendarDate(`${day.slice(0, 8)}01`)

/** Ends of the months that are over, the latest first. */
export function monthsOver(today: CalendarDate, most = 13): CalendarDate[] {
  const latest = lastOfMonth(today) === today ? 0 : -1
  return Array.from({ length: most }, (_, back) => lastOfMonth(addMonths(firstOfMonth(today), latest - back)))
}
