// What an address or a form may bring, read the same way by all desks of the room.
import { z } from 'zod'
import { addDays, readThaiDate, type CalendarDate } from '../platform/dates.ts'
import { NotFound, type FieldErrors } from '../platform/errors.ts'
import { type FormRequest } from '../platform/http/request.ts'
import { baht, compare, isNegative, isZero, readBaht, type Money } from '../platform/money.ts'
import { normalizeThai } from '../platform/thai.ts'
import { receiptsText } from './receipts.text.ts'

const { errors } = receiptsText

export function isId(text: string | undefined): text is string {
  return text !== undefined && /^[0-9]{1,18}$/.test(text)
}

export function idIn(text: string | undefined): string {
  if (!isId(text)) throw new NotFound(text)
  return text
}

/** The organisation named in the address, or one's own. */
export function organisationIn(query: FormRequest['query'], own: string): string {
  return query.organisation ? idIn(query.organisation) : own
}

/** 'lines.0.amount' of a form → rows by their number, with the gaps filled: an error finds its row again. */
export function rowsIn(body: Readonly<Record<string, unknown>>, name: string): Record<string, string>[] {
  const rows: Record<string, string>[] = []
  for (const [key, value] of Object.entries(body)) {
    const [, row, column] = new RegExp(`^${name}\\.([0-9]{1,3})\\.(\\w+)$`).exec(key) ?? []
    if (row === undefined || column === undefined || typeof value !== 'string') continue
    while (rows.length <= Number(row)) rows.push({})
    Object.assign(rows[Number(row)] ?? {}, { [column]: value })
  }
  return rows
}

/** Boxes of one name: none, one or many of them ticked. */
export function manyIn(body: Readonly<Record<string, unknown>>, name: string): string[] {
  return [body[name] ?? []].flat().filter((value) => typeof value === 'string')
}

export interface AskedDays {
  readonly typed: { readonly from: string; readonly until: string }
  /** Half-open. */
  readonly from: CalendarDate | undefined
  readonly until: CalendarDate | undefined
  readonly errors: FieldErrors
}

export function daysIn(query: FormRequest['query']): AskedDays {
  const typed = { from: query.from ?? '', until: query.until ?? '' }
  const [from, until] = [readThaiDate(typed.from), readThaiDate(typed.until)]
  const wrong = (name: 'from' | 'until', read: CalendarDate | undefined) => (
    typed[name] !== '' && read === undefined ? { [name]: errors.date } : {})
  return { typed, from, until: until && addDays(until, 1), errors: { ...wrong('from', from), ...wrong('until', until) } }
}

/** A line of text that must be there. */
export function words(longest: number, message: string) {
  return z.string(message).transform(normalizeThai).refine((text) => text.length > 0 && text.length <= longest, message)
}

export function optionalWords(longest: number) {
  return z.string().default('').transform(normalizeThai).refine((text) => text.length <= longest, errors.tooLong(String(longest)))
}

export const day = z.string(errors.date).transform((text, context) => {
  const date = readThaiDate(text)
  if (date === undefined) context.addIssue({ code: 'custom', message: errors.date })
  return date ?? z.NEVER
})

// Far above any receipt, far below numeric(18,2): sums of a day stay within it.
const largest = baht('999999999999.99')

/** The amount, or what is wrong with it: above zero, at most two decimals; Thai digits are read. */
export function readAmount(text: string): Money | string {
  const amount = readBaht(text)
  if (amount === undefined || compare(amount, largest) > 0) return errors.amount
  return isNegative(amount) || isZero(amount) ? errors.positive : amount
}

export const versionSchema = z.object({ version: z.string(errors.form).regex(/^[0-9]{1,9}$/, errors.form).transform(Number) })
export const reasonSchema = versionSchema.extend({ reason: words(500, errors.reason) })
export const formKey = z.uuid(errors.form)
