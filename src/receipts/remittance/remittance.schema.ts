// What a browser may send → a command; what the list may be asked for.
import { z } from 'zod'
import { askedRegister, day, formKey, optionalWords, versionSchema, type AskedRegister } from '../../documents/index.ts'
import { isId, manyIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { receiptsText } from '../receipts.text.ts'
import { slipAsks, type SlipAsk } from './remittance.ts'

const { errors } = receiptsText

/** The value of the choice that leaves cash where it is. */
export const inSafe = 'safe'
export const mostReceipts = 500

const tooMany = errors.manyReceipts(String(mostReceipts))

const fields = z.object({
  slipDate: day,
  receiptIds: z.array(z.string().refine(isId, errors.form)).min(1, errors.noReceipt).max(mostReceipts, tooMany),
  cashPlace: z.string().default('').refine((text) => text === '' || text === inSafe || isId(text), errors.cashPlace),
  everyone: z.string().default(''),
  remark: optionalWords(500),
})

export const newRemittanceSchema = z.preprocess(withReceipts, fields.extend({ formKey }).transform(commandOf))
export const editRemittanceSchema = z.preprocess(withReceipts, fields.extend(versionSchema.shape).transform(commandOf))

function commandOf<T extends { cashPlace: string; everyone: string }>({ cashPlace, everyone, ...rest }: T) {
  return { ...rest, isCashPlaced: cashPlace !== '', cashBankAccountId: isId(cashPlace) ? cashPlace : null, isForAll: everyone !== '' }
}

function withReceipts(body: unknown): unknown {
  const given: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  return { ...given, receiptIds: [...new Set(manyIn(given, 'receiptIds'))] }
}

export function askedRemittances(query: FormRequest['query'], own: string): AskedRegister<SlipAsk> {
  return askedRegister(query, own, slipAsks)
}
