import { z } from 'zod'
import { day, readAmount, words } from '../../documents/index.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { openingTicketText } from '../opening-ticket.text.ts'

const { errors } = openingTicketText

export const openingTicketSchema = z.object({
  ticket: words(40, errors.ticket), pledgedOn: day,
  principal: z.string(errors.amount).transform((text, context) => {
    const amount = readAmount(text)
    if (typeof amount !== 'string') return amount
    context.addIssue({ code: 'custom', message: amount })
    return z.NEVER
  }),
})

export function askedOpening(query: FormRequest['query']): { readonly search: string; readonly after: string } {
  const asked = (name: 'search' | 'after') => normalizeThai(query[name] ?? '').slice(0, 40)
  return { search: asked('search'), after: asked('after') }
}
