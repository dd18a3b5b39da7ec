// The form of a daily document as finished strings.
import { formatThaiDateField, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  date, field, file, money, refusals, select, type Control, type ErrorSummary, type FileInput, type LineEditor, type PageHeader,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney } from '../../platform/money.ts'
import { acceptedFiles } from '../../documents/index.ts'
import { type BankAccount } from '../../registers/index.ts'
import { type PawnBook, type PawnDocument } from '../pawn-document/pawn-document.ts'
import { inCash, type PawnInput } from '../pawn-document/pawn-document.schema.ts'
import { rowOf, type Known } from '../pawn-lines/pawn-lines.ts'
import { linesEditor, typedLines } from '../pawn-lines/pawn-lines.view.ts'
import { eventOf } from '../taking/taking.ts'
import { bookPaths, type FromUnit } from '../pawnshops.paths.ts'
import { pawnshopsText as text } from '../pawnshops.text.ts'

const { fields, books } = text

export interface PawnFormPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly version: string
  readonly controls: readonly Control[]
  readonly linesEditor: LineEditor
  readonly total: Control
  readonly remark: Control
  /** Only where it is asked for. */
  readonly duplicateReason: Control | undefined
  /** Only with a new receipt: later they are put to the draft itself. */
  readonly files: FileInput | undefined
}

export interface FormChoices {
  readonly book: PawnBook
  readonly document: PawnDocument | undefined
  readonly known: Pick<Known, 'events' | 'takings'>
  readonly banks: readonly BankAccount[]
  readonly more: number | undefined
}

export function formPage(input: PawnInput, choices: FormChoices, errors: FieldErrors = {}): PawnFormPage {
  const { book, document } = choices
  const [paths, words] = [bookPaths[book.kind], books[book.kind]]
  const title = document ? words.editTitle : words.newTitle
  const takesFiles = book.kind === 'receipt' && !document
  return {
    title, breadcrumb: [{ text: words.listTitle, href: paths.list }, { text: title }], pageHeader: { title, lead: words.lead }, ...refusals(errors),
    action: document ? paths.edit(document.id) : paths.new, cancelHref: document ? paths.show(document.id) : paths.list, formKey: input.formKey, version: input.version,
    controls: headControls(input, choices, errors),
    linesEditor: linesEditor({ kind: book.kind, rows: input.rows, known: choices.known, errors, more: choices.more }),
    total: { money: money({ name: 'total', label: words.total, value: input.total, error: errors.total, required: true }) },
    remark: { field: field({ name: 'remark', label: fields.remark, value: input.remark, error: errors.remark, maxLength: 500, width: 'full' }) },
    duplicateReason: input.duplicateReason === '' && errors.duplicateReason === undefined ? undefined
      : { field: field({ name: 'duplicateReason', label: fields.duplicateReason, value: input.duplicateReason, error: errors.duplicateReason, maxLength: 300, width: 'full' }) },
    files: takesFiles ? file({ name: 'files', label: fields.files, hint: text.filesHint, accept: acceptedFiles, multiple: true, error: errors.files }) : undefined,
  }
}

function headControls(input: PawnInput, { book, banks }: FormChoices, errors: FieldErrors): Control[] {
  const places = [{ value: inCash, text: text.cash }, ...banks.map((bank) => ({ value: bank.id, text: `${bank.bankName} ${bank.accountNumber} ${bank.accountName}` }))]
  return [
    { date: date({ name: 'documentDate', label: fields.documentDate, value: input.documentDate, error: errors.documentDate, required: true }) },
    ...(book.kind === 'receipt' ? [{ select: select({ name: 'place', label: fields.place, options: places, value: input.place, error: errors.place, width: 'long' }) }] : []),
    { field: field({ name: 'reference', label: books[book.kind].reference, value: input.reference, error: errors.reference, maxLength: 100 }) },
  ]
}

export function blankInput(key: string, today: CalendarDate): PawnInput {
  return { documentDate: formatThaiDateField(today), place: inCash, reference: '', total: '', remark: '', duplicateReason: '', formKey: key, version: '', rows: [] }
}

/** Money another unit has paid us: who, on which account and how much is known; where it lies is chosen. */
export function fromUnitInput(blank: PawnInput, { unit, account, amount }: FromUnit, { takings }: FormChoices['known']): PawnInput {
  const item = takings?.items.find(({ code }) => code === account)
  const other = takings?.units.find(({ id }) => id === unit)
  if (blank.rows.length > 0 || !item) return blank
  return { ...blank, total: amount, rows: [rowOf({ event: eventOf(item), account, counterparty: other ? `${other.code} ${other.name}` : '', proceeds: amount })] }
}

/** A stored draft in the boxes. */
export function inputOf(document: PawnDocument): PawnInput {
  return {
    documentDate: formatThaiDateField(document.documentDate), place: document.bank?.id ?? inCash, reference: document.reference, total: formatMoney(document.total),
    remark: document.remark, duplicateReason: document.duplicateReason, formKey: '', version: String(document.version), rows: typedLines(document.lines),
  }
}
