// Payments as finished strings: register, form, page, file.
import {
  printedNumber, registerFrame, seenFrom, stepActions, type ExportTable, type FoundRegister, type ListFrame, type StepButton,
} from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  date, field, lineTable, refusals, select, type Actions, type Column, type Control, type ErrorSummary, type LineTable, type PageHeader, type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { type BankAccount } from '../../registers/index.ts'
import { channels } from '../claim/claim.ts'
import { paymentPaths as paths, withholdingPaths } from '../payment.paths.ts'
import { paymentText as text } from '../payment.text.ts'
import { withholdingTable } from '../withholding/withholding.view.ts'
import { type Withholding } from '../withholding/withholding.ts'
import { type AskedPayments } from './payment.schema.ts'
import { paymentLifecycle, type PaidClaim, type Payment, type PaymentHead } from './payment.ts'

const { columns, fields } = text

export interface FoundPayments extends FoundRegister<PaymentHead> {
  readonly own: string
  readonly exports: NonNullable<PageHeader['actions']>
}

export function listPage(asked: AskedPayments, found: FoundPayments): ListFrame {
  const frame = registerFrame({ text, paths }, asked, found)
  const next = frame.pagination.nextHref
  const search: Control = { field: field({ name: 'search', label: fields.search, value: asked.search, maxLength: 100 }) }
  return {
    ...frame, pageHeader: { ...frame.pageHeader, actions: [...frame.pageHeader.actions ?? [], { text: text.withholding.listTitle, href: withholdingPaths.list, kind: 'secondary' }, ...found.exports] },
    filters: { ...frame.filters, controls: [...frame.filters.controls, search] },
    pagination: { ...frame.pagination, nextHref: next && `${next}&${new URLSearchParams({ search: asked.search })}` },
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns,
      rows: found.items.map((payment) => [
        { text: formatThaiDateShort(payment.paymentDate), href: seenFrom(found.own, payment.organisationId, paths.show(payment.id)) }, payment.payeeNames,
        { text: text.channels[payment.channel], note: payment.chequeNumber ?? undefined }, { text: payment.bankName ?? '' }, formatMoney(payment.gross), formatMoney(payment.deducted),
        formatMoney(payment.net), { status: text.states[payment.state] },
      ]),
    }),
  }
}

const listColumns: readonly Column[] = [
  { label: columns.date, kind: 'date', isRowHeader: true }, { label: columns.payee, kind: 'text' }, { label: columns.channel, kind: 'text' }, { label: columns.account, kind: 'text' },
  { label: columns.gross, kind: 'money' }, { label: columns.deducted, kind: 'money' }, { label: columns.net, kind: 'money' }, { label: columns.state, kind: 'status' },
]

export function exportTable(payments: readonly PaymentHead[], organisation: string, today: CalendarDate): ExportTable {
  return {
    fileName: text.fileName(today), name: text.listTitle, about: [organisation, text.listTitle],
    header: [columns.date, columns.payee, columns.channel, fields.chequeNumber, columns.account, columns.gross, columns.deducted, columns.net, columns.state],
    rows: payments.map((payment) => [
      { day: payment.paymentDate }, payment.payeeNames, text.channels[payment.channel], payment.chequeNumber ?? '', payment.bankName ?? '', payment.gross, payment.deducted, payment.net,
      text.states[payment.state].text,
    ]),
  }
}

export const inputNames = [
  'paymentDate', 'channel', 'bankAccountId', 'chequeNumber', 'chequeDate', 'handedTo', 'paperNumber', 'paperDate', 'reference', 'remark', 'formKey',
] as const
export type PaymentInput = Readonly<Record<(typeof inputNames)[number], string>> & { readonly claimIds: readonly string[] }

export interface PaymentForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly formKey: string
  readonly claims: readonly { readonly id: string; readonly boxId: string; readonly checked: boolean; readonly number: string; readonly payee: string; readonly title: string; readonly net: string }[]
  readonly claimsError: string
  readonly noClaims: string
  readonly controls: readonly Control[]
  readonly cancelHref: string
}

export interface PaymentChoices {
  readonly claims: readonly PaidClaim[]
  readonly banks: readonly BankAccount[]
  readonly officer: Officer
}

export function formPage({ claims, banks, officer }: PaymentChoices, input: PaymentInput, errors: FieldErrors = {}): PaymentForm {
  return {
    title: text.newTitle, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: text.newTitle }], pageHeader: { title: text.newTitle },
    ...refusals(errors), action: paths.new, formKey: input.formKey, claimsError: errors.claimIds ?? '', noClaims: claims.length === 0 ? text.noClaims : '', cancelHref: paths.list,
    claims: claims.map((claim, index) => ({
      id: claim.id, boxId: index === 0 ? 'claimIds' : `claimIds-${index}`, checked: input.claimIds.includes(claim.id), number: claimNumber(claim), payee: claim.payeeName, title: claim.title,
      net: formatMoney(claim.net),
    })),
    controls: controlsOf(input, { banks, officer, errors }),
  }
}

function claimNumber({ number, fiscalYear }: PaidClaim): string {
  return printedNumber('CLM', number ?? 0, fiscalYear)
}

function controlsOf(input: PaymentInput, { banks, officer, errors }: Pick<PaymentChoices, 'banks' | 'officer'> & { readonly errors: FieldErrors }): Control[] {
  const bankOptions = [{ value: '', text: text.chooseBank }, ...banks.map(({ id, bankName, accountNumber }) => ({ value: id, text: `${bankName} ${accountNumber}` }))]
  const day = (name: 'paymentDate' | 'chequeDate' | 'paperDate', more: object = {}): Control => ({ date: date({ name, label: fields[name], value: input[name], error: errors[name], ...more }) })
  const box = (name: 'chequeNumber' | 'handedTo' | 'paperNumber' | 'reference' | 'remark', more: object = {}): Control => (
    { field: field({ name, label: fields[name], value: input[name], error: errors[name], maxLength: 200, ...more }) })
  return [
    { select: select({ name: 'channel', label: fields.channel, options: channels.map((channel) => ({ value: channel, text: text.channels[channel] })), value: input.channel, error: errors.channel, required: true }) },
    { select: select({ name: 'bankAccountId', label: fields.bankAccountId, options: bankOptions, value: input.bankAccountId, error: errors.bankAccountId, width: 'long' }) },
    day('paymentDate', { required: true }), box('chequeNumber', { inputmode: 'numeric', maxLength: 20 }), day('chequeDate'), box('handedTo', { width: 'long' }),
    ...(officer.organisationKind === 'LAO' ? [] : [box('paperNumber', { required: true }), day('paperDate', { required: true })]), box('reference'), box('remark', { width: 'long', maxLength: 300 }),
  ]
}

export interface PaymentPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly summaryList: SummaryList
  readonly claimsTable: LineTable
  readonly taxTable: LineTable | undefined
  readonly actions: Actions | undefined
  readonly trail: Trail
}

export interface ShownPayment {
  readonly payment: Payment
  readonly withholdings: readonly Withholding[]
  /** Number and address of its voucher. */
  readonly voucher: { readonly number: string; readonly href: string } | undefined
  readonly trail: Trail
  readonly officer: Officer
  /** In a small unit one may approve what one recorded. */
  readonly isAlone: boolean
}

export function showPage(shown: ShownPayment, errors: FieldErrors = {}): PaymentPage {
  const { payment, officer, withholdings, voucher } = shown
  const title = text.title(voucher?.number ?? payment.payeeNames)
  const asked = shown.isAlone && payment.authorId === officer.userId ? { ...payment, authorId: '' } : payment
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: voucher?.number ?? text.unposted }], pageHeader: { title, status: text.states[payment.state] }, ...refusals(errors),
    summaryList: { items: factsOf(shown) }, claimsTable: claimsTable(payment.claims), taxTable: withholdings.length === 0 ? undefined : withholdingTable(withholdings), trail: shown.trail,
    actions: stepActions({ document: payment, officer, paths, buttons, allowed: paymentLifecycle.allows(officer, asked) }),
  }
}

const buttons: readonly StepButton<'post' | 'cancel' | 'reverse'>[] = [
  { step: 'post', label: text.steps.post, kind: 'primary' }, { step: 'cancel', label: text.steps.cancel, kind: 'danger', reason: text.reasons.cancel },
  { step: 'reverse', label: text.steps.reverse, kind: 'danger', reason: text.reasons.reverse },
]

function factsOf({ payment, voucher }: ShownPayment): SummaryItem[] {
  const day = (at: CalendarDate | null) => (at === null ? '' : formatThaiDate(at))
  const facts: readonly (readonly [string, string])[] = [
    [fields.paymentDate, formatThaiDate(payment.paymentDate)], [columns.payee, payment.payeeNames], [fields.channel, text.channels[payment.channel]], [fields.bankAccountId, payment.bankName ?? ''],
    [fields.chequeNumber, payment.chequeNumber ?? ''], [fields.chequeDate, day(payment.chequeDate)], [fields.handedTo, payment.handedTo ?? ''], [fields.paperNumber, payment.paperNumber],
    [fields.paperDate, day(payment.paperDate)], [fields.reference, payment.reference], [columns.net, formatMoney(payment.net)], [text.facts.author, payment.author.name],
    [text.facts.poster, payment.poster?.name ?? ''], [text.facts.reason, payment.reason], [fields.remark, payment.remark],
  ]
  return [...(voucher ? [{ label: columns.voucher, text: voucher.number, href: voucher.href }] : []), ...facts.filter(([, said]) => said !== '').map(([label, said]) => ({ label, text: said }))]
}

function claimsTable(claims: readonly PaidClaim[]): LineTable {
  return lineTable({
    caption: text.claims, empty: text.noClaims, columns: [
      { label: columns.claim, kind: 'code', isRowHeader: true }, { label: columns.payee, kind: 'text' }, { label: columns.title, kind: 'text' }, { label: columns.gross, kind: 'money' },
      { label: columns.deducted, kind: 'money' }, { label: columns.net, kind: 'money' },
    ],
    rows: claims.map((claim) => [claimNumber(claim), claim.payeeName, claim.title, formatMoney(claim.gross), formatMoney(claim.deducted), formatMoney(claim.net)]),
    totals: [{ label: text.total, cells: [formatMoney(sum(claims.map(({ gross }) => gross))), formatMoney(sum(claims.map(({ deducted }) => deducted))), formatMoney(sum(claims.map(({ net }) => net)))] }],
  })
}
