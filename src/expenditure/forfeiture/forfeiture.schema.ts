// What a browser may send: which contract, by what order, why and how much.
import { z } from 'zod'
import { day, formKey, words } from '../../documents/index.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { amount } from '../contract/contract.schema.ts'
import { forfeitureText } from '../forfeiture.text.ts'

const { errors } = forfeitureText

export const newForfeitureSchema = z.object({
  contract: z.string(errors.contract).regex(/^[0-9]{1,18}$/, errors.contract), documentDate: day, orderReference: words(100, errors.orderReference), reason: words(500, errors.reasonText), amount, formKey,
})

const names = ['contract', 'documentDate', 'orderReference', 'reason', 'amount', 'formKey'] as const

export type ForfeitureInput = Readonly<Record<(typeof names)[number], string>>

export function typedForfeiture(request: FormRequest): ForfeitureInput {
  const of = (name: (typeof names)[number]) => typed(request, name)
  return { contract: of('contract'), documentDate: of('documentDate'), orderReference: of('orderReference'), reason: of('reason'), amount: of('amount'), formKey: of('formKey') }
}
