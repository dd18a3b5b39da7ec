import { z } from 'zod'
import { words } from '../../documents/index.ts'
import { readTaxId } from '../../platform/citizen-id.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { withholdingText } from '../withholding.text.ts'

const { errors } = withholdingText.remittance

export const taxPayerSchema = z.object({
  taxId: z.string().default('').transform((text, context) => {
    const read = readTaxId(text)
    if (read === undefined) context.addIssue({ code: 'custom', message: errors.taxId })
    return read ?? ''
  }),
  branch: z.string().default('00000').transform((text) => toArabicDigits(text).trim()).refine((text) => /^[0-9]{5}$/.test(text), errors.branch),
  address: words(200, errors.address),
})
