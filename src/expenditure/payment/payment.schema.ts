import { z } from 'zod'
import { askedRegister, day, formKey, optionalWords, type AskedRegister } from '../../documents/index.ts'
import { isCitizenId } from '../../platform/citizen-id.ts'
import { isId, manyIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { readThaiDate } from '../../platform/dates.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { channels } from '../claim/claim.ts'
import { paymentText } from '../payment.text.ts'
import { paymentStates, type PaymentState } from './payment.ts'

const { errors } = paymentText

const optionalDay = z.string().default('').transform((text, context) => {
  const read = readThaiDate(text)
  if (read === undefined && text.trim() !== '') context.addIssue({ code: 'custom', message: errors.date })
  return read ?? null
})

/** A citizen id is checked; another paper (หนังสือเดินทาง, บัตรอื่นของทางราชการ) is letters and figures. */
const receiverId = z.string().default('').transform((text) => toArabicDigits(text).replace(/[\s-]/g, '').toUpperCase())
  .refine((text) => text === '' || (/^[0-9]{13}$/.test(text) ? isCitizenId(text) : /^[A-Z0-9]{5,20}$/.test(text)), errors.receiverId)

export const newPaymentSchema = z.object({
  formKey, reportRowId: z.string().default('').transform((id) => (isId(id) ? id : null)), paymentDate: day, channel: z.enum(channels, errors.channel),
  bankAccountId: z.string().default('').transform((id) => (isId(id) ? id : null)),
  chequeNumber: z.string().default('').transform((text) => toArabicDigits(text).replace(/[\s-]/g, '')).refine((text) => /^([0-9]{4,12})?$/.test(text), errors.faults.noCheque),
  chequeDate: optionalDay, handedTo: optionalWords(200), receiverId, paperNumber: optionalWords(50), paperDate: optionalDay, reference: optionalWords(100), remark: optionalWords(300),
}).transform((form) => (form.channel === 'cash' ? { ...form, bankAccountId: null } : form))

/** The claims that were ticked, once each. */
export function claimIdsIn({ body }: Pick<FormRequest, 'body'>): string[] {
  return [...new Set(manyIn(body, 'claimIds').filter(isId))]
}

export interface AskedPayments extends AskedRegister<PaymentState> {
  readonly search: string
}

export function askedPayments(query: FormRequest['query'], own: string): AskedPayments {
  return { ...askedRegister(query, own, paymentStates), search: normalizeThai(query.search ?? '').slice(0, 100) }
}

/** The button that looks for claims was pressed, not the one that saves. */
export function isSearching({ body }: Pick<FormRequest, 'body'>): boolean {
  return body.find !== undefined
}
