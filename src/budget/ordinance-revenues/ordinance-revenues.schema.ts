// What a browser may send → rows to be judged.
import { z } from 'zod'
import { versionSchema } from '../../documents/index.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { mostRows } from '../ordinance-form/ordinance-form.ts'
import { ordinanceFormText } from '../ordinance-form.text.ts'
import { type TypedRevenue } from './ordinance-revenues.ts'

const cell = z.string().default('')
const row = z.object({ code: cell, actual1: cell, actual2: cell, actual3: cell, estimateNow: cell, amount: cell, explanation: cell })

export const revenuesSchema = z.preprocess(withRows, versionSchema.extend({ lines: z.array(row).max(mostRows, ordinanceFormText.errors.manyRows) }))
export type RevenuesForm = z.output<typeof revenuesSchema>

function withRows(body: unknown): unknown {
  const given: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  return { ...given, lines: rowsIn(given, 'lines') }
}

export interface RevenuesInput {
  readonly version: string
  readonly rows: readonly TypedRevenue[]
}

export function typedRevenues(request: FormRequest): RevenuesInput {
  return { version: typed(request, 'version'), rows: z.array(row).parse(rowsIn(request.body, 'lines')) }
}
