// The form of a journal as finished strings: head, lines, and a box to paste a spreadsheet into.
import { formatThaiDateField } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  date, field, refusals, select, type Control, type ErrorSummary, type Field, type LineEditor, type PageHeader,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type Journal, type JournalBook } from '../journal/journal.ts'
import { type JournalInput } from '../journal/journal.schema.ts'
import { type Known, type Unit } from '../journal-lines/journal-lines.ts'
import { linesEditor, typedLines } from '../journal-lines/journal-lines.view.ts'
import { journalText } from '../journal.text.ts'
import { bookAddresses } from '../ledger.paths.ts'

const text = journalText
const { fields } = text

export interface JournalFormPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly notice: string
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly version: string
  readonly type: string
  readonly controls: readonly Control[]
  readonly linesEditor: LineEditor
  readonly pasted: Field
  readonly maySubmit: boolean
}

export interface FormChoices {
  readonly book: JournalBook
  readonly units: readonly Unit[]
  readonly known: Pick<Known, 'accounts' | 'keys'>
  /** The draft that is being changed. */
  readonly journal: Journal | undefined
  /** The receipts of its day are summed up already, and it touches them. */
  readonly isSummed: boolean
  readonly more: number | undefined
  readonly maySubmit: boolean
  /** How many rows were just read from the box. */
  readonly pasted: number | undefined
}

export function formPage(input: JournalInput, choices: FormChoices, errors: FieldErrors = {}): JournalFormPage {
  const { book, journal, pasted } = choices
  const paths = bookAddresses[book.kind]
  const words = text.books[book.kind]
  const title = journal ? text.editTitle(words.listTitle) : words.newTitle
  return {
    title, breadcrumb: [{ text: words.listTitle, href: paths.list }, { text: title }], pageHeader: { title }, ...refusals(errors),
    notice: pasted === undefined ? '' : text.done.pasted(String(pasted)),
    action: journal ? paths.edit(journal.id) : paths.new, cancelHref: journal ? paths.show(journal.id) : paths.list, formKey: input.formKey, version: input.version,
    type: book.types.length === 1 ? book.types[0] ?? '' : '', controls: headControls(input, choices, errors), maySubmit: choices.maySubmit,
    linesEditor: linesEditor({ rows: input.rows, units: choices.units, known: choices.known, errors, more: choices.more }),
    pasted: field({ name: 'pasted', label: text.lines.pasteLabel, hint: text.lines.pasteHint, value: input.pasted, error: errors.pasted, rows: 4, width: 'full' }),
  }
}

/** The reason is asked for once it is known to be needed. */
function headControls(input: JournalInput, { book, isSummed }: Pick<FormChoices, 'book' | 'isSummed'>, errors: FieldErrors): Control[] {
  const options = book.types.map((type) => ({ value: type, text: text.types[type] }))
  const day = { name: 'documentDate', label: fields.documentDate, value: input.documentDate, error: errors.documentDate }
  const description = { name: 'description', label: fields.description, value: input.description, error: errors.description, maxLength: 500 }
  const dayReason = { name: 'dayReason', label: fields.dayReason, hint: text.dayReasonHint, value: input.dayReason, error: errors.dayReason, maxLength: 500 }
  const reference = { name: 'reference', label: fields.reference, value: input.reference, error: errors.reference, maxLength: 100 }
  return [
    ...(book.types.length > 1 ? [{ select: select({ name: 'type', label: fields.type, value: input.type, options, error: errors.type, required: true }) }] : []),
    { date: date({ ...day, required: true }) }, { field: field({ ...reference }) }, { field: field({ ...description, required: true, width: 'full' }) },
    ...(isSummed || input.dayReason !== '' || errors.dayReason !== undefined ? [{ field: field({ ...dayReason, width: 'full' }) }] : []),
  ]
}

/** A stored draft in the boxes. */
export function inputOf(journal: Journal): JournalInput {
  const { type, documentDate, description, reference, dayReason, version, lines } = journal
  return {
    type, documentDate: formatThaiDateField(documentDate), description, reference, dayReason, formKey: '', version: String(version), pasted: '', rows: typedLines(lines),
  }
}

/** An empty form on the day it would usually bear. */
export function blankInput(book: JournalBook, given: { formKey: string; day: string }): JournalInput {
  return { type: book.types[0] ?? '', documentDate: given.day, description: '', reference: '', dayReason: '', formKey: given.formKey, version: '', pasted: '', rows: [] }
}

