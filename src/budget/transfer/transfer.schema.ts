// What a browser may send → a command; what the list may be asked for.
import { z } from 'zod'
import { day, formKey, optionalWords, reasonSchema, versionSchema, words } from '../../documents/index.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { isId, organisationIn, rowsIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { yearIn } from '../asked.ts'
import { transferText } from '../change.text.ts'
import { type DocumentFilter } from '../document/document.ts'
import { stepSchema } from '../document/document.schema.ts'
import { type TypedItem, type TypedLines, type TypedRow } from '../transfer-lines/transfer-lines.ts'
import { transferStates } from './transfer.ts'

const { errors } = transferText
const mostRows = 100

const cells = z.object({ line: z.string(), amount: z.string() })
const itemCells = z.object({
  department: z.string(), task: z.string(), code: z.string(), title: z.string(), specification: z.string(), amount: z.string(),
})

const fields = z.object({
  documentDate: day, title: words(300, errors.title), reason: words(2000, errors.reason), changes: z.enum(['yes', 'no'], errors.changes),
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

/** Who approved, and where a council decided: in which meeting. */
export const approveSchema = stepSchema.extend({ approver: z.enum(['executive', 'council'], errors.approver) })
  .refine(({ approver, meeting }) => approver !== 'council' || meeting !== '', { message: errors.meeting, path: ['meeting'] })
export type ApproveForm = z.output<typeof approveSchema>
export const announceSchema = versionSchema.extend({ happenedOn: day, letterNumber: optionalWords(100), note: optionalWords(500) })
export type AnnounceForm = z.output<typeof announceSchema>
export { reasonSchema }

/** What stands in the boxes of the head: as offered, as stored or as typed. */
export interface TransferInput {
  readonly documentDate: string
  readonly title: string
  readonly reason: string
  readonly changes: string
  readonly formKey: string
  readonly version: string
  readonly lines: TypedLines
}

export function typedInput(request: FormRequest): TransferInput {
  const of = (name: string) => typed(request, name)
  return {
    documentDate: of('documentDate'), title: of('title'), reason: of('reason'), changes: of('changes'), formKey: of('formKey'), version: of('version'),
    lines: typedLines(request.body),
  }
}

/** The button that was pressed asks for the page again: with more rows, or with the figures of now. */
export function asksForPage(request: FormRequest): boolean {
  return typed(request, 'again') !== ''
}

export function askedTransfers(query: FormRequest['query'], own: string, today: CalendarDate): DocumentFilter {
  return {
    organisationId: organisationIn(query, own), kinds: ['transfer'], fiscalYear: yearIn(query, today),
    state: transferStates.find((state) => state === query.state), after: isId(query.after) ? query.after : undefined,
  }
}
