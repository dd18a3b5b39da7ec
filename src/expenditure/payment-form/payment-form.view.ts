// The forms of a payment: a row of an issued report, or approved claims that need none.
import { printedNumber } from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  date, field, lineTable, refusals, select, type Control, type ErrorSummary, type Field, type LineTable, type PageHeader, type SummaryList,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney } from '../../platform/money.ts'
import { type BankAccount } from '../../registers/index.ts'
import { type RowToPay } from '../cheque-report/cheque-report.ts'
import { channels } from '../claim/claim.ts'
import { chequeReportPaths, paymentPaths as paths } from '../payment.paths.ts'
import { paymentText as text } from '../payment.text.ts'
import { type PaidClaim } from '../payment/payment.ts'
import { claimNumber } from '../payment/payment.view.ts'

const { columns, fields } = text

export const inputNames = [
  'paymentDate', 'channel', 'bankAccountId', 'chequeNumber', 'chequeDate', 'handedTo', 'receiverId', 'paperNumber', 'paperDate', 'reference', 'remark', 'formKey', 'reportRowId',
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
  readonly claimSearch: ClaimSearch
  readonly controls: readonly Control[]
  readonly cancelHref: string
  /** Rows of issued reports, for offices that keep them. */
  readonly waiting: LineTable | undefined
}

export interface SearchedClaims {
  readonly claims: readonly PaidClaim[]
  readonly hasMore: boolean
  readonly search: string
}

/** Claims are looked for where they are many; what was ticked stays. */
export interface ClaimSearch {
  readonly isWanted: boolean
  readonly field: Field
  readonly more: string
}

const manyClaims = 20

export function claimSearch({ claims, hasMore, search }: SearchedClaims): ClaimSearch {
  return {
    isWanted: claims.length > manyClaims || search !== '', more: hasMore ? text.moreClaims(String(claims.length)) : '',
    field: field({ name: 'search', label: text.searchClaims, value: search, maxLength: 100, width: 'long' }),
  }
}

export interface PaymentChoices extends SearchedClaims {
  readonly rows: readonly RowToPay[]
  readonly banks: readonly BankAccount[]
  readonly officer: Officer
}

export function formPage(choices: PaymentChoices, input: PaymentInput, errors: FieldErrors = {}): PaymentForm {
  const { claims, banks, officer, rows } = choices
  return {
    title: text.newTitle, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: text.newTitle }], pageHeader: { title: text.newTitle },
    ...refusals(errors), action: paths.new, formKey: input.formKey, claimsError: errors.claimIds ?? '', noClaims: claims.length === 0 ? text.noClaims : '', claimSearch: claimSearch(choices), cancelHref: paths.list,
    claims: claims.map((claim, index) => ({
      id: claim.id, boxId: index === 0 ? 'claimIds' : `claimIds-${index}`, checked: input.claimIds.includes(claim.id), number: claimNumber(claim), payee: claim.payeeName, title: claim.title,
      net: formatMoney(claim.net),
    })),
    controls: controlsOf(input, { banks, officer, errors }), waiting: officer.organisationKind === 'LAO' ? waitingTable(rows) : undefined,
  }
}

function waitingTable(rows: readonly RowToPay[]): LineTable {
  return lineTable({
    caption: text.waitingRows, empty: text.noRows, columns: [
      { label: columns.payee, kind: 'text', isRowHeader: true }, { label: columns.report, kind: 'code' }, { label: columns.channel, kind: 'text' }, { label: columns.net, kind: 'money' },
      { label: columns.pay, kind: 'actions' },
    ],
    rows: rows.map(({ report, row }) => [
      { text: row.payeeName, note: row.claims.map(claimNumber).join(', ') }, printedNumber('CHR', report.number ?? 0, report.fiscalYear),
      { text: text.channels[row.channel], note: row.documentNumber || undefined }, formatMoney(row.net), { actions: [{ text: columns.pay, href: paths.newOf(row.id), about: row.payeeName }] },
    ]),
  })
}

type Boxes = { readonly input: PaymentInput; readonly errors: FieldErrors }

const day = (name: 'paymentDate' | 'chequeDate' | 'paperDate', { input, errors }: Boxes, required = false): Control => (
  { date: date({ name, label: fields[name], value: input[name], error: errors[name], required, hint: name === 'paymentDate' ? text.hints.paymentDate : undefined }) })
const box = (name: 'chequeNumber' | 'handedTo' | 'receiverId' | 'paperNumber' | 'reference' | 'remark', { input, errors }: Boxes, more: object = {}): Control => (
  { field: field({ name, label: fields[name], value: input[name], error: errors[name], maxLength: 200, ...more }) })

const receiver = (boxes: Boxes): Control => box('receiverId', boxes, { maxLength: 25, hint: text.hints.receiverId })

/** An LAO pays here what needs no report; a sub-unit pays by everything, with the number of its paper. */
function controlsOf(input: PaymentInput, { banks, officer, errors }: Pick<PaymentChoices, 'banks' | 'officer'> & { readonly errors: FieldErrors }): Control[] {
  const bankOptions = [{ value: '', text: text.chooseBank }, ...banks.map(({ id, bankName, accountNumber }) => ({ value: id, text: `${bankName} ${accountNumber}` }))]
  const [boxes, isReporting] = [{ input, errors }, officer.organisationKind === 'LAO']
  const offered = channels.filter((channel) => !isReporting || channel === 'transfer' || channel === 'cash')
  return [
    { select: select({ name: 'channel', label: fields.channel, options: offered.map((channel) => ({ value: channel, text: text.channels[channel] })), value: input.channel, error: errors.channel, required: true }) },
    { select: select({ name: 'bankAccountId', label: fields.bankAccountId, options: bankOptions, value: input.bankAccountId, error: errors.bankAccountId, width: 'long' }) },
    day('paymentDate', boxes, true),
    ...(isReporting ? [] : [
      box('chequeNumber', boxes, { inputmode: 'numeric', maxLength: 20 }), day('chequeDate', boxes), box('handedTo', boxes, { width: 'long', hint: text.hints.handedTo }), receiver(boxes), box('paperNumber', boxes, { required: true }),
      day('paperDate', boxes, true),
    ]),
    box('reference', boxes), box('remark', boxes, { width: 'long', maxLength: 300 }),
  ]
}

export interface RowForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly summaryList: SummaryList
  readonly controls: readonly Control[]
  readonly cancelHref: string
}

/** What the report says stands; only the day, the receiver and the bank's reference are asked. */
export function rowPage({ report, row }: RowToPay, input: PaymentInput, errors: FieldErrors = {}): RowForm {
  const [number, boxes] = [printedNumber('CHR', report.number ?? 0, report.fiscalYear), { input, errors }]
  const facts: readonly (readonly [string, string])[] = [
    [columns.payee, row.payeeName], [columns.claim, row.claims.map(claimNumber).join(', ')], [fields.channel, text.channels[row.channel]], [fields.bankAccountId, report.bankName],
    [row.channel === 'cheque' ? fields.chequeNumber : fields.reference, row.documentNumber], [columns.gross, formatMoney(row.gross)], [columns.deducted, formatMoney(row.deducted)],
  ]
  return {
    title: text.newTitle, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: text.newTitle }], pageHeader: { title: text.newTitle, lead: text.ofReport(number, formatThaiDate(report.reportDate)) },
    ...refusals(errors), action: paths.new, cancelHref: chequeReportPaths.show(report.id),
    hidden: [['formKey', input.formKey], ['reportRowId', row.id], ['channel', row.channel]].map(([name = '', value = '']) => ({ name, value })),
    summaryList: { items: [...facts.filter(([, said]) => said !== '').map(([label, said]) => ({ label, text: said })), { label: columns.net, text: formatMoney(row.net), isMoney: true }] },
    controls: [
      day('paymentDate', boxes, true), ...(row.channel === 'cheque' ? [box('handedTo', boxes, { required: true, width: 'long', hint: text.hints.handedTo }), receiver(boxes)] : [box('reference', boxes)]),
      box('remark', boxes, { width: 'long', maxLength: 300 }),
    ],
  }
}
