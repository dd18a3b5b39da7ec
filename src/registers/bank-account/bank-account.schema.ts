// What a browser may send → a command.
import { z } from 'zod'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { registersText } from '../registers.text.ts'
import { bankAccountKinds } from './bank-account.ts'

const { banks, bankAccount: { errors } } = registersText

function line(longest: number, message: string) {
  return z.string(message).transform(normalizeThai).refine((text) => text.length > 0 && text.length <= longest, message)
}

const fields = {
  bankName: z.enum(banks, errors.bankName),
  branch: line(100, errors.branch),
  accountNumber: z.string(errors.accountNumber).transform((text) => toArabicDigits(text).replace(/[\s-]/g, ''))
    .refine((digits) => /^[0-9]{10,15}$/.test(digits), errors.accountNumber),
  accountName: line(200, errors.accountName),
}

export const newBankAccountSchema = z.object({ ...fields, kind: z.enum(bankAccountKinds, errors.kind) })

export const versionSchema = z.object({ version: z.string().regex(/^[0-9]{1,9}$/).transform(Number) })

export const editBankAccountSchema = z.object({ ...fields, ...versionSchema.shape })
