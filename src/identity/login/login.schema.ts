import { z } from 'zod'
import { longestPassword } from '../password/password.ts'
import { safeReturn } from '../identity.paths.ts'
import { identityText } from '../identity.text.ts'

/** Anything but text of a sensible length is no user name; usernames are compared in lower case. */
const asked = (most: number) => z.string(identityText.loginRequired).min(1, identityText.loginRequired).max(most, identityText.loginBad)

export const loginSchema = z.object({
  username: asked(100).transform((text) => text.trim().toLowerCase()),
  password: asked(longestPassword),
  return: z.string().optional().catch(undefined).transform(safeReturn),
})

export type LoginCommand = z.output<typeof loginSchema>
