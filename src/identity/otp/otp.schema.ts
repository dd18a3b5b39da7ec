import { z } from 'zod'
import { toArabicDigits } from '../../platform/thai.ts'
import { identityText } from '../identity.text.ts'

/** Thai digits and spaces are accepted. Anything else of up to six places is a wrong code, and counts as one. */
export const codeSchema = z.object({
  code: z.string(identityText.otpRequired).transform((text) => toArabicDigits(text).replace(/\s/g, '')).pipe(z.string().min(1, identityText.otpRequired).max(20, identityText.otpBad)),
})
