// What a browser may send → a command; what the list may be asked for.
import { z } from 'zod'
import { type FieldErrors } from '../../platform/errors.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { day, daysIn, formKey, isId, manyIn, optionalWords, organisationIn, versionSchema, type AskedDays } from '../asked.ts'
import { receiptsText } from '../receipts.text.ts'
import { remittanceStates, type RemittanceFilter } from './remittance.ts'

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

export interface AskedRemittances {
  readonly filter: RemittanceFilter
  readonly days: AskedDays
  readonly errors: FieldErrors
}

export function askedRemittances(query: FormRequest['query'], own: string): AskedRemittances {
  const days = daysIn(query)
  return {
    filter: {
      organisationId: organisationIn(query, own), from: days.from, until: days.until, after: isId(query.after) ? query.after : undefined,
      state: remittanceStates.find((state) => state === query.state),
    },
    days, errors: days.errors,
  }
}
