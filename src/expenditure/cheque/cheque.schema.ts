import { day, reasonSchema, versionSchema } from '../../documents/index.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { chequeText } from '../cheque.text.ts'
import { z } from 'zod'

/** '๑๐๐๐-๐๐๑' is read as 1000001. */
export const chequeNumber = z.string().default('').transform((text) => toArabicDigits(text).replace(/[\s-]/g, ''))
  .refine((text) => /^[0-9]{4,12}$/.test(text), chequeText.errors.number)

export const clearSchema = versionSchema.extend({ clearedOn: day })
export const replaceSchema = reasonSchema.extend({ number: chequeNumber, chequeDate: day })
