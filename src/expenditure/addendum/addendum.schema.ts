// What a browser may send: the terms as they become.
import { z } from 'zod'
import { day, formKey, versionSchema, words } from '../../documents/index.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { addendumText } from '../addendum.text.ts'
import { amount, instalmentRows, withRows } from '../contract/contract.schema.ts'

const { errors } = addendumText

const days = z.string().default('').transform((text) => toArabicDigits(text).trim()).refine((text) => /^[0-9]{0,4}$/.test(text), errors.waivedDays).transform(Number)

const fields = z.object({ signedOn: day, reason: words(500, errors.reasonText), price: amount, endsOn: day, waivedDays: days, instalments: instalmentRows })

export const newAddendumSchema = z.preprocess(withRows, fields.extend({ contract: z.string(errors.contract).regex(/^[0-9]{1,18}$/, errors.contract), formKey }))
export const editAddendumSchema = z.preprocess(withRows, fields.extend(versionSchema.shape))

export type NewAddendum = z.output<typeof newAddendumSchema>

const names = ['contract', 'signedOn', 'reason', 'price', 'endsOn', 'waivedDays', 'formKey', 'version'] as const

export interface AddendumInput extends Readonly<Record<(typeof names)[number], string>> {
  readonly rows: readonly Readonly<Record<string, string>>[]
}

export function typedAddendum(request: FormRequest): AddendumInput {
  const of = (name: (typeof names)[number]) => typed(request, name)
  return {
    contract: of('contract'), signedOn: of('signedOn'), reason: of('reason'), price: of('price'), endsOn: of('endsOn'), waivedDays: of('waivedDays'), formKey: of('formKey'), version: of('version'),
    rows: rowsIn(request.body, 'instalments'),
  }
}
