import { z } from 'zod'
import { compareDates, readThaiDate } from '../../platform/dates.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { registersText } from '../registers.text.ts'
import { signatoryRoles } from './signatory.ts'

const { errors } = registersText.signatory

const words = (longest: number) => z.string().default('').transform(normalizeThai).refine((text) => text.length <= longest, errors.long)
const needed = (message: string) => words(100).refine((text) => text !== '', message)
const day = (isNeeded: boolean) => z.string().default('').transform((text, context) => {
  const read = readThaiDate(text)
  if (read === undefined && (isNeeded || text.trim() !== '')) context.addIssue({ code: 'custom', message: errors.date })
  return read ?? null
})

const fields = {
  role: z.enum(signatoryRoles, errors.role), name: needed(errors.name), position: needed(errors.position), actingFor: words(100), orderNumber: words(100),
  validFrom: day(true).transform((date) => date ?? z.NEVER), validUntil: day(false),
}

const version = z.string().regex(/^[0-9]{1,9}$/).transform(Number)
const isInOrder = ({ validFrom, validUntil }: { validFrom: Parameters<typeof compareDates>[0]; validUntil: Parameters<typeof compareDates>[0] | null }) => (
  validUntil === null || compareDates(validFrom, validUntil) <= 0)
const order = { path: ['validUntil'], message: errors.order }

export const newSignatorySchema = z.object(fields).refine(isInOrder, order)
export const editSignatorySchema = z.object({ ...fields, version }).refine(isInOrder, order)
