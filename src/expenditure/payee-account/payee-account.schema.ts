import { z } from 'zod'
import { formKey, optionalWords, words } from '../../documents/index.ts'
import { isId } from '../../platform/http/asked.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { payeeText } from '../payee.text.ts'

const { errors } = payeeText.account

export const newAccountSchema = z.object({
  formKey,
  bankCode: z.string(errors.bankCode).regex(/^[0-9]{3}$/, errors.bankCode),
  branch: words(100, errors.branch),
  accountNumber: z.string(errors.accountNumber).transform((text) => toArabicDigits(text).replace(/[\s-]/g, ''))
    .refine((digits) => /^[0-9]{10,15}$/.test(digits), errors.accountNumber),
  accountName: words(200, errors.accountName),
  replacesId: z.string().default('').transform((id) => (isId(id) ? id : null)),
  reason: optionalWords(300),
}).refine(({ replacesId, reason }) => replacesId === null || reason !== '', { path: ['reason'], message: errors.reason })

export const refuseSchema = z.object({ reason: words(300, errors.refusal) })
