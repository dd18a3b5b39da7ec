import { z } from 'zod'
import { day, optionalWords, reasonSchema, versionSchema } from '../../documents/index.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { chequeText } from '../cheque.text.ts'

/** '๑๐๐๐-๐๐๑' is read as 1000001. */
export const chequeNumber = z.string().default('').transform((text) => toArabicDigits(text).replace(/[\s-]/g, ''))
  .refine((text) => /^[0-9]{4,12}$/.test(text), chequeText.errors.number)

const yes = z.enum(['yes', 'no'], chequeText.errors.choose).transform((said) => said === 'yes')

export const drawSchema = versionSchema.extend({ crossed: yes, struck: yes, why: optionalWords(300) })
export const clearSchema = versionSchema.extend({ clearedOn: day })
export const replaceSchema = reasonSchema.extend({ number: chequeNumber, chequeDate: day })
