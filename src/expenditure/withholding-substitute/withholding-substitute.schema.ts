import { z } from 'zod'
import { words } from '../../documents/index.ts'
import { readTaxId } from '../../platform/citizen-id.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { withholdingText } from '../withholding.text.ts'
import { type Substitute } from './withholding-substitute.ts'

const { errors } = withholdingText.substitute

export const substituteSchema = z.object({
  payeeName: words(200, errors.payeeName),
  taxId: z.string().default('').transform((text, context) => {
    const read = readTaxId(text)
    if (read === undefined) context.addIssue({ code: 'custom', message: errors.taxId })
    return read ?? ''
  }),
  branch: z.string().default('').transform((text) => toArabicDigits(text).trim()).refine((text) => /^([0-9]{5})?$/.test(text), errors.branch),
  address: z.string().default('').transform(normalizeThai).refine((text) => text.length <= 300, errors.address),
  rule: z.string(errors.rule).min(1, errors.rule).max(40, errors.rule),
  reason: words(500, errors.reason),
})

export function typedSubstitute(request: FormRequest): Substitute {
  const of = (name: keyof Substitute) => typed(request, name)
  return { payeeName: of('payeeName'), taxId: of('taxId'), branch: of('branch'), address: of('address'), rule: of('rule'), reason: of('reason') }
}
