// Receipts as finished strings: the register and one receipt.
import { fiscalYearOf, formatInstant, formatThaiDate, formatThaiDateField, formatThaiDateShort, instant } from '../../platform/dates.ts'
import {
  attachmentsView, dayControls, listFrame, organisationControls, seenFrom, stateControl, withAll, type Attachment, type ListFrame, type Offices,
} from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { formatMoney, sum, type Money } from '../../platform/money.ts'
import {
  choice, field, lineTable, refusals, select, type Attachments, type Column, type Control, type ErrorSummary, type LineTable, type PageHeader,
  type Status, type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type CsvCell } from '../../platform/csv.ts'
import { linkName, paperName } from '../receipts.names.ts'
import { receiptPaths as paths, remittancePaths, summaryPaths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { itemsOf } from '../receipts.view.ts'
import { type AskedReceipts } from './receipt.schema.ts'
import {
  amountOf, cancelCauses, isMiskeyed, receiptKinds, receiptLifecycle, type Cancellation, type MissingSheets, type Receipt,
  type ReceiptHead,
  type ReceiptPayment,
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
  const { organisationId, state = '', kind = '' } = asked.filter
  const query = new URLSearchParams({ organisation: organisationId, state, kind, ...asked.typed })
  const last = found.receipts.at(-1)
  const next = found.hasMore && last ? `${paths.list}?${query}&after=${last.receiptDate}_${last.id}` : undefined
  return {
    ...listFrame({
      title: text.listTitle, path: paths.list, controls: filterControls(asked, found), errors: asked.errors, next,
      countText: countText(found),
      actions: found.mayCreate ? newActions : [],
    }),
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns,
      rows: found.receipts.map((receipt) => rowOf(receipt, own)),
      totals: found.receipts.length === 0 ? [] : [{ label: text.sumOfAll, isGrand: true, cells: [formatMoney(found.totals.total), ''] }],
    }),
    missing: found.missing.length === 0 ? '' : text.missing(missingText(found.missing)), csvHref: `${paths.csv}?${query}`,
  }
}

const newActions = [
  { text: text.newTitle.handwritten, href: paths.handwritten, kind: 'primary' as const },
  { text: text.newTitle.evidence, href: paths.evidence, kind: 'secondary' as const },
]

const listColumns: readonly Column[] = [
  { label: columns.paper, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' }, { label: columns.kind, kind: 'text' },
  { label: columns.payer, kind: 'text' }, { label: columns.amount, kind: 'money' }, { label: columns.state, kind: 'status' },
]

function rowOf(receipt: ReceiptHead, own: string) {
  const { cancelled } = receipt
  return [
    { text: paperName(receipt.paper), href: seenFrom(own, receipt.organisationId, paths.show(receipt.id)) },
    formatThaiDateShort(receipt.receiptDate),
    text.shortKinds[receipt.paper.kind], receipt.payer, formatMoney(amountOf(receipt)),
    { status: statusOf(receipt), note: cancelled ? noteOf(cancelled) : undefined },
  ]
}

function noteOf({ reason, by, at }: Cancellation): string {
  return text.cancelNote(reason, by, formatInstant(instant(at)))
}

/** A miskeyed one is told from a paper that was cancelled. */
function statusOf(receipt: ReceiptHead): Status {
  return isMiskeyed(receipt) ? text.miskeyed : text.states[receipt.state]
}

function countText({ receipts, totals }: FoundReceipts): string {
  const written = (count: number) => count.toLocaleString('en-US')
  return text.count({ shown: String(receipts.length), count: written(totals.count), cancelled: written(totals.cancelled) })
}

/** 'เล่มที่ 12 เลขที่ 36' */
export function missingText(missing: readonly MissingSheets[]): string {
  const names = missing.map(({ book, from, until }) => receiptsText.sheetName(book, from === until ? String(from) : `${from}–${until}`))
  return names.join(' · ')
}

function filterControls({ filter, typed, errors }: AskedReceipts, offices: Offices): Control[] {
  const kinds = withAll(receiptKinds.map((kind) => ({ value: kind, text: text.kinds[kind] })))
  return [
    ...organisationControls(offices, filter.organisationId),
    ...dayControls({ typed, errors }),
    { select: select({ name: 'kind', label: columns.kind, value: filter.kind, options: kinds }) },
    stateControl(text.states, filter.state),
    { field: field({ name: 'search', label: text.search, value: typed.search, maxLength: 100 }) },
  ]
}

export function csvRows(receipts: readonly ReceiptHead[]): CsvCell[][] {
  const head = [
    columns.paper, columns.date, columns.kind, columns.payer, columns.amount, columns.state, text.cancelReason, text.cancelledBy,
    text.cancelledAt,
  ]
  return [head, ...receipts.map((receipt) => {
    const { cancelled } = receipt
    const how = cancelled ? [cancelled.reason, cancelled.by, formatInstant(instant(cancelled.at))] : ['', '', '']
    return [
      paperName(receipt.paper), formatThaiDateField(receipt.receiptDate), text.kinds[receipt.paper.kind], receipt.payer, amountOf(receipt),
      statusOf(receipt).text, ...how,
    ]
  })]
}

/** Cancelling says what was wrong, the paper or its keying. */
export interface CancelBox {
  readonly action: string
  readonly version: string
  readonly isOpen: boolean
  readonly label: string
  /** Absent: evidence has no sheet to be keyed anew. */
  readonly cause: Control | undefined
  readonly reason: Control
}

export interface CancelInput {
  readonly cause: string
  readonly reason: string
}

export interface ReceiptPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly summaryList: SummaryList
  readonly linesTable: LineTable
  readonly paymentsTable: LineTable
  readonly attachments: Attachments | undefined
  readonly cancelBox: CancelBox | undefined
  readonly trail: Trail
}

export interface ShownReceipt {
  readonly receipt: Receipt
  /** What else was keyed of the same sheet. */
  readonly ofSheet: readonly ReceiptHead[]
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
  readonly officer: Officer
  readonly voucherPath: (organisationId: string, id: string) => string
}

export interface Refused {
  readonly typed: CancelInput
  readonly errors: FieldErrors
}

const nothingTyped: Refused = { typed: { cause: '', reason: '' }, errors: {} }

export function showPage(shown: ShownReceipt, refused: Refused = nothingTyped): ReceiptPage {
  const { receipt } = shown
  const title = `${text.kinds[receipt.paper.kind]} ${paperName(receipt.paper)}`
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: paperName(receipt.paper) }],
    pageHeader: { title, status: statusOf(receipt), actions: pageActions(shown) }, ...refusals(refused.errors),
    summaryList: { items: [...factsOf(receipt), ...sameSheet(shown), ...chainOf(shown)] },
    linesTable: linesTable(receipt), paymentsTable: paymentsTable(receipt.payments),
    attachments: receipt.paper.kind === 'evidence' ? attachmentsView(shown.attachments) : undefined,
    cancelBox: mayCancel(shown) ? cancelBox(receipt, refused) : undefined, trail: shown.trail,
  }
}

/** Those who only look see no buttons. */
function mayCancel({ receipt, officer }: ShownReceipt): boolean {
  if (receipt.organisationId !== officer.organisationId || receipt.slip) return false
  return receiptLifecycle.allows(officer, receipt).includes('cancel')
}

/** Miskeyed, and nobody has keyed the sheet anew. */
function mayRedo({ receipt, ofSheet, officer }: ShownReceipt): boolean {
  if (receipt.organisationId !== officer.organisationId || !officer.permissions.has('revenue.receipt:create')) return false
  return isMiskeyed(receipt) && ofSheet.every(isMiskeyed)
}

function pageActions(shown: ShownReceipt): NonNullable<PageHeader['actions']> {
  const { id, paper, state, organisationId } = shown.receipt
  if (mayRedo(shown)) return [{ text: text.redo, href: paths.redo(id), kind: 'primary' }]
  const isAtWork = state === 'recorded' && paper.kind === 'handwritten' && organisationId === shown.officer.organisationId
  const mayCreate = shown.officer.permissions.has('revenue.receipt:create')
  return isAtWork && mayCreate ? [{ text: text.next, href: paths.nextSheet(id), kind: 'secondary' }] : []
}

function cancelBox(receipt: Receipt, { typed, errors }: Refused): CancelBox {
  const causes = cancelCauses.map((cause) => ({ value: cause, text: text.causes[cause].label, hint: text.causes[cause].hint }))
  const cause = { name: 'cause', label: text.cause, options: causes, values: [typed.cause], required: true, error: errors.cause }
  const reason = { name: 'reason', label: text.cancelReason, value: typed.reason, error: errors.reason, maxLength: 500 }
  return {
    action: paths.cancel(receipt.id), version: String(receipt.version), isOpen: Object.keys(errors).length > 0,
    label: text.cancel[receipt.paper.kind],
    cause: receipt.paper.kind === 'evidence' ? undefined : { choice: choice({ ...cause, type: 'radio' }) },
    reason: { field: field({ ...reason, required: true, rows: 2, width: 'full' }) },
  }
}

function factsOf(receipt: Receipt): SummaryItem[] {
  const { cancelled, paper } = receipt
  const items = itemsOf([
    [fields.receiptDate[paper.kind], formatThaiDate(receipt.receiptDate)],
    [receiptsText.fiscalYear, String(fiscalYearOf(receipt.receiptDate))],
    [fields.payer, receipt.payer], [fields.evidenceKind, receipt.evidenceKind ? text.evidenceKinds[receipt.evidenceKind] : ''],
    [fields.evidenceReference, receipt.evidenceReference], [fields.remark, receipt.remark],
    [text.recordedBy, `${receipt.recordedBy} ${formatInstant(instant(receipt.recordedAt))}`],
    [text.cancelledBy, cancelled ? `${cancelled.by} ${formatInstant(instant(cancelled.at))}` : ''],
    [text.cancelReason, cancelled?.reason ?? ''],
  ])
  return [...items, { label: columns.amount, text: formatMoney(amountOf(receipt)), isMoney: true }]
}

/** From the miskeyed row to the one that stands for it, and back. */
function sameSheet({ receipt, ofSheet, officer }: ShownReceipt): SummaryItem[] {
  return ofSheet.filter((other) => other.id !== receipt.id).map((other) => ({
    label: isMiskeyed(other) ? text.insteadOf : text.keyedAnew,
    text: `${formatThaiDateShort(other.receiptDate)} ${other.payer} ${formatMoney(other.total)}`,
    href: seenFrom(officer.organisationId, other.organisationId, paths.show(other.id)),
  }))
}

function chainOf({ receipt, officer, voucherPath }: ShownReceipt): SummaryItem[] {
  const { slip, summary, voucher, organisationId } = receipt
  const from = (path: string) => seenFrom(officer.organisationId, organisationId, path)
  return [
    ...(slip ? [{ label: receiptsText.documents.RMT, text: linkName('RMT', slip), href: from(remittancePaths.show(slip.id)) }] : []),
    ...(summary ? [{ label: receiptsText.documents.RSV, text: linkName('RSV', summary), href: from(summaryPaths.show(summary.id)) }] : []),
    ...(voucher ? [{
      label: receiptsText.documents.RV, text: linkName('RV', voucher), href: voucherPath(organisationId, voucher.id),
    }] : []),
  ]
}

/** Of a cancelled one too, as it is written on the paper. */
function linesTable({ lines }: Receipt): LineTable {
  return lineTable({
    caption: text.lines, empty: '', columns: [
      { label: text.code, kind: 'code', isRowHeader: true }, { label: fields.income, kind: 'text' },
      { label: fields.amount, kind: 'money' },
    ],
    rows: lines.map((line) => [line.incomeCode, { text: line.name, note: line.description || undefined }, formatMoney(line.amount)]),
    totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(sum(lines.map((line) => line.amount)))] }],
  })
}

function paymentsTable(payments: readonly ReceiptPayment[]): LineTable {
  return lineTable({
    caption: text.payments, empty: '', columns: [
      { label: text.means, kind: 'text', isRowHeader: true }, { label: fields.bank, kind: 'text' },
      { label: fields.reference, kind: 'text' },
      { label: fields.amount, kind: 'money' },
    ],
    rows: payments.map(({ means, bank, reference, amount }) => (
      [receiptsText.means[means], bank ? `${bank.name} ${bank.accountNumber}` : '', reference, formatMoney(amount)])),
    totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(sum(payments.map((payment) => payment.amount)))] }],
  })
}
