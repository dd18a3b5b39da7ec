// What a browser may send → rows to be judged.
import { z } from 'zod'
import { versionSchema } from '../../documents/index.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { mostRows } from '../ordinance-form/ordinance-form.ts'
import { ordinanceFormText } from '../ordinance-form.text.ts'
import { type TypedRow } from './ordinance-tasks.ts'

const cell = z.string().default('')
const row = z.object({ line: cell, department: cell, code: cell, title: cell, amount: cell, fromSubsidy: cell, explanation: cell })

export const taskSchema = z.preprocess(withRows, versionSchema.extend({ lines: z.array(row).max(mostRows, ordinanceFormText.errors.manyRows) }))
export type TaskForm = z.output<typeof taskSchema>

function withRows(body: unknown): unknown {
  const given: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  return { ...given, lines: rowsIn(given, 'lines') }
}

export interface TaskInput {
  readonly version: string
  readonly pasted: string
  readonly rows: readonly TypedRow[]
}

export function typedTask(request: FormRequest): TaskInput {
  return { version: typed(request, 'version'), pasted: typed(request, 'pasted'), rows: z.array(row).parse(rowsIn(request.body, 'lines')) }
}
