// What a browser may send: which cost of the claim, where it belongs, how much and why.
import { z } from 'zod'
import { day, formKey, words } from '../../documents/index.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { amount } from '../contract/contract.schema.ts'
import { correctionText } from '../correction.text.ts'

const { errors } = correctionText

const named = z.string().max(300).default('').transform(normalizeThai)

export const correctionSchema = z.object({
  claim: z.string(errors.claim).regex(/^[0-9]{1,18}$/, errors.claim), documentDate: day, cost: z.string(errors.cost).min(1, errors.cost).max(60), line: named, account: named, amount,
  reason: words(500, errors.reasonText), formKey,
})

export type CorrectionForm = z.infer<typeof correctionSchema>

const names = ['claim', 'documentDate', 'cost', 'line', 'account', 'amount', 'reason', 'formKey'] as const

export type CorrectionInput = Readonly<Record<(typeof names)[number], string>>

export function typedCorrection(request: FormRequest): CorrectionInput {
  const of = (name: (typeof names)[number]) => typed(request, name)
  return {
    claim: of('claim'), documentDate: of('documentDate'), cost: of('cost'), line: of('line'), account: of('account'), amount: of('amount'), reason: of('reason'), formKey: of('formKey'),
  }
}
