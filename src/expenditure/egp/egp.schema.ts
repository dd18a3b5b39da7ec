// What a browser may send: the two numbers.
import { z } from 'zod'
import { optionalWords, versionSchema } from '../../documents/index.ts'
import { toArabicDigits } from '../../platform/thai.ts'

const digits = optionalWords(50).transform((text) => toArabicDigits(text).replaceAll(/[\s-]/g, ''))

export const egpSchema = versionSchema.extend({ egpProject: digits, egpControl: digits })
export type EgpForm = z.output<typeof egpSchema>
