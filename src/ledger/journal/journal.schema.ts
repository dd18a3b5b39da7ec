// What a browser may send → a command with its lines as typed; what the list may be asked for.
import { z } from 'zod'
import { askedRegister, day, formKey, reasonSchema, versionSchema, type AskedRegister } from '../../documents/index.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { isBlank, rowOf, type TypedLine } from '../journal-lines/journal-lines.ts'
import { journalText } from '../journal.text.ts'
import { journalStates, journalTypes, type JournalBook, type JournalFilter, type JournalState } from './journal.ts'

const { errors } = journalText

export const mostLines = 500

/** The chain of vouchers parts its fields by control characters, so none may come in. */
export function plainText(text: string): string {
  return normalizeThai(text.replace(/[\u0000-\u001F\u007F]/g, ' '))
}

const description = z.string(errors.description).transform(plainText).refine((text) => text !== '' && text.length <= 500, errors.description)
const reference = z.string().default('').transform(plainText).refine((text) => text.length <= 100, errors.tooLong('100'))
const dayReason = z.string().default('').transform(plainText).refine((text) => text.length <= 500, errors.tooLong('500'))
const line = z.object({ account: z.string(), key: z.string(), counterparty: z.string(), debit: z.string(), credit: z.string(), memo: z.string() })

const fields = z.object({
  type: z.enum(journalTypes, errors.type), documentDate: day, description, reference, dayReason,
  rows: z.array(line).refine((rows) => rows.filter((row) => !isBlank(row)).length <= mostLines, errors.manyRows),
  then: z.string().default(''),
})

export const newJournalSchema = z.preprocess(withRows, fields.extend({ formKey }).transform(meantToSubmit))
export const editJournalSchema = z.preprocess(withRows, fields.extend(versionSchema.shape).transform(meantToSubmit))

function meantToSubmit<T extends { readonly then: string }>({ then, ...rest }: T) {
  return { ...rest, isSubmitted: then === 'submit' }
}

function withRows(body: unknown): unknown {
  const given: Record<string, unknown> = typeof body === 'object' && body !== null ? { ...body } : {}
  return { ...given, rows: typedRows(given) }
}

/** Cells of the table by their row; gaps stay, so that a fault finds its cell. */
export function typedRows(body: FormRequest['body']): TypedLine[] {
  return rowsIn(body, 'lines').map((cells) => rowOf(Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, plainText(text)]))))
}

export const reverseSchema = reasonSchema.extend({ documentDate: day })

export interface AskedJournals extends AskedRegister<JournalState> {
  readonly filter: JournalFilter
  readonly typed: { readonly type: string; readonly search: string }
}

export function askedJournals(query: FormRequest['query'], own: string, book: JournalBook): AskedJournals {
  const asked = askedRegister(query, own, journalStates)
  const search = plainText(query.search ?? '').slice(0, 100)
  const type = book.types.find((each) => each === query.type)
  return {
    ...asked, typed: { type: type ?? '', search },
    filter: { ...asked.filter, types: type === undefined ? book.types : [type], search: search || undefined },
  }
}

/** What stands in the boxes of the head: as offered or as typed. */
export interface JournalInput {
  readonly type: string
  readonly documentDate: string
  readonly description: string
  readonly reference: string
  readonly dayReason: string
  readonly formKey: string
  readonly version: string
  readonly pasted: string
  readonly rows: readonly TypedLine[]
}

export function typedInput(request: FormRequest): JournalInput {
  const of = (name: string) => typed(request, name)
  return {
    type: of('type'), documentDate: of('documentDate'), description: of('description'), reference: of('reference'), dayReason: of('dayReason'), formKey: of('formKey'), version: of('version'),
    pasted: of('pasted'), rows: typedRows(request.body),
  }
}

/** The button that was pressed asks for the page again: with more rows, or with what was pasted. */
export function asksForPage(request: FormRequest): boolean {
  return typed(request, 'moreLines') !== '' || typed(request, 'action') === 'paste'
}
