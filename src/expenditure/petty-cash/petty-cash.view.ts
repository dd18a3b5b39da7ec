// Floats as finished strings: list, file, form, one float with its vouchers and counts, and its paper.
import { asSigned, listFrame, makerControls, saveActions, seenFrom, signer, stateControl, organisationControls, stepActions, type AskedRegister, type ExportTable, type FoundRegister, type ListFrame, type StepButton } from '../../documents/index.ts'
import { formatThaiDate, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type Officer } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  field, lineTable, money, refusals, select, type Actions, type Column, type Control, type ErrorSummary, type LineTable, type Link, type PageHeader, type PrintHead, type Signatures, type SummaryItem,
  type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, isZero, minus, sum, type Money } from '../../platform/money.ts'
import { toThaiDigits } from '../../platform/thai.ts'
import { type ClaimHead } from '../claim/claim.ts'
import { claimNumber, statusOf } from '../claim/claim.view.ts'
import { claimPaths } from '../expenditure.paths.ts'
import { loanPaths } from '../loan.paths.ts'
import { loanText } from '../loan.text.ts'
import { personChooser } from '../payee-meant/payee-meant.ts'
import { pettyPaths as paths } from '../petty.paths.ts'
import { pettyText as text } from '../petty.text.ts'
import { type PettyInput } from './petty-cash.schema.ts'
import { cashOf, pettyLifecycle, pettyNumber, type Petty, type PettyCount, type PettyHead, type PettyState, type PettyStep, type PettyVoucher } from './petty-cash.ts'

const { columns, fields } = text

export interface FoundFloats extends FoundRegister<PettyHead> {
  readonly own: string
  readonly totals: Pick<PettyHead, 'amount' | 'balance'>
  readonly mayPrint: boolean
}

export function listPage({ filter, days, errors }: AskedRegister<PettyState>, found: FoundFloats): ListFrame {
  const query = new URLSearchParams({ organisation: filter.organisationId, state: filter.state ?? '', by: days.typed.by })
  const last = found.items.at(-1)
  return {
    ...listFrame({
      title: text.listTitle, path: paths.list, errors, next: found.hasMore && last ? `${paths.list}?${query}&after=${last.id}` : undefined, countText: text.countText(String(found.items.length)),
      controls: [...organisationControls(found, filter.organisationId), stateControl(text.states, filter.state), ...makerControls(filter.by)],
      actions: [
        ...(found.mayCreate ? [{ text: text.newTitle, href: paths.new, kind: 'primary' as const }] : []), { text: loanText.listTitle, href: loanPaths.list, kind: 'secondary' },
        ...saveActions(paths.list, query, found.mayPrint),
      ],
    }),
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns,
      rows: found.items.map((float) => [
        { text: pettyNumber(float), href: seenFrom(found.own, float.organisationId, paths.show(float.id)) }, float.payeeName, float.departmentName ?? '', float.purpose, formatMoney(float.amount),
        formatMoney(float.balance), formatMoney(cashOf(float)), { status: text.states[float.state] },
      ]),
      totals: found.items.length === 0 ? [] : [{ label: text.sum, isGrand: true, cells: [formatMoney(found.totals.amount), formatMoney(found.totals.balance), '', ''] }],
    }),
  }
}

const listColumns: readonly Column[] = [
  { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.holder, kind: 'text' }, { label: columns.department, kind: 'text' }, { label: columns.purpose, kind: 'text' },
  { label: columns.amount, kind: 'money' }, { label: columns.balance, kind: 'money' }, { label: columns.cash, kind: 'money' }, { label: columns.state, kind: 'status' },
]

export function exportTable({ office, floats, today }: { readonly office: string; readonly floats: readonly PettyHead[]; readonly today: CalendarDate }): ExportTable {
  return {
    fileName: text.fileName(today), name: text.listTitle, about: [office, text.listTitle],
    header: [columns.number, columns.holder, columns.department, columns.purpose, columns.amount, columns.mostEach, columns.balance, columns.held, columns.onTheWay, columns.cash, columns.state],
    rows: floats.map((float) => [
      pettyNumber(float), float.payeeName, float.departmentName ?? '', float.purpose, float.amount, float.mostEach, float.balance, float.held, float.onTheWay, cashOf(float), text.states[float.state].text,
    ]),
  }
}

export interface FloatForm extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly action: string
  readonly cancelHref: string
  readonly formKey: string
  readonly version: string
  readonly save: string
  readonly controls: readonly Control[]
}

export function formPage(input: PettyInput, departments: readonly { readonly id: string; readonly name: string; readonly isActive: boolean }[], errors: FieldErrors = {}): FloatForm {
  const offices = [{ value: '', text: text.choose }, ...departments.filter(({ isActive }) => isActive).map(({ id, name }) => ({ value: id, text: name }))]
  const title = text.newTitle
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title }, ...refusals(errors), action: paths.new, cancelHref: paths.list, formKey: input.formKey, version: '', save: text.ask,
    controls: [
      { field: field({ name: 'holder', label: fields.holder, hint: fields.holderHint, value: input.holder, error: errors.holder, required: true, width: 'full', list: personChooser }) },
      ...(departments.length === 0 ? [] : [{ select: select({ name: 'department', label: fields.department, options: offices, value: input.department, error: errors.department, required: true }) }]),
      { field: field({ name: 'purpose', label: fields.purpose, value: input.purpose, error: errors.purpose, required: true, width: 'full', maxLength: 300 }) },
      { money: money({ name: 'amount', label: fields.amount, value: input.amount, error: errors.amount, required: true }) },
      { money: money({ name: 'mostEach', label: fields.mostEach, value: input.mostEach, error: errors.mostEach, required: true }) },
    ],
  }
}

export interface ShownFloat {
  readonly float: Petty
  readonly officer: Officer
  readonly isAlone: boolean
  readonly vouchers: readonly PettyVoucher[]
  readonly counts: readonly PettyCount[]
  readonly claims: readonly ClaimHead[]
  readonly trail: Trail
}

export interface FloatPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly notices: readonly string[]
  readonly summaryList: SummaryList
  readonly actions: Actions | undefined
  readonly tables: readonly LineTable[]
  readonly trail: Trail
}

const buttons: readonly StepButton<PettyStep>[] = [
  { step: 'approve', label: text.steps.approve, kind: 'primary' }, { step: 'claim', label: text.steps.claim, kind: 'primary' }, { step: 'top-up', label: text.steps['top-up'], kind: 'primary' },
  { step: 'refuse', label: text.steps.refuse, kind: 'danger', reason: text.reason }, { step: 'cancel', label: text.steps.cancel, kind: 'danger', reason: text.reason }, { step: 'withdraw', label: text.steps.withdraw, kind: 'danger' },
]

export function showPage(shown: ShownFloat, errors: FieldErrors = {}): FloatPage {
  const { float } = shown
  const title = text.title(pettyNumber(float))
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: pettyNumber(float) }], pageHeader: { title, status: text.states[float.state] }, ...refusals(errors),
    notices: float.returnReason === null ? [] : [float.approver === null ? text.refused(float.returnReason) : text.cancelled(float.returnReason)], summaryList: { items: factsOf(float) }, actions: actionsOf(shown),
    tables: [vouchersTable(shown), countsTable(shown.counts), ...(shown.claims.length > 0 ? [claimsTable(shown.claims)] : [])], trail: shown.trail,
  }
}

function factsOf(float: Petty): SummaryItem[] {
  const facts: readonly (readonly [string, string])[] = [[columns.holder, float.payeeName], [columns.department, float.departmentName ?? ''], [columns.purpose, float.purpose], [columns.author, float.author.name]]
  const sums: readonly (readonly [string, Money])[] = [
    [columns.amount, float.amount], [columns.mostEach, float.mostEach], [columns.balance, float.balance], [columns.held, float.held], [columns.onTheWay, float.onTheWay], [columns.cash, cashOf(float)],
  ]
  return [...facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, text: value })), ...sums.map(([label, amount]) => ({ label, text: formatMoney(amount), isMoney: true }))]
}

function actionsOf({ float, officer, isAlone, claims, vouchers }: ShownFloat): Actions | undefined {
  const isClaimed = claims.some(({ kind, state }) => kind === 'C8' && state !== 'cancelled')
  const held: Readonly<Partial<Record<string, boolean>>> = { claim: isClaimed, cancel: isClaimed, 'top-up': !vouchers.some(({ state }) => state === 'kept') }
  const allowed = pettyLifecycle.allows(officer, asSigned(float, isAlone))
  const isOwn = float.organisationId === officer.organisationId
  const links: Link[] = [
    ...(isOwn && allowed.includes('keep') ? [{ text: text.keep, href: paths.keep(float.id) }] : []), ...(isOwn && allowed.includes('count') ? [{ text: text.count, href: paths.count(float.id) }] : []),
  ]
  return stepActions({
    document: float, officer, paths, buttons, allowed: allowed.filter((step) => held[step] !== true), print: officer.permissions.has('expense.loan:print') ? text.print : undefined, links,
  })
}

function vouchersTable({ float, officer, vouchers }: ShownFloat): LineTable {
  const words = text.vouchers
  const mayDrop = float.organisationId === officer.organisationId && pettyLifecycle.allows(officer, float).includes('keep')
  return lineTable({
    caption: words.caption, empty: words.empty, columns: [...voucherColumns, { label: words.state, kind: 'status' }, ...(mayDrop ? [{ label: words.actions, kind: 'actions' as const }] : [])],
    rows: vouchers.map((voucher) => [
      ...voucherCells(voucher), { status: words.states[voucher.state] },
      ...(mayDrop ? [voucher.state === 'kept' ? { buttons: [{ text: words.drop, about: `${words.number} ${voucher.number}`, action: paths.drop(float.id, voucher.id), version: String(float.version), kind: 'danger' as const }] } : ''] : []),
    ]),
    totals: vouchers.length === 0 ? [] : [{ label: columns.held, isGrand: true, cells: [formatMoney(float.held), '', ...(mayDrop ? [''] : [])] }],
  })
}

const voucherColumns: readonly Column[] = [
  { label: text.vouchers.number, kind: 'number', isRowHeader: true }, { label: text.vouchers.date, kind: 'date' }, { label: text.vouchers.paidTo, kind: 'text' },
  { label: text.vouchers.description, kind: 'text' }, { label: text.vouchers.line, kind: 'text' }, { label: text.vouchers.amount, kind: 'money' },
]

function voucherCells(voucher: PettyVoucher) {
  return [
    String(voucher.number), formatThaiDateShort(voucher.voucherDate), voucher.paidTo, [voucher.description, voucher.receiptNumber].filter((part) => part !== '').join(' · '), voucher.lineName,
    formatMoney(voucher.amount),
  ]
}

const mustBe = ({ balance, held, onTheWay }: PettyCount) => minus(balance, sum([held, onTheWay]))

function countsTable(counts: readonly PettyCount[]): LineTable {
  const words = text.counts
  return lineTable({
    caption: words.caption, empty: words.empty, columns: [
      { label: words.date, kind: 'date', isRowHeader: true }, { label: words.must, kind: 'money' }, { label: words.counted, kind: 'money' }, { label: words.difference, kind: 'money' },
      { label: words.note, kind: 'text' }, { label: words.by, kind: 'text' },
    ],
    rows: counts.map((count) => [
      formatThaiDateShort(count.countedOn), formatMoney(mustBe(count)), formatMoney(count.counted), formatMoney(minus(count.counted, mustBe(count))), count.note, count.author.name,
    ]),
  })
}

function claimsTable(claims: readonly ClaimHead[]): LineTable {
  return lineTable({
    caption: text.claims, empty: '', columns: [
      { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.purpose, kind: 'text' }, { label: columns.amount, kind: 'money' }, { label: columns.state, kind: 'status' },
    ],
    rows: claims.map((claim) => [{ text: claimNumber(claim), href: claimPaths.show(claim.id) }, claim.title, formatMoney(claim.gross), { status: statusOf(claim) }]),
  })
}

export interface FloatPaper extends PageModel {
  readonly print: { readonly backHref: string }
  readonly printHead: PrintHead
  readonly lineTable: LineTable
  readonly signatures: Signatures
}

/** ทะเบียนคุมเงินรองจ่าย: every voucher, and what must be in the box. */
export function floatPaper(float: Petty, vouchers: readonly PettyVoucher[], { mark, today }: { readonly mark: string; readonly today: CalendarDate }): FloatPaper {
  const thai = toThaiDigits
  const live = vouchers.filter(({ state }) => state !== 'cancelled')
  const rest: readonly (readonly [string, Money])[] = [[columns.balance, float.balance], [columns.held, float.held], [columns.onTheWay, float.onTheWay], [columns.cash, cashOf(float)]]
  return {
    title: text.title(pettyNumber(float)), print: { backHref: paths.show(float.id) },
    printHead: {
      organisation: float.organisationName, title: text.register, unit: text.unit, asOf: thai(formatThaiDate(today)), facts: [
        { label: columns.number, text: thai(pettyNumber(float)) }, { label: columns.holder, text: float.payeeName }, { label: columns.amount, text: thai(formatMoney(float.amount)) }, { label: columns.copy, text: mark },
      ],
    },
    lineTable: lineTable({
      caption: text.vouchers.caption, captionHidden: true, empty: text.vouchers.empty, columns: voucherColumns, rows: live.map((voucher) => voucherCells(voucher).map(thai)),
      totals: rest.filter(([, amount], index) => index === 0 || index === rest.length - 1 || !isZero(amount)).map(([label, amount], index, all) => (
        { label, cells: [thai(formatMoney(amount))], ...(index === all.length - 1 && { isGrand: true }) })),
    }),
    signatures: { signers: [{ role: fields.holder, name: float.payeeName, position: '' }, signer(text.approver, float.approver)] },
  }
}
