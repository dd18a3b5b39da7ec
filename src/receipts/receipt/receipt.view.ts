// Receipts as finished strings: the register, the form, one receipt.
import { fiscalYearOf, formatInstant, formatThaiDate, formatThaiDateField, formatThaiDateShort, instant, type CalendarDate } from '../../platform/dates.ts'
import { acceptedFiles, type Attachment, attachmentsView } from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { formatMoney, sum, type Money } from '../../platform/money.ts'
import {
  date, field, file, lineEditor, lineTable, money, select, type Actions, type Attachments, type Column, type Control, type ErrorSummary,
  type LineEditor, type LineTable, type Option, type PageHeader, type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type CsvCell } from '../../platform/csv.ts'
import { type IncomeItem } from '../income-item/income-item.ts'
import { linkName, paperName } from '../receipts.names.ts'
import { receiptPaths as paths, remittancePaths, seenFrom, summaryPaths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { listFrame, organisationControls, refusals, type ListFrame, type Offices } from '../receipts.view.ts'
import { type AskedReceipts } from './receipt.schema.ts'
import {
  amountOf, evidenceKinds, receiptKinds, receiptLifecycle, receiptStates, type MissingSheets, type Receipt, type ReceiptHead, type ReceiptKind, type ReceiptPayment,
} from './receipt.ts'

const text = receiptsText.receipt
const { fields, columns } = text

export interface FoundReceipts extends Offices {
  readonly receipts: readonly ReceiptHead[]
  readonly hasMore: boolean
  readonly totals: { readonly count: number; readonly cancelled: number; readonly total: Money }
  readonly missing: readonly MissingSheets[]
  readonly mayCreate: boolean
}

export interface ReceiptList extends ListFrame {
  readonly missing: string
  readonly csvHref: string
}

export function listPage(asked: AskedReceipts, found: FoundReceipts, own: string): ReceiptList {
  const query = new URLSearchParams({ organisation: asked.filter.organisationId, state: asked.filter.state ?? '', kind: asked.filter.kind ?? '', ...asked.typed })
  const last = found.receipts.at(-1)
  const next = found.hasMore && last ? `${paths.list}?${query}&after=${last.receiptDate}_${last.id}` : undefined
  return {
    ...listFrame({ title: text.listTitle, path: paths.list, controls: filterControls(asked, found), errors: asked.errors, next, countText: countText(found), actions: found.mayCreate ? newActions : [] }),
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns, rows: found.receipts.map((receipt) => rowOf(receipt, own)),
      totals: [{ label: text.sumOfAll, isGrand: true, cells: [formatMoney(found.totals.total), ''] }],
    }),
    missing: found.missing.length === 0 ? '' : text.missing(missingText(found.missing)), csvHref: `${paths.csv}?${query}`,
  }
}

const newActions = [
  { text: text.newTitle.handwritten, href: paths.handwritten, kind: 'primary' as const }, { text: text.newTitle.evidence, href: paths.evidence, kind: 'secondary' as const },
]

const listColumns: readonly Column[] = [
  { label: columns.paper, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' }, { label: columns.kind, kind: 'text' },
  { label: columns.payer, kind: 'text' }, { label: columns.amount, kind: 'money' }, { label: columns.state, kind: 'status' },
]

function rowOf(receipt: ReceiptHead, own: string) {
  return [
    { text: paperName(receipt.paper), href: seenFrom(own, receipt.organisationId, paths.show(receipt.id)) }, formatThaiDateShort(receipt.receiptDate),
    text.kinds[receipt.paper.kind], receipt.payer, formatMoney(amountOf(receipt)), { status: text.states[receipt.state] },
  ]
}

function countText({ receipts, totals }: FoundReceipts): string {
  return text.count({ shown: String(receipts.length), count: totals.count.toLocaleString('en-US'), cancelled: totals.cancelled.toLocaleString('en-US') })
}

/** 'เล่มที่ 12 เลขที่ 36' */
export function missingText(missing: readonly MissingSheets[]): string {
  return missing.map(({ book, from, until }) => receiptsText.sheetName(book, from === until ? String(from) : `${from}–${until}`)).join(' · ')
}

function filterControls({ filter, typed, errors }: AskedReceipts, offices: Offices): Control[] {
  const all = { value: '', text: receiptsText.all }
  return [
    ...organisationControls(offices, filter.organisationId),
    { date: date({ name: 'from', label: receiptsText.filters.from, value: typed.from, error: errors.from }) },
    { date: date({ name: 'until', label: receiptsText.filters.until, value: typed.until, error: errors.until }) },
    { select: select({ name: 'kind', label: columns.kind, value: filter.kind, options: [all, ...receiptKinds.map((kind) => ({ value: kind, text: text.kinds[kind] }))] }) },
    { select: select({ name: 'state', label: columns.state, value: filter.state, options: [all, ...receiptStates.map((state) => ({ value: state, text: text.states[state].text }))] }) },
    { field: field({ name: 'search', label: text.search, value: typed.search, maxLength: 100 }) },
  ]
}

export function csvRows(receipts: readonly ReceiptHead[]): CsvCell[][] {
  const head = [columns.paper, columns.date, columns.kind, columns.payer, columns.amount, columns.state]
  return [head, ...receipts.map((receipt) => [
    paperName(receipt.paper), formatThaiDateField(receipt.receiptDate), text.kinds[receipt.paper.kind], receipt.payer, amountOf(receipt), text.states[receipt.state].text,
  ])]
}

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
  const nothing = { book: '', sheet: '', evidenceKind: '', evidenceReference: '', payer: '', remark: '', cash: '', lines: [], transfers: [] }
  return { kind, formKey, receiptDate: formatThaiDateField(today), ...nothing }
}

/** The next sheet of the book: same day, same payer (keyed one after the other from a book). */
export function nextInput(blank: ReceiptInput, { paper, receiptDate, payer }: Receipt): ReceiptInput {
  if (paper.kind === 'evidence') return blank
  return { ...blank, book: paper.book, sheet: String(paper.sheet + 1), receiptDate: formatThaiDateField(receiptDate), payer }
}

export interface Choices {
  readonly incomes: readonly IncomeItem[]
  readonly banks: readonly { readonly id: string; readonly bankName: string; readonly accountNumber: string }[]
  /** Blank rows asked for by the button, for those without script. */
  readonly moreLines?: number
  readonly moreTransfers?: number
}

export interface ReceiptForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly isHandwritten: boolean
  readonly controls: readonly Control[]
  readonly linesEditor: LineEditor
  readonly cash: Control
  readonly transfersEditor: LineEditor
  readonly remark: Control
  readonly files: Control | undefined
}

export function formPage(input: ReceiptInput, choices: Choices, errors: FieldErrors = {}): ReceiptForm {
  const title = text.newTitle[input.kind]
  const isHandwritten = input.kind === 'handwritten'
  const files = { name: 'files', label: fields.files, hint: text.filesHint, accept: acceptedFiles, multiple: true, required: true, error: errors.files }
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title }, ...refusals(errors), isHandwritten,
    action: isHandwritten ? paths.handwritten : paths.evidence, cancelHref: paths.list, formKey: input.formKey,
    controls: [...(isHandwritten ? sheetControls(input, errors) : evidenceControls(input, errors)), ...payerControls(input, errors)],
    linesEditor: linesEditor(input, choices, errors), transfersEditor: transfersEditor(input, choices, errors),
    cash: { money: money({ name: 'cash', label: fields.cash, value: input.cash, hint: text.cashHint, error: errors.cash }) },
    remark: { field: field({ name: 'remark', label: fields.remark, value: input.remark, error: errors.remark, maxLength: 500, width: 'full' }) },
    files: isHandwritten ? undefined : { file: file(files) },
  }
}

function sheetControls(input: ReceiptInput, errors: FieldErrors): Control[] {
  return [
    { field: field({ name: 'book', label: fields.book, value: input.book, error: errors.book, required: true, maxLength: 20, width: 'short' }) },
    { field: field({ name: 'sheet', label: fields.sheet, value: input.sheet, error: errors.sheet, required: true, type: 'number', maxLength: 5, width: 'short' }) },
  ]
}

function evidenceControls(input: ReceiptInput, errors: FieldErrors): Control[] {
  const options = [{ value: '', text: text.choose }, ...evidenceKinds.map((kind) => ({ value: kind, text: text.evidenceKinds[kind] }))]
  return [
    { select: select({ name: 'evidenceKind', label: fields.evidenceKind, options, value: input.evidenceKind, error: errors.evidenceKind, required: true }) },
    { field: field({ name: 'evidenceReference', label: fields.evidenceReference, value: input.evidenceReference, error: errors.evidenceReference, maxLength: 100 }) },
  ]
}

function payerControls(input: ReceiptInput, errors: FieldErrors): Control[] {
  return [
    { date: date({ name: 'receiptDate', label: fields.receiptDate[input.kind], value: input.receiptDate, error: errors.receiptDate, required: true }) },
    { field: field({ name: 'payer', label: fields.payer, value: input.payer, error: errors.payer, required: true, maxLength: 200, width: 'long' }) },
  ]
}

function linesEditor(input: ReceiptInput, choices: Choices, errors: FieldErrors): LineEditor {
  const incomes: Option[] = [{ value: '', text: text.choose }, ...choices.incomes.map(({ code, name }) => ({ value: code, text: `${code} ${name}` }))]
  return lineEditor({
    name: 'lines', caption: text.lines, rows: input.lines, blankRows: blankRows(input.lines, choices.moreLines, 3), errors,
    columns: [
      { name: 'incomeCode', label: fields.income, kind: 'text', options: incomes }, { name: 'description', label: fields.description, kind: 'text' },
      { name: 'amount', label: fields.amount, kind: 'money', isTotalled: true },
    ],
    addRows: { name: 'moreLines', value: '3', label: text.moreRows },
  })
}

function transfersEditor(input: ReceiptInput, choices: Choices, errors: FieldErrors): LineEditor {
  const banks = [{ value: '', text: text.choose }, ...choices.banks.map((bank) => ({ value: bank.id, text: `${bank.bankName} ${bank.accountNumber}` }))]
  return lineEditor({
    name: 'transfers', caption: text.transfers, rows: input.transfers, blankRows: blankRows(input.transfers, choices.moreTransfers, 1), errors,
    columns: [
      { name: 'bankAccountId', label: fields.bank, kind: 'text', options: banks }, { name: 'reference', label: fields.reference, kind: 'text' },
      { name: 'amount', label: fields.amount, kind: 'money', isTotalled: true },
    ],
    addRows: { name: 'moreTransfers', value: '1', label: text.moreRows },
  })
}

function blankRows(rows: readonly unknown[], more: number | undefined, least: number): number {
  return more ?? Math.max(0, least - rows.length)
}

export interface ReceiptPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly summaryList: SummaryList
  readonly linesTable: LineTable
  readonly paymentsTable: LineTable
  readonly attachments: Attachments
  readonly actions: Actions | undefined
  readonly trail: Trail
}

export interface ShownReceipt {
  readonly receipt: Receipt
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
  readonly officer: Officer
  readonly voucherPath: (organisationId: string, id: string) => string
}

export function showPage(shown: ShownReceipt, errors: FieldErrors = {}): ReceiptPage {
  const { receipt } = shown
  const title = `${text.kinds[receipt.paper.kind]} ${paperName(receipt.paper)}`
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: paperName(receipt.paper) }],
    pageHeader: { title, status: text.states[receipt.state] }, ...refusals(errors), summaryList: { items: [...factsOf(receipt), ...chainOf(shown)] },
    linesTable: linesTable(receipt), paymentsTable: paymentsTable(receipt.payments), attachments: attachmentsView(shown.attachments),
    actions: actionsOf(shown), trail: shown.trail,
  }
}

function factsOf(receipt: Receipt): SummaryItem[] {
  const facts: [string, string][] = [
    [fields.receiptDate[receipt.paper.kind], formatThaiDate(receipt.receiptDate)], [receiptsText.fiscalYear, String(fiscalYearOf(receipt.receiptDate))], [fields.payer, receipt.payer],
    [fields.evidenceKind, receipt.evidenceKind ? text.evidenceKinds[receipt.evidenceKind] : ''], [fields.evidenceReference, receipt.evidenceReference],
    [fields.remark, receipt.remark], [text.recordedBy, `${receipt.recordedBy} ${formatInstant(instant(receipt.recordedAt))}`], [text.cancelReason, receipt.cancelReason ?? ''],
  ]
  const items = facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, text: value }))
  return [...items, { label: columns.amount, text: formatMoney(amountOf(receipt)), isMoney: true }]
}

function chainOf({ receipt, officer, voucherPath }: ShownReceipt): SummaryItem[] {
  const { slip, summary, voucher, organisationId } = receipt
  const from = (path: string) => seenFrom(officer.organisationId, organisationId, path)
  return [
    ...(slip ? [{ label: receiptsText.documents.RMT, text: linkName('RMT', slip), href: from(remittancePaths.show(slip.id)) }] : []),
    ...(summary ? [{ label: receiptsText.documents.RSV, text: linkName('RSV', summary), href: from(summaryPaths.show(summary.id)) }] : []),
    ...(voucher ? [{ label: receiptsText.documents.RV, text: linkName('RV', voucher), href: voucherPath(organisationId, voucher.id) }] : []),
  ]
}

function linesTable({ lines }: Receipt): LineTable {
  return lineTable({
    caption: text.lines, empty: '', columns: [
      { label: text.code, kind: 'code', isRowHeader: true }, { label: fields.income, kind: 'text' }, { label: fields.amount, kind: 'money' },
    ],
    rows: lines.map((line) => [line.incomeCode, { text: line.name, note: line.description || undefined }, formatMoney(line.amount)]),
    totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(sum(lines.map((line) => line.amount)))] }],
  })
}

function paymentsTable(payments: readonly ReceiptPayment[]): LineTable {
  return lineTable({
    caption: text.payments, empty: '', columns: [
      { label: text.means, kind: 'text', isRowHeader: true }, { label: fields.bank, kind: 'text' }, { label: fields.reference, kind: 'text' }, { label: fields.amount, kind: 'money' },
    ],
    rows: payments.map(({ means, bank, reference, amount }) => [receiptsText.means[means], bank ? `${bank.name} ${bank.accountNumber}` : '', reference, formatMoney(amount)]),
  })
}

/** Those who only look see no buttons. */
function actionsOf({ receipt, officer }: ShownReceipt): Actions | undefined {
  const mayCancel = receipt.organisationId === officer.organisationId && receiptLifecycle.allows(officer, receipt).includes('cancel')
  if (!mayCancel || receipt.slip) return undefined
  const reason = { id: 'reason', label: text.cancelReason }
  return { version: String(receipt.version), buttons: [{ label: text.cancel, action: paths.cancel(receipt.id), kind: 'danger', reason }] }
}
