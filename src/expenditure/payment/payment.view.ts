// Payments as finished strings: register, form, page, file.
import {
  asSigned, attachmentsView, papersOpen, printedNumber, registerFrame, seenFrom, signer, stepActions, totalsLine, totalsRow, type Attachment, type ExportTable, type FoundRegister,
  type ListFrame, type StepButton,
} from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { type ListTotals } from '../../platform/database/heads.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  field, lineTable, refusals, type Actions, type Attachments, type Column, type Control, type ErrorSummary, type LineTable, type PageHeader, type SummaryItem, type Status, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, isZero, sum } from '../../platform/money.ts'
import { chequePaperText } from '../cheque-paper.text.ts'
import { chequePaths, chequeReportPaths, paymentPaths as paths, withholdingPaths } from '../payment.paths.ts'
import { paymentText as text } from '../payment.text.ts'
import { inThaiDigits, type PurchasePaper } from '../purchase-desk/purchase-desk.view.ts'
import { certificateNumber, withholdingTable } from '../withholding/withholding.view.ts'
import { type Withholding } from '../withholding/withholding.ts'
import { type AskedPayments } from './payment.schema.ts'
import { hasSlip, paymentLifecycle, paymentPapers, type PaidClaim, type Payment, type PaymentHead, type PaymentStep } from './payment.ts'

const { columns, fields } = text

/** It stands, though some of its people did not get their money. */
export function statusOf({ state, isBouncedInPart }: Pick<PaymentHead, 'state' | 'isBouncedInPart'>): Status {
  return isBouncedInPart ? text.bouncePeople.state : text.states[state]
}

export interface FoundPayments extends FoundRegister<PaymentHead> {
  readonly own: string
  readonly listTotals: ListTotals
  /** Several at once, for whom it may concern. */
  readonly many: NonNullable<PageHeader['actions']>
  readonly exports: NonNullable<PageHeader['actions']>
}

export function listPage(asked: AskedPayments, found: FoundPayments): ListFrame {
  const frame = registerFrame({ text, paths }, asked, found)
  const next = frame.pagination.nextHref
  const search: Control = { field: field({ name: 'search', label: fields.search, value: asked.search, maxLength: 100 }) }
  return {
    ...frame, pageHeader: { ...frame.pageHeader, actions: [...frame.pageHeader.actions ?? [], ...found.many, { text: text.withholding.listTitle, href: withholdingPaths.list, kind: 'secondary' }, ...found.exports] },
    filters: { ...frame.filters, controls: [...frame.filters.controls, search] },
    pagination: { ...frame.pagination, nextHref: next && `${next}&${new URLSearchParams({ search: asked.search })}` },
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns,
      rows: found.items.map((payment) => [
        { text: voucherNumber(payment), href: seenFrom(found.own, payment.organisationId, paths.show(payment.id)), note: claimNumbers(payment) }, formatThaiDateShort(payment.paymentDate), payment.payeeNames,
        { text: text.channels[payment.channel], note: payment.chequeNumber ?? undefined }, { text: payment.bankName ?? '' }, formatMoney(payment.gross), formatMoney(payment.deducted),
        formatMoney(payment.net), { status: statusOf(payment) },
      ]),
      totals: totalsRow(found.listTotals),
    }),
  }
}

export function claimNumbers({ claimNumbers: numbers }: Pick<PaymentHead, 'claimNumbers'>): string {
  return numbers.map(claimNumber).join(', ')
}

function voucherNumber({ voucherNumber: stored }: Pick<PaymentHead, 'voucherNumber'>): string {
  return stored === null ? text.unposted : printedNumber('PV', stored.number, stored.fiscalYear)
}

const listColumns: readonly Column[] = [
  { label: columns.voucher, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' }, { label: columns.payee, kind: 'text' }, { label: columns.channel, kind: 'text' }, { label: columns.account, kind: 'text' },
  { label: columns.gross, kind: 'money' }, { label: columns.deducted, kind: 'money' }, { label: columns.net, kind: 'money' }, { label: columns.state, kind: 'status' },
]

export function exportTable(payments: readonly PaymentHead[], { office, totals, today }: { readonly office: string; readonly totals: ListTotals; readonly today: CalendarDate }): ExportTable {
  return {
    fileName: text.fileName(today), name: text.listTitle, about: [office, text.listTitle], closing: totalsLine(totals, { width: 11 }),
    header: [columns.voucher, columns.claim, columns.date, columns.payee, columns.channel, fields.chequeNumber, columns.account, columns.gross, columns.deducted, columns.net, columns.state],
    rows: payments.map((payment) => [
      voucherNumber(payment), claimNumbers(payment), { day: payment.paymentDate }, payment.payeeNames, text.channels[payment.channel], payment.chequeNumber ?? '', payment.bankName ?? '', payment.gross, payment.deducted, payment.net,
      statusOf(payment).text,
    ]),
  }
}

export interface PaymentPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly summaryList: SummaryList
  readonly claimsTable: LineTable
  readonly notices: readonly string[]
  readonly taxTable: LineTable | undefined
  readonly partBounces: LineTable | undefined
  readonly actions: Actions | undefined
  readonly attachments: Attachments
  readonly trail: Trail
}

export interface ShownPayment {
  readonly payment: Payment
  /** Of the money that came back. */
  readonly bounceVoucher: ShownPayment['voucher']
  /** Its claims, whose money came back, stand in a report or a payment again. */
  readonly isPaidAnew: boolean
  /** Of some of its people. */
  readonly partBounces: LineTable | undefined
  readonly withholdings: readonly Withholding[]
  /** Number and address of its voucher. */
  readonly voucher: { readonly number: string; readonly href: string } | undefined
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
  readonly officer: Officer
  /** In a small unit one may approve what one recorded. */
  readonly isAlone: boolean
}

export function showPage(shown: ShownPayment, errors: FieldErrors = {}): PaymentPage {
  const { payment, officer, withholdings, voucher } = shown
  const title = text.title(voucher?.number ?? payment.payeeNames)
  const papers = papersOpen(paymentPapers, officer, payment)
  const remove = papers === 'change' ? (attachment: string) => paths.detach(payment.id, attachment) : undefined
  const files = { add: paths.attach(payment.id), remove, error: errors.files }
  const isOwn = payment.organisationId === officer.organisationId
  const mayPrint = payment.state !== 'cancelled' && officer.permissions.has('expense.pay:print')
  const asked = asSigned(payment, shown.isAlone)
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: voucher?.number ?? text.unposted }], pageHeader: { title, status: statusOf(payment) }, ...refusals(errors),
    notices: shown.isPaidAnew ? [text.errors.unbounceTaken] : [], summaryList: { items: factsOf(shown) }, claimsTable: claimsTable(payment.claims), taxTable: withholdings.length === 0 ? undefined : withholdingTable(withholdings, { mayPrint: mayPrint && isOwn, mayReplace: isOwn && officer.permissions.has('expense.pay:approve') }), partBounces: shown.partBounces, trail: shown.trail,
    actions: stepActions({ document: payment, officer, paths, buttons, allowed: paymentLifecycle.allows(officer, asked).filter((step) => isUseful(step, shown)), print: mayPrint ? text.steps.print : undefined, more: mayPrint && hasSlip(payment) ? [{ label: chequePaperText.print.withdrawal, action: paths.slip(payment.id), kind: 'secondary' }] : [] }),
    attachments: attachmentsView(shown.attachments, papers && files),
  }
}

/** Of cash nothing comes back; of one payee all or nothing does. */
function isUseful(step: PaymentStep, { payment: { bankAccountId, isBouncedInPart, claims }, isPaidAnew }: ShownPayment): boolean {
  if (step === 'unbounce') return !isPaidAnew
  if (step === 'reverse') return !isBouncedInPart
  if (step === 'bounce') return bankAccountId !== null && !isBouncedInPart
  if (step === 'bounce-people') return bankAccountId !== null && claims.some(({ payeeId }) => payeeId === null)
  return step !== 'unbounce-people' || isBouncedInPart
}

const buttons: readonly StepButton<PaymentStep>[] = [
  { step: 'post', label: text.steps.post, kind: 'primary' }, { step: 'cancel', label: text.steps.cancel, kind: 'danger', reason: text.reasons.cancel },
  { step: 'bounce', label: text.steps.bounce, kind: 'secondary', isConfirmed: true }, { step: 'bounce-people', label: text.steps['bounce-people'], kind: 'secondary', isConfirmed: true },
  { step: 'unbounce-people', label: text.steps['unbounce-people'], kind: 'danger', isConfirmed: true }, { step: 'unbounce', label: text.steps.unbounce, kind: 'danger', isConfirmed: true },
  { step: 'reverse', label: text.steps.reverse, kind: 'danger', reason: text.reasons.reverse },
]

function factsOf({ payment, voucher, bounceVoucher, officer }: ShownPayment): SummaryItem[] {
  const day = (at: CalendarDate | null) => (at === null ? '' : formatThaiDate(at))
  const facts: readonly (readonly [string, string])[] = [
    [fields.paymentDate, formatThaiDate(payment.paymentDate)], [columns.payee, payment.payeeNames], [fields.channel, text.channels[payment.channel]], [fields.bankAccountId, payment.bankName ?? ''],
    [fields.chequeDate, day(payment.chequeDate)], [fields.handedTo, payment.handedTo ?? ''], [fields.paperNumber, payment.paperNumber],
    [fields.paperDate, day(payment.paperDate)], [fields.reference, payment.reference], [fields.bouncedOn, day(payment.bouncedOn)], [columns.net, formatMoney(payment.net)], [text.facts.author, payment.author.name],
    [text.facts.poster, payment.poster?.name ?? ''], [text.facts.reason, payment.reason], [fields.remark, payment.remark],
  ]
  const seen = (path: string) => seenFrom(officer.organisationId, payment.organisationId, path)
  const links: readonly SummaryItem[] = [
    ...(voucher ? [{ label: columns.voucher, text: voucher.number, href: voucher.href }] : []),
    ...(bounceVoucher ? [{ label: columns.bounceVoucher, text: bounceVoucher.number, href: bounceVoucher.href }] : []),
    ...(payment.report ? [{ label: columns.report, text: printedNumber('CHR', payment.report.number, payment.report.fiscalYear), href: officer.permissions.has('expense.cheque:view') ? seen(chequeReportPaths.show(payment.report.id)) : undefined }] : []),
    ...(payment.chequeId !== null && payment.chequeNumber !== null ? [{ label: fields.chequeNumber, text: payment.chequeNumber, href: seen(chequePaths.show(payment.chequeId)) }] : []),
  ]
  return [...links, ...facts.filter(([, said]) => said !== '').map(([label, said]) => ({ label, text: said }))]
}

export function claimNumber({ number, fiscalYear }: Pick<PaidClaim, 'number' | 'fiscalYear'>): string {
  return printedNumber('CLM', number ?? 0, fiscalYear)
}

function claimsTable(claims: readonly PaidClaim[]): LineTable {
  return lineTable({
    caption: text.claims, empty: text.noClaims, columns: [
      { label: columns.claim, kind: 'code', isRowHeader: true }, { label: columns.payee, kind: 'text' }, { label: columns.title, kind: 'text' }, { label: columns.gross, kind: 'money' },
      { label: columns.deducted, kind: 'money' }, { label: columns.net, kind: 'money' },
    ],
    rows: claims.map((claim) => [claimNumber(claim), { text: claim.payeeName, note: claim.payeeAccountName === '' ? undefined : claim.payeeAccountName }, claim.title, formatMoney(claim.gross), formatMoney(claim.deducted), formatMoney(claim.net)]),
    totals: [{ label: text.total, cells: [formatMoney(sum(claims.map(({ gross }) => gross))), formatMoney(sum(claims.map(({ deducted }) => deducted))), formatMoney(sum(claims.map(({ net }) => net)))] }],
  })
}

/** Whom the office paid, for what, and by which paper; the receiver signs on it. */
export function paymentPaper({ payment, voucher, taxes }: { readonly payment: Payment; readonly voucher: string | undefined; readonly taxes: readonly Withholding[] }, mark: string): PurchasePaper {
  const { paper } = text
  const facts: readonly (readonly [string, string])[] = [
    [fields.channel, text.channels[payment.channel]], [fields.bankAccountId, payment.bankName ?? ''], [fields.chequeNumber, payment.chequeNumber ?? ''],
    [fields.chequeDate, payment.chequeDate === null ? '' : formatThaiDate(payment.chequeDate)], [fields.handedTo, payment.handedTo ?? ''], [fields.paperNumber, payment.paperNumber],
    [columns.report, payment.report ? printedNumber('CHR', payment.report.number, payment.report.fiscalYear) : ''], [fields.reference, payment.reference], [fields.remark, payment.remark],
  ]
  return {
    title: text.title(voucher ?? payment.payeeNames), print: { backHref: paths.show(payment.id) },
    ...inThaiDigits({
      printHead: { organisation: payment.organisationName, title: text.listTitle, facts: [
        { label: columns.voucher, text: voucher ?? text.unposted }, { label: fields.paymentDate, text: formatThaiDate(payment.paymentDate) }, { label: paper.copy, text: mark },
      ] },
      parts: [{ heading: columns.payee, text: payment.payeeNames }, ...facts.filter(([, said]) => said !== '').map(([heading, said]) => ({ heading, text: said }))],
      tables: [claimsTable(payment.claims), ...(taxes.length > 0 ? [taxesTable(taxes)] : [])],
      closing: [paper.words(isZero(payment.net) ? formatMoney(payment.net) : bahtText(payment.net)), ...(payment.reason === '' ? [] : [paper.undone(text.states[payment.state].text, payment.reason)])],
      signatures: { signers: [{ role: paper.receiver, name: payment.handedTo || payment.payeeNames, position: '' }, signer(text.facts.author, payment.author), signer(text.facts.poster, payment.poster)] },
    }),
  }
}

function taxesTable(taxes: readonly Withholding[]): LineTable {
  return lineTable({
    caption: text.withholding.listTitle, empty: '', columns: [
      { label: text.withholding.columns.form, kind: 'text', isRowHeader: true }, { label: text.withholding.columns.certificate, kind: 'code' }, { label: text.withholding.columns.base, kind: 'money' },
      { label: text.withholding.columns.tax, kind: 'money' },
    ],
    rows: taxes.map((tax) => [tax.form, certificateNumber(tax), formatMoney(tax.base), formatMoney(tax.amount)]),
  })
}
