import { z } from 'zod'
import { versionSchema, words } from '../../documents/index.ts'
import { isId } from '../../platform/http/asked.ts'
import { baseText } from '../base.text.ts'

const { errors } = baseText.enterprises

export const newEnterpriseSchema = z.object({
  name: words(100, errors.name),
  subUnitId: z.string().default('').refine((text) => text === '' || isId(text), errors.subUnit).transform((text) => (text === '' ? null : text)),
})

export const editEnterpriseSchema = newEnterpriseSchema.extend({
  ...versionSchema.shape, isActive: z.string().default('').transform((ticked) => ticked === 'yes'),
})
