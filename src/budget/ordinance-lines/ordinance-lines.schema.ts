// What a browser may send → one line to be judged.
import { z } from 'zod'
import { versionSchema } from '../../documents/index.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type TypedLine } from '../ordinance-form/ordinance-form.ts'

const cell = z.string().default('')

export const lineSchema = versionSchema.extend({
  task: cell, department: cell, code: cell, title: cell, amount: cell, fromSubsidy: cell, explanation: cell, planReference: cell, legalReference: cell,
  quantity: cell, unit: cell, location: cell, isNew: cell, actual1: cell, actual2: cell, actual3: cell, estimateNow: cell,
})
export type LineForm = z.output<typeof lineSchema>

export interface LineInput {
  readonly version: string
  readonly line: TypedLine
}

export function typedInput(request: FormRequest): LineInput {
  const { version: _version, ...cells } = lineSchema.shape
  const known = Object.fromEntries(Object.keys(cells).map((name) => [name, typed(request, name)]))
  return { version: typed(request, 'version'), line: z.object(cells).parse(known) }
}
