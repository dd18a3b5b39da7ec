// What a browser may send: a paper as it is taken in.
import { z } from 'zod'
import { day, formKey, words } from '../../documents/index.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { amount } from '../contract/contract.schema.ts'
import { guaranteeText } from '../guarantee.text.ts'
import { guaranteeForms, guaranteePurposes } from './guarantee.ts'

const { errors } = guaranteeText

const optionalDay = z.string().default('').transform((text) => text.trim()).pipe(z.union([z.literal('').transform(() => null), day]))

export const newGuaranteeSchema = z.object({
  contract: z.string(errors.contract).regex(/^[0-9]{1,18}$/, errors.contract), purpose: z.enum(guaranteePurposes, errors.purpose), form: z.enum(guaranteeForms, errors.form),
  reference: words(100, errors.reference), issuer: words(200, errors.issuer), amount, receivedOn: day, expiresOn: optionalDay, formKey,
})

const names = ['contract', 'purpose', 'form', 'reference', 'issuer', 'amount', 'receivedOn', 'expiresOn', 'formKey'] as const

/** What stands in the boxes. */
export type GuaranteeInput = Readonly<Record<(typeof names)[number], string>>

export function typedGuarantee(request: FormRequest): GuaranteeInput {
  const of = (name: (typeof names)[number]) => typed(request, name)
  return {
    contract: of('contract'), purpose: of('purpose'), form: of('form'), reference: of('reference'), issuer: of('issuer'), amount: of('amount'), receivedOn: of('receivedOn'),
    expiresOn: of('expiresOn'), formKey: of('formKey'),
  }
}
