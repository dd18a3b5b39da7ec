// One receipt as finished strings.
import { fiscalYearOf, formatInstant, formatThaiDate, formatThaiDateShort, instant } from '../../platform/dates.ts'
import { attachmentsView, seenFrom, stepActions, type Attachment, type StepButton } from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import {
  choice, field, lineTable, refusals, type Actions, type Attachments, type Control, type ErrorSummary, type LineTable, type PageHeader,
  type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { assessmentText } from '../receipt-lines/receipt-lines.view.ts'
import { statusOf } from '../receipt-register/receipt-register.view.ts'
import { linkName, paperName } from '../receipts.names.ts'
import { counterPaths, receiptPaths as paths, remittancePaths, summaryPaths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { itemsOf } from '../receipts.view.ts'
import {
  amountOf, cancelCauses, handedOver, isMiskeyed, mayDecide, receiptLifecycle, type Receipt, type ReceiptHead, type ReceiptLine,
  type ReceiptPayment,
} from './receipt.ts'

const text = receiptsText.receipt
const { fields, columns } = text

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
  /** What waits for a second person. */
  readonly asked: string
  readonly actions: Actions | undefined
  readonly trail: Trail
}

export interface ShownReceipt {
  readonly receipt: Receipt
  /** One person may ask and decide. */
  readonly isSmall: boolean
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
    cancelBox: mayCancel(shown) ? cancelBox(receipt, refused) : undefined, asked: askedText(receipt), actions: actionsOf(shown), trail: shown.trail,
  }
}

function askedText({ state, cancelled }: Receipt): string {
  return state === 'cancelling' && cancelled ? text.asked(cancelled.reason, cancelled.by) : ''
}

function actionsOf({ receipt, officer, isSmall }: ShownReceipt): Actions | undefined {
  const allowed = mayDecide(officer, receipt, isSmall) ? receiptLifecycle.allows(officer, receipt) : []
  const mayPrint = receipt.paper.kind === 'issued' && officer.permissions.has('revenue.receipt:print')
  return stepActions({ document: receipt, officer, paths, allowed, buttons, print: mayPrint ? text.print : undefined })
}

const buttons: readonly StepButton<'confirm-cancel' | 'refuse-cancel'>[] = [
  { step: 'confirm-cancel', label: text.confirmCancel, kind: 'danger' },
  { step: 'refuse-cancel', label: text.refuseCancel, kind: 'secondary', reason: text.refuseReason },
]

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
  const isAtWork = state === 'recorded' && paper.kind !== 'evidence' && organisationId === shown.officer.organisationId
  if (!isAtWork || !shown.officer.permissions.has('revenue.receipt:create')) return []
  return [{ text: text.next[paper.kind], href: paper.kind === 'issued' ? counterPaths.next(id) : paths.nextSheet(id), kind: 'secondary' }]
}

function cancelBox(receipt: Receipt, { typed, errors }: Refused): CancelBox {
  const causes = cancelCauses.map((cause) => ({ value: cause, text: text.causes[cause].label, hint: text.causes[cause].hint }))
  const cause = { name: 'cause', label: text.cause, options: causes, values: [typed.cause], required: true, error: errors.cause }
  const reason = { name: 'reason', label: text.cancelReason, value: typed.reason, error: errors.reason, maxLength: 500 }
  return {
    action: paths.cancel(receipt.id), version: String(receipt.version), isOpen: Object.keys(errors).length > 0,
    label: text.cancel[receipt.paper.kind],
    cause: receipt.paper.kind !== 'handwritten' ? undefined : { choice: choice({ ...cause, type: 'radio' }) },
    reason: { field: field({ ...reason, required: true, rows: 2, width: 'full' }) },
  }
}

function factsOf(receipt: Receipt): SummaryItem[] {
  const { cancelled, paper, payerFacts } = receipt
  const when = (moment: string | null | undefined) => (moment ? formatInstant(instant(moment)) : '')
  const items = itemsOf([
    [fields.receiptDate[paper.kind], formatThaiDate(receipt.receiptDate)],
    [receiptsText.fiscalYear, String(fiscalYearOf(receipt.receiptDate))],
    [fields.payer, receipt.payer], [fields.payerKind, payerFacts.kind ? text.payerKinds[payerFacts.kind] : ''], [fields.payerNumber, payerFacts.number],
    [fields.payerAddress, payerFacts.address],
    [fields.evidenceKind, receipt.evidenceKind ? text.evidenceKinds[receipt.evidenceKind] : ''],
    [fields.evidenceReference, receipt.evidenceReference], [fields.remark, receipt.remark],
    [text.recordedBy, `${receipt.recordedBy.name} ${when(receipt.recordedAt)}`],
    [text.cancelledBy, cancelled ? `${cancelled.by} ${when(cancelled.at)}` : ''],
    [text.confirmedBy, cancelled?.confirmedBy ? `${cancelled.confirmedBy} ${when(cancelled.confirmedAt)}` : ''],
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
    rows: lines.map((line) => [line.incomeCode, { text: line.name, note: noteOf(line) }, formatMoney(line.amount)]),
    totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(sum(lines.map((line) => line.amount)))] }],
  })
}

function noteOf({ description, reference, keyName, ...line }: ReceiptLine): string | undefined {
  return [keyName, description, reference, ...assessmentText(line)].filter((part) => part !== '').join(' · ') || undefined
}

function paymentsTable(payments: readonly ReceiptPayment[]): LineTable {
  return lineTable({
    caption: text.payments, empty: '', columns: [
      { label: text.means, kind: 'text', isRowHeader: true }, { label: fields.bank, kind: 'text' },
      { label: fields.transferReference, kind: 'text' },
      { label: fields.amount, kind: 'money' },
    ],
    rows: handedOver(payments).map((payment) => [receiptsText.means[payment.means], placeOf(payment), referenceOf(payment), formatMoney(payment.amount)]),
    totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(sum(payments.map((payment) => payment.amount)))] }],
  })
}

function placeOf({ bank, cheque }: ReceiptPayment): string {
  return bank ? `${bank.name} ${bank.accountNumber}` : cheque?.bank ?? ''
}

function referenceOf({ reference, cheque, valueDate }: ReceiptPayment): string {
  if (cheque) return text.chequeOf(cheque.number, formatThaiDateShort(cheque.date))
  return [reference, valueDate === null ? '' : text.valueOf(formatThaiDateShort(valueDate))].filter((part) => part !== '').join(' ')
}
