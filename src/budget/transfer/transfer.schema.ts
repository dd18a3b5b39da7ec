// What a browser may send → a command.
import { z } from 'zod'
import { formKey, versionSchema } from '../../documents/index.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { transferText } from '../change.text.ts'
import { headFields, type FormInput } from '../desk/desk.schema.ts'
import { type HeadInput } from '../desk/desk.view.ts'
import { type TypedItem, type TypedLines, type TypedRow } from '../transfer-lines/transfer-lines.ts'

const { errors } = transferText
const mostRows = 100

const cells = z.object({ line: z.string(), amount: z.string() })
const itemCells = z.object({
  department: z.string(), task: z.string(), code: z.string(), title: z.string(), specification: z.string(), amount: z.string(),
})

const fields = z.object({
  ...headFields, changes: z.enum(['yes', 'no'], errors.changes),
  out: z.array(cells).max(mostRows, errors.manyRows), in: z.array(cells).max(mostRows, errors.manyRows), items: z.array(itemCells).max(mostRows, errors.manyRows),
})

export const newTransferSchema = z.preprocess(withRows, fields.extend({ formKey }).transform(commandOf))
export const editTransferSchema = z.preprocess(withRows, fields.extend(versionSchema.shape).transform(commandOf))

export interface TransferCommand {
  readonly documentDate: CalendarDate
  readonly title: string
  readonly reason: string
  readonly changes: boolean
  readonly lines: TypedLines
}

function commandOf<T extends TypedLines & { readonly changes: 'yes' | 'no' }>({ changes, out, in: into, items, ...rest }: T) {
  return { ...rest, changes: changes === 'yes', lines: { out, in: into, items } }
}

function withRows(body: unknown): unknown {
  const given: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  return { ...given, ...typedLines(given) }
}

export function typedLines(body: FormRequest['body']): TypedLines {
  const row = (given: Record<string, string>): TypedRow => ({ line: given.line ?? '', amount: given.amount ?? '' })
  const item = (given: Record<string, string>): TypedItem => ({
    department: given.department ?? '', task: given.task ?? '', code: given.code ?? '', title: given.title ?? '', specification: given.specification ?? '',
    amount: given.amount ?? '',
  })
  return { out: rowsIn(body, 'out').map(row), in: rowsIn(body, 'in').map(row), items: rowsIn(body, 'items').map(item) }
}

/** What stands in the boxes of the head: as offered, as stored or as typed. */
export interface TransferInput extends HeadInput, FormInput {
  readonly changes: string
  readonly lines: TypedLines
}

export function typedInput(request: FormRequest): TransferInput {
  const of = (name: string) => typed(request, name)
  return {
    documentDate: of('documentDate'), title: of('title'), reason: of('reason'), changes: of('changes'), formKey: of('formKey'), version: of('version'),
    lines: typedLines(request.body),
  }
}
