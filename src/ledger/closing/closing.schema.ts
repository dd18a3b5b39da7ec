// What a request to close a year, or to undo it, may bring.
import { z } from 'zod'
import { reasonSchema, words } from '../../documents/index.ts'
import { fiscalYear } from '../../platform/dates.ts'
import { isNegative, readBaht } from '../../platform/money.ts'
import { closingText } from '../closing.text.ts'
import { declarations } from './closing.ts'

const { errors } = closingText

const year = z.string(errors.year).regex(/^2[5-6][0-9]{2}$/, errors.year).transform((text) => fiscalYear(Number(text)))

/** An office that sets nothing aside is not asked. */
const amount = z.string().optional().transform((text, context) => {
  const read = readBaht(text ?? '0')
  if (read !== undefined && !isNegative(read) && (text ?? '').length <= 25) return read
  context.addIssue({ code: 'custom', message: errors.amount })
  return z.NEVER
})

export const closingSchema = z.object({
  fiscalYear: year, receipts: amount, spent: amount,
  declared: z.union([z.array(z.enum(declarations)), z.enum(declarations).transform((one) => [one])]).catch([]),
}).transform(({ fiscalYear: of, receipts, spent, declared }) => ({ year: of, declared, figures: { receipts, spent } }))

export const undoSchema = z.object({ fiscalYear: year, reason: words(500, errors.reason) }).transform(({ fiscalYear: of, reason }) => ({ year: of, reason }))
export const refusalSchema = reasonSchema
