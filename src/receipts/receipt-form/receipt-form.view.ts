// The form of a receipt as finished strings, its boxes in the order of the paper.
import { acceptedFiles } from '../../documents/index.ts'
import { formatThaiDateField, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  date, field, file, money, refusals, select, type Control, type ErrorSummary, type Field, type LineEditor, type PageHeader,
} from '../../platform/http/components.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type ReceiptKind } from '../paper/paper.ts'
import { evidenceKinds, type Receipt } from '../receipt/receipt.ts'
import { amountCells, chequesEditor, linesEditor, transfersEditor, type Cells } from '../receipt-lines/receipt-lines.view.ts'
import { type LineChoices } from '../receipt-lines/receipt-lines.ts'
import { paperName } from '../receipts.names.ts'
import { receiptPaths as paths, type FromUnit } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { transferNoticeText as noticeText } from '../transfer-notice.text.ts'
import { type TransferNotice } from '../transfer-notice/transfer-notice.ts'
import { remarkField } from '../receipts.view.ts'

const text = receiptsText.receipt
const { fields } = text

/** Of a paper that somebody else made: the counter's own form is its desk's. */
export type RecordedKind = Exclude<ReceiptKind, 'issued'>

/** What stands in the boxes: as offered or as typed. */
export interface ReceiptInput {
  readonly kind: RecordedKind
  readonly formKey: string
  readonly book: string
  readonly sheet: string
  readonly evidenceKind: string
  readonly evidenceReference: string
  readonly receiptDate: string
  readonly payer: string
  readonly remark: string
  readonly cash: string
  /** Id of the department's transfer that is taken in. */
  readonly notice: string
  readonly lines: readonly Cells[]
  readonly transfers: readonly Cells[]
  readonly cheques: readonly Cells[]
}

export function blankInput(kind: RecordedKind, formKey: string, today: CalendarDate): ReceiptInput {
  const nothing = { book: '', sheet: '', evidenceKind: '', evidenceReference: '', payer: '', remark: '', cash: '', notice: '' }
  return { kind, formKey, receiptDate: formatThaiDateField(today), ...nothing, lines: [], transfers: [], cheques: [] }
}

/** The next sheet of the book, of the same day; who paid is another. */
export function nextInput(blank: ReceiptInput, { paper, receiptDate }: Receipt): ReceiptInput {
  if (paper.kind !== 'handwritten') return blank
  return { ...blank, book: paper.book, sheet: String(paper.sheet + 1), receiptDate: formatThaiDateField(receiptDate) }
}

/** A miskeyed sheet once more, with all that was keyed: only what was wrong is typed again. */
export function redoInput(blank: ReceiptInput, receipt: Receipt): ReceiptInput {
  const { paper, payer, remark, lines, payments } = receipt
  if (paper.kind !== 'handwritten') return blank
  return {
    ...blank, book: paper.book, sheet: String(paper.sheet), receiptDate: formatThaiDateField(receipt.receiptDate), payer, remark,
    lines: lines.map(({ incomeCode, keyName: key, description, reference, ...line }) => ({ incomeCode, key, description, reference, ...amountCells(line) })),
    ...typedPayments(payments),
  }
}

/** A transfer the department told of: all but the bank account and the paper is known. */
export function noticeInput(blank: ReceiptInput, notice: TransferNotice): ReceiptInput {
  const amount = formatMoney(notice.amount)
  return {
    ...blank, notice: notice.id, payer: noticeText.payer, evidenceKind: 'credit-advice', evidenceReference: notice.letterNumber, remark: noticeText.remark(notice.letterNumber, notice.round),
    lines: [{ incomeCode: notice.revenueCode, amount }], transfers: [{ amount, valueDate: formatThaiDateField(notice.transferredOn) }],
  }
}

/** Money another unit has paid us: who, on which account and how much is known. */
export function fromUnitInput(blank: ReceiptInput, { name, account, amount }: FromUnit, incomes: Choices['incomes']): ReceiptInput {
  const income = incomes.find(({ accountCode, unitAccount }) => accountCode === account || unitAccount === account)
  return {
    ...blank, payer: name, evidenceKind: 'credit-advice', lines: [{ incomeCode: income?.code ?? '', key: name, amount }], transfers: [{ amount, valueDate: blank.receiptDate }],
  }
}

/** Payments that stand, as somebody would have typed them. */
function typedPayments(payments: Receipt['payments']): Pick<ReceiptInput, 'cash' | 'transfers' | 'cheques'> {
  const cash = payments.filter((payment) => payment.means === 'cash').map((payment) => payment.amount)
  const day = (date: CalendarDate | null) => (date === null ? '' : formatThaiDateField(date))
  return {
    cash: cash.length === 0 ? '' : formatMoney(sum(cash)),
    transfers: payments.flatMap(({ bank, reference, valueDate, amount }) => (
      bank ? [{ bankAccountId: bank.id, reference, valueDate: day(valueDate), amount: formatMoney(amount) }] : [])),
    cheques: payments.flatMap(({ cheque, amount }) => (
      cheque ? [{ bank: cheque.bank, number: cheque.number, date: day(cheque.date), amount: formatMoney(amount) }] : [])),
  }
}

export interface Choices extends LineChoices {
  /** Of the next sheet everything but the payer is known: the cursor waits there. */
  readonly startsAtPayer?: boolean
  /** The miskeyed receipt this form replaces. */
  readonly redone?: Receipt | undefined
}

export interface ReceiptForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly redoes: string
  readonly notice: string
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
  readonly chequesEditor: LineEditor | undefined
  readonly hasCheques: boolean
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
    formKey: input.formKey, notice: input.notice,
    controls: [...(isHandwritten ? sheetControls(input, errors) : evidenceControls(input, errors)), dayControl(input, errors)],
    payer: field({ name: 'payer', label: fields.payer, value: input.payer, error: errors.payer, maxLength: 200, required: true }),
    startsAtPayer: choices.startsAtPayer === true && Object.keys(errors).length === 0,
    linesEditor: linesEditor(input.lines, choices, errors), transfersEditor: transfersEditor(input.transfers, choices, errors),
    chequesEditor: isHandwritten ? chequesEditor(input.cheques, choices, errors) : undefined, hasCheques: input.cheques.length > 0 || choices.moreCheques !== undefined,
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
