// Fields that the forms of documents have in common: text of the browser → value, or the Thai message at its field.
import { z } from 'zod'
import { readThaiDate } from '../platform/dates.ts'
import { baht, compare, isNegative, isZero, readBaht, type Money } from '../platform/money.ts'
import { normalizeThai } from '../platform/thai.ts'
import { documentsText } from './documents.text.ts'

const { errors } = documentsText

/** A line of text that must be there. */
export function words(longest: number, message: string) {
  return z.string(message).transform(normalizeThai).refine((text) => text.length > 0 && text.length <= longest, message)
}

export function optionalWords(longest: number) {
  return z.string().default('').transform(normalizeThai).refine((text) => text.length <= longest, errors.tooLong(String(longest)))
}

export const day = z.string(errors.date).transform((text, context) => {
  const date = readThaiDate(text)
  if (date === undefined) context.addIssue({ code: 'custom', message: text.trim() === '' ? errors.noDate : errors.date })
  return date ?? z.NEVER
})

// Far above any document, far below numeric(18,2): sums of a day stay within it.
const largest = baht('999999999999.99')

/** The amount, or what is wrong with it: above zero, at most two decimals; Thai digits are read. */
export function readAmount(text: string): Money | string {
  if (text.trim() === '') return errors.noAmount
  const amount = readBaht(text)
  if (amount === undefined || compare(amount, largest) > 0) return errors.amount
  return isNegative(amount) || isZero(amount) ? errors.positive : amount
}

/** The version the page was made from: every change of a document brings it. */
export const versionSchema = z.object({ version: z.string(errors.form).regex(/^[0-9]{1,9}$/, errors.form).transform(Number) })
export const reasonSchema = versionSchema.extend({ reason: words(500, errors.reason) })

/** Made with the empty form, so that the same form sent twice makes one document. */
export const formKey = z.uuid(errors.form)
