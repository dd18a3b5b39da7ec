// What a browser may send: how much of the advance is claimed, how much of what is held is given back.
import { z } from 'zod'
import { readAmount, versionSchema } from '../../documents/index.ts'
import { zero } from '../../platform/money.ts'
import { amount } from '../contract/contract.schema.ts'

/** Nothing typed is nothing asked for. */
const share = z.string().default('').transform((text, context) => {
  const read = ['', '0', '0.00'].includes(text.trim()) ? zero : readAmount(text)
  if (typeof read === 'string') context.addIssue({ code: 'custom', message: read })
  return typeof read === 'string' ? z.NEVER : read
})

export const advanceSchema = versionSchema.extend({ amount })
export const refundSchema = versionSchema.extend({ security: share, retention: share })

export type AdvanceForm = z.output<typeof advanceSchema>
export type RefundForm = z.output<typeof refundSchema>
