import { z } from 'zod'
import { day, formKey, optionalWords, readAmount, words } from '../../documents/index.ts'
import { pawnshopsText } from '../pawnshops.text.ts'

const { errors } = pawnshopsText

export const newSharingSchema = z.object({
  formKey, documentDate: day, reference: words(100, errors.reference), remark: optionalWords(500),
  total: z.string(errors.amount).transform((text, context) => {
    const amount = readAmount(text)
    if (typeof amount !== 'string') return amount
    context.addIssue({ code: 'custom', message: amount })
    return z.NEVER
  }),
})
