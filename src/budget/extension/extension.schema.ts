// What a browser may send → a command.
import { z } from 'zod'
import { formKey, versionSchema } from '../../documents/index.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { typed } from '../../platform/http/form.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { headFields, type FormInput } from '../desk/desk.schema.ts'
import { yearEndText } from '../year-end.text.ts'
import { type TypedExtensionRow } from './extension.ts'

const mostRows = 1000
const cells = z.object({ of: z.string(), untilDate: z.string(), reason: z.string() })
const fields = z.object({ ...headFields, rows: z.array(cells).max(mostRows, yearEndText.errors.form) })

export const newExtensionSchema = z.preprocess(withRows, fields.extend({ formKey }))
export const editExtensionSchema = z.preprocess(withRows, fields.extend(versionSchema.shape))

export interface ExtensionCommand {
  readonly documentDate: CalendarDate
  readonly title: string
  readonly reason: string
  readonly rows: readonly TypedExtensionRow[]
}

function withRows(body: unknown): unknown {
  const given: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  return { ...given, rows: rowsOf(given) }
}

function rowsOf(body: FormRequest['body']): TypedExtensionRow[] {
  return rowsIn(body, 'rows').map((given) => ({ of: given.of ?? '', untilDate: given.untilDate ?? '', reason: given.reason ?? '' }))
}

/** What stands in the boxes. */
export interface ExtensionInput extends FormInput {
  readonly documentDate: string
  readonly title: string
  readonly reason: string
  readonly rows: readonly TypedExtensionRow[]
}

export function typedExtension(request: FormRequest): ExtensionInput {
  const of = (name: string) => typed(request, name)
  return { documentDate: of('documentDate'), title: of('title'), reason: of('reason'), formKey: of('formKey'), version: of('version'), rows: rowsOf(request.body) }
}
