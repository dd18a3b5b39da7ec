import { z } from 'zod'
import { citizenId, isCitizenId } from '../../platform/citizen-id.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { identityText } from '../identity.text.ts'

const { fields } = identityText

/** Thai digits, spaces and dashes are accepted; what remains is judged by the step, which counts wrong ones. */
export const citizenIdSchema = z.object({
  citizenId: z.string(identityText.citizenIdRequired).transform((text) => toArabicDigits(text).replace(/[\s-]/g, '')).pipe(z.string().min(1, identityText.citizenIdRequired).max(40, identityText.citizenIdBad)),
})

const address = /^[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$/

/** A strict grammar: no quotes, no line breaks, one address. The domain is kept in lower case (§1.8). */
export const emailSchema = z.object({
  email: z.string(identityText.emailBad)
    .refine((text) => !/[\r\n]/.test(text), identityText.emailBad)
    .transform((text) => text.trim())
    .refine((text) => text.length <= 254 && address.test(text) && !text.includes('..'), identityText.emailBad)
    .refine((text) => !/@hotmail\.[a-z.]+$/i.test(text), identityText.emailHotmail)
    .transform((text) => text.replace(/@.*$/, (domain) => domain.toLowerCase())),
})

export type EmailCommand = z.output<typeof emailSchema>

const words = (label: string, most: number) => z.string(identityText.required(label)).transform(normalizeThai)
  .pipe(z.string().min(1, identityText.required(label)).max(most, identityText.tooLong(label, most)))

export const personSchema = z.object({
  title: words(fields.title, 40),
  firstName: words(fields.firstName, 100),
  lastName: words(fields.lastName, 100),
  position: words(fields.position, 150),
  phone: z.string(identityText.required(fields.phone)).transform((text) => toArabicDigits(text).trim())
    .pipe(z.string().regex(/^0[\d\s-]{8,14}(\s*ต่อ\s*\d{1,6})?$/, identityText.phoneBad)),
})

/** For those whose name ThaiD has proven: only what belongs to the post. */
export const officeSchema = personSchema.pick({ position: true, phone: true })

export const profileSchema = personSchema.extend({
  citizenId: z.string(identityText.citizenIdRequired).transform((text) => toArabicDigits(text).replace(/[\s-]/g, ''))
    .refine(isCitizenId, identityText.citizenIdBad).transform(citizenId),
})

export type ProfileCommand = z.output<typeof profileSchema>

/** What ThaiD appended to our return address, carried over by our own form. */
export const thaidReturnSchema = z.object({ query: z.string().max(4000).catch('') })
