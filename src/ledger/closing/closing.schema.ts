// What a request to close a year, or to undo it, may bring.
import { z } from 'zod'
import { optionalWords, reasonSchema, words } from '../../documents/index.ts'
import { fiscalYear } from '../../platform/dates.ts'
import { isNegative, readBaht } from '../../platform/money.ts'
import { closingText } from '../closing.text.ts'
import { declarations } from './closing.ts'

const { errors } = closingText

const year = z.string(errors.year).regex(/^2[5-6][0-9]{2}$/, errors.year).transform((text) => fiscalYear(Number(text)))

/** What is reckoned, or of no use to the office, is not asked. */
const amount = z.string().optional().transform((text, context) => {
  if (text === undefined) return undefined
  const read = readBaht(text)
  if (read !== undefined && !isNegative(read) && text.length <= 25) return read
  context.addIssue({ code: 'custom', message: errors.amount })
  return z.NEVER
})

export const closingSchema = z.object({
  fiscalYear: year, receipts: amount, spent: amount, reason: optionalWords(500),
  declared: z.union([z.array(z.enum(declarations)), z.enum(declarations).transform((one) => [one])]).catch([]),
}).transform(({ fiscalYear: of, ...told }) => ({ year: of, ...told }))

export const undoSchema = z.object({ fiscalYear: year, reason: words(500, errors.reason) }).transform(({ fiscalYear: of, reason }) => ({ year: of, reason }))
export const refusalSchema = reasonSchema
