// The form of a receipt as finished strings, its boxes in the order of the paper.
import { acceptedFiles } from '../../documents/index.ts'
import { formatThaiDateField, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  date, field, file, lineEditor, money, refusals, select, type Control, type ErrorSummary, type Field, type LineEditor, type PageHeader,
} from '../../platform/http/components.ts'
import { formatMoney, readBaht, sum } from '../../platform/money.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type IncomeItem } from '../income-item/income-item.ts'
import { evidenceKinds, type Receipt, type ReceiptKind } from '../receipt/receipt.ts'
import { paperName } from '../receipts.names.ts'
import { receiptPaths as paths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { remarkField } from '../receipts.view.ts'

const text = receiptsText.receipt
const { fields } = text

type Cells = Readonly<Record<string, string>>

/** What stands in the boxes: as offered or as typed. */
export interface ReceiptInput {
  readonly kind: ReceiptKind
  readonly formKey: string
  readonly book: string
  readonly sheet: string
  readonly evidenceKind: string
  readonly evidenceReference: string
  readonly receiptDate: string
  readonly payer: string
  readonly remark: string
  readonly cash: string
  readonly lines: readonly Cells[]
  readonly transfers: readonly Cells[]
}

export function blankInput(kind: ReceiptKind, formKey: string, today: CalendarDate): ReceiptInput {
  const nothing = { book: '', sheet: '', evidenceKind: '', evidenceReference: '', payer: '', remark: '', cash: '' }
  return { kind, formKey, receiptDate: formatThaiDateField(today), ...nothing, lines: [], transfers: [] }
}

/** The next sheet of the book, of the same day; who paid is another. */
export function nextInput(blank: ReceiptInput, { paper, receiptDate }: Receipt): ReceiptInput {
  if (paper.kind === 'evidence') return blank
  return { ...blank, book: paper.book, sheet: String(paper.sheet + 1), receiptDate: formatThaiDateField(receiptDate) }
}

/** A miskeyed sheet once more, with all that was keyed: only what was wrong is typed again. */
export function redoInput(blank: ReceiptInput, receipt: Receipt): ReceiptInput {
  const { paper, payer, remark, lines, payments } = receipt
  if (paper.kind === 'evidence') return blank
  const cash = payments.filter((payment) => payment.means === 'cash').map((payment) => payment.amount)
  return {
    ...blank, book: paper.book, sheet: String(paper.sheet), receiptDate: formatThaiDateField(receipt.receiptDate), payer, remark,
    cash: cash.length === 0 ? '' : formatMoney(sum(cash)),
    lines: lines.map(({ incomeCode, description, amount }) => ({ incomeCode, description, amount: formatMoney(amount) })),
    transfers: payments.flatMap(({ bank, reference, amount }) => (
      bank ? [{ bankAccountId: bank.id, reference, amount: formatMoney(amount) }] : [])),
  }
}

export interface Choices {
  readonly incomes: readonly IncomeItem[]
  readonly banks: readonly { readonly id: string; readonly bankName: string; readonly accountNumber: string }[]
  /** Blank rows asked for by the button, for those without script. */
  readonly moreLines?: number
  readonly moreTransfers?: number
  /** Of the next sheet everything but the payer is known: the cursor waits there. */
  readonly startsAtPayer?: boolean
  /** The miskeyed receipt this form replaces. */
  readonly redone?: Receipt | undefined
}

export interface ReceiptForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly redoes: string
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly isHandwritten: boolean
  readonly controls: readonly Control[]
  readonly payer: Field
  readonly startsAtPayer: boolean
  readonly linesEditor: LineEditor
  readonly cash: Control
  readonly transfersEditor: LineEditor
  readonly remark: Control
  readonly files: Control | undefined
}

export function formPage(input: ReceiptInput, choices: Choices, errors: FieldErrors = {}): ReceiptForm {
  const title = text.newTitle[input.kind]
  const isHandwritten = input.kind === 'handwritten'
  const { redone } = choices
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title }, ...refusals(errors),
    isHandwritten,
    redoes: redone ? text.redoes(paperName(redone.paper), redone.cancelled?.reason ?? '') : '',
    action: isHandwritten ? paths.handwritten : paths.evidence, cancelHref: redone ? paths.show(redone.id) : paths.list,
    formKey: input.formKey,
    controls: [...(isHandwritten ? sheetControls(input, errors) : evidenceControls(input, errors)), dayControl(input, errors)],
    payer: field({ name: 'payer', label: fields.payer, value: input.payer, error: errors.payer, maxLength: 200, required: true }),
    startsAtPayer: choices.startsAtPayer === true && Object.keys(errors).length === 0,
    linesEditor: linesEditor(input, choices, errors), transfersEditor: transfersEditor(input, choices, errors),
    cash: { money: money({ name: 'cash', label: fields.cash, value: input.cash, hint: text.cashHint, error: errors.cash }) },
    remark: { field: remarkField(input.remark, errors.remark) },
    files: isHandwritten ? undefined : filesControl(errors),
  }
}

function filesControl(errors: FieldErrors): Control {
  const given = { name: 'files', label: fields.files, hint: text.filesHint, error: errors.files }
  return { file: file({ ...given, accept: acceptedFiles, multiple: true, required: true }) }
}

function sheetControls(input: ReceiptInput, errors: FieldErrors): Control[] {
  const book = { name: 'book', label: fields.book, value: input.book, error: errors.book, maxLength: 20 }
  const sheet = { name: 'sheet', label: fields.sheet, value: input.sheet, error: errors.sheet, type: 'number' as const, maxLength: 5 }
  return [
    { field: field({ ...book, required: true, width: 'short' }) },
    { field: field({ ...sheet, required: true, width: 'short' }) },
  ]
}

function evidenceControls(input: ReceiptInput, errors: FieldErrors): Control[] {
  const options = [{ value: '', text: text.choose }, ...evidenceKinds.map((kind) => ({ value: kind, text: text.evidenceKinds[kind] }))]
  const kind = { name: 'evidenceKind', label: fields.evidenceKind, value: input.evidenceKind, error: errors.evidenceKind }
  const { evidenceReference: value } = input
  const reference = { name: 'evidenceReference', label: fields.evidenceReference, value, error: errors.evidenceReference }
  return [{ select: select({ ...kind, options, required: true }) }, { field: field({ ...reference, maxLength: 100 }) }]
}

function dayControl(input: ReceiptInput, errors: FieldErrors): Control {
  const day = { name: 'receiptDate', label: fields.receiptDate[input.kind], value: input.receiptDate, error: errors.receiptDate }
  return { date: date({ ...day, required: true }) }
}

function linesEditor(input: ReceiptInput, { incomes, moreLines }: Choices, errors: FieldErrors): LineEditor {
  const options = [{ value: '', text: text.choose }, ...incomes.map(({ code, name }) => ({ value: code, text: `${code} ${name}` }))]
  return lineEditor({
    name: 'lines', caption: text.lines, rows: input.lines, blankRows: blankRows(input.lines, moreLines, 3), errors,
    totals: totalOf(input.lines),
    columns: [
      { name: 'incomeCode', label: fields.income, kind: 'text', options }, { name: 'description', label: fields.description, kind: 'text' },
      { name: 'amount', label: fields.amount, kind: 'money', isTotalled: true },
    ],
    addRows: { name: 'moreLines', value: '3', label: text.moreRows },
  })
}

function transfersEditor(input: ReceiptInput, { banks, moreTransfers }: Choices, errors: FieldErrors): LineEditor {
  const accounts = banks.map((bank) => ({ value: bank.id, text: `${bank.bankName} ${bank.accountNumber}` }))
  const options = [{ value: '', text: text.choose }, ...accounts]
  return lineEditor({
    name: 'transfers', caption: text.transfers, rows: input.transfers, blankRows: blankRows(input.transfers, moreTransfers, 1), errors,
    totals: totalOf(input.transfers),
    columns: [
      { name: 'bankAccountId', label: fields.bank, kind: 'text', options }, { name: 'reference', label: fields.reference, kind: 'text' },
      { name: 'amount', label: fields.amount, kind: 'money', isTotalled: true },
    ],
    addRows: { name: 'moreTransfers', value: '1', label: text.moreRows },
  })
}

/** Before any script counts along. */
function totalOf(rows: readonly Cells[]): { amount: string } {
  return { amount: formatMoney(sum(rows.flatMap((row) => readBaht(row.amount ?? '') ?? []))) }
}

function blankRows(rows: readonly unknown[], more: number | undefined, least: number): number {
  return more ?? Math.max(0, least - rows.length)
}
