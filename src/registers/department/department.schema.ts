import { z } from 'zod'
import { normalizeThai } from '../../platform/thai.ts'
import { registersText } from '../registers.text.ts'

const { errors } = registersText.department

const name = z.string(errors.name).transform(normalizeThai).refine((text) => text.length > 0 && text.length <= 100, errors.name)

export const newDepartmentSchema = z.object({ name })

export const editDepartmentSchema = z.object({
  name, isActive: z.string().default('').transform((ticked) => ticked === 'yes'), version: z.string().regex(/^[0-9]{1,9}$/).transform(Number),
})
