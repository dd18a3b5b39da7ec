import { z } from 'zod'
import { isId } from '../../platform/http/asked.ts'
import { withholdingText } from '../withholding.text.ts'

const { errors } = withholdingText.remittance

export const remitSchema = z.object({
  month: z.string().default(''), payeeId: z.string(errors.payee).refine(isId, errors.payee), departmentId: z.string().refine((id) => id === '' || isId(id), errors.department).default(''),
})
