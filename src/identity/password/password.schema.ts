import { z } from 'zod'
import { identityText } from '../identity.text.ts'
import { longestPassword } from './password.ts'

const { fields } = identityText
const secret = (label: string) => z.string(identityText.required(label)).min(1, identityText.required(label)).max(longestPassword, identityText.passwordTooLong(longestPassword))
const fieldsOfNew = { password: secret(fields.newPassword), again: secret(fields.newPasswordAgain) }
const mismatch = { path: ['again'], message: identityText.passwordMismatch }

export const newPasswordSchema = z.object(fieldsOfNew).refine((form) => form.password === form.again, mismatch)

export const changePasswordSchema = z.object({ ...fieldsOfNew, current: secret(fields.currentPassword) }).refine((form) => form.password === form.again, mismatch)

export type NewPassword = z.output<typeof newPasswordSchema>
