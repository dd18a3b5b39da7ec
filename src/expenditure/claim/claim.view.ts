// Claims as finished strings: the list, its file, and one claim.
import {
  asSigned, attachmentsView, exportActions, registerFrame, seenFrom, stepActions, withAll, printedNumber, type Attachment, type ExportTable, type FoundRegister, type ListFrame, type StepButton,
} from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  field, lineTable, refusals, select, type ActionButton, type Actions, type Attachments, type Column, type Control, type ErrorSummary, type LineTable, type PageHeader, type Status, type SummaryItem,
  type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, minus, sum, type Money } from '../../platform/money.ts'
import { readPercent } from '../../platform/percent.ts'
import { type Department } from '../../registers/index.ts'
import { claimKindCodes } from '../claim-kind/claim-kind.ts'
import { claimText as text } from '../claim.text.ts'
import { correctionText } from '../correction.text.ts'
import { isCorrectable, type Correction } from '../correction/correction.ts'
import { correctionsTable } from '../correction/correction.view.ts'
import { isWaivable, type Waiver } from '../waiver/waiver.ts'
import { waiversTable } from '../waiver/waiver.view.ts'
import { waiverText } from '../waiver.text.ts'
import { claimPaths as paths, correctionPaths, waiverPaths } from '../expenditure.paths.ts'
import { type AskedClaims } from './claim.schema.ts'
import { asEdited, claimLifecycle, dueOf, isRenewable, type Claim, type ClaimCount, type ClaimHead, type ClaimStep } from './claim.ts'

const { columns, fields } = text

export function claimNumber({ number, fiscalYear }: Pick<ClaimHead, 'number' | 'fiscalYear'>): string {
  return number === null ? text.noNumber : printedNumber('CLM', number, fiscalYear)
}

/** A returned draft is told from a new one. */
export function statusOf({ state, returnReason, isWaived }: Pick<ClaimHead, 'state' | 'returnReason' | 'isWaived'>): Status {
  if (isWaived) return { kind: 'reversed', text: waiverText.state }
  return state === 'draft' && returnReason !== null ? text.returned : text.states[state]
}

export function payeeOf({ payeeName, peopleCount }: Pick<ClaimHead, 'payeeName' | 'peopleCount'>): string {
  return payeeName ?? (peopleCount > 0 ? text.manyPeople(peopleCount.toLocaleString('en-US')) : '')
}

export interface FoundClaims extends FoundRegister<ClaimHead> {
  readonly own: string
  readonly count: ClaimCount
  readonly departments: readonly Department[]
  readonly mayPrint: boolean
}

/** What was asked for, to be asked again by the next page and the files. */
export function queryOf({ filter, days, typed }: AskedClaims): URLSearchParams {
  return new URLSearchParams({ organisation: filter.organisationId, state: filter.state ?? '', ...days.typed, ...typed })
}

export function listPage(asked: AskedClaims, found: FoundClaims): ListFrame {
  const frame = registerFrame({ text, paths }, asked, found)
  const query = queryOf(asked)
  const last = found.items.at(-1)
  return {
    ...frame, pageHeader: { ...frame.pageHeader, actions: [...frame.pageHeader.actions ?? [], { text: correctionText.registerTitle, href: correctionPaths.list }, { text: waiverText.registerTitle, href: waiverPaths.list }, ...exportActions(paths.list, query, found.mayPrint)] },
    filters: { ...frame.filters, controls: [...frame.filters.controls, ...filterControls(asked, found.departments)] },
    pagination: {
      countText: text.countText(String(found.items.length), found.count.count.toLocaleString('en-US')),
      nextHref: found.hasMore && last ? `${paths.list}?${query}&after=${last.id}` : undefined,
    },
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns, rows: found.items.map((claim) => rowOf(claim, found.own)),
      totals: found.items.length === 0 ? [] : [{ label: text.sum, isGrand: true, cells: [formatMoney(found.count.gross), formatMoney(found.count.net), ''] }],
    }),
  }
}

export function filterControls({ typed }: AskedClaims, departments: readonly Department[]): Control[] {
  const kinds = withAll(claimKindCodes.map((code) => ({ value: code, text: text.kinds[code] })))
  const offices = withAll(departments.map(({ id, name }) => ({ value: id, text: name })))
  return [
    { select: select({ name: 'kind', label: fields.kind, options: kinds, value: typed.kind }) },
    ...(departments.length > 1 ? [{ select: select({ name: 'department', label: fields.department, options: offices, value: typed.department }) }] : []),
    { field: field({ name: 'search', label: fields.search, value: typed.search, maxLength: 100 }) },
  ]
}

const listColumns: readonly Column[] = [
  { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' }, { label: columns.department, kind: 'text' }, { label: columns.payee, kind: 'text' },
  { label: columns.title, kind: 'text' }, { label: columns.gross, kind: 'money' }, { label: columns.net, kind: 'money' }, { label: columns.state, kind: 'status' },
]

function rowOf(claim: ClaimHead, own: string) {
  return [
    { text: claimNumber(claim), href: seenFrom(own, claim.organisationId, paths.show(claim.id)), note: text.kinds[claim.kind] }, formatThaiDateShort(claim.claimDate),
    claim.departmentName ?? '', payeeOf(claim), claim.title, formatMoney(claim.gross), formatMoney(claim.net), { status: statusOf(claim) },
  ]
}

export function exportTable(given: { readonly office: string; readonly claims: readonly ClaimHead[]; readonly count: ClaimCount; readonly today: CalendarDate }): ExportTable {
  const header = [
    columns.number, columns.departmentNumber, columns.treasuryNumber, columns.date, columns.department, columns.kind, columns.payee, columns.title, columns.gross, columns.deducted,
    columns.net, columns.state, columns.author,
  ]
  return {
    fileName: text.fileName(given.today), name: text.listTitle, about: [given.office, text.listTitle], header,
    closing: [text.sum, ...Array.from({ length: 7 }, () => ''), given.count.gross, given.count.deducted, given.count.net, '', ''],
    rows: given.claims.map((claim) => [
      claimNumber(claim), String(claim.departmentNumber ?? ''), String(claim.treasuryNumber ?? ''), { day: claim.claimDate }, claim.departmentName ?? '', text.kinds[claim.kind],
      payeeOf(claim), claim.title, claim.gross, claim.deducted, claim.net, statusOf(claim).text, claim.author.name,
    ]),
  }
}

export interface VoucherLink {
  readonly number: string
  readonly href: string
}

export interface ShownClaim {
  readonly claim: Claim
  readonly officer: Officer
  readonly isAlone: boolean
  readonly today: CalendarDate
  /** By id of the control line. */
  readonly lineNames: ReadonlyMap<string, string>
  readonly accountNames: ReadonlyMap<string, string>
  /** By key of a register. */
  readonly keyNames: ReadonlyMap<string, string>
  /** Names by the code of the bank. */
  readonly banks: ReadonlyMap<string, string>
  /** Other claims of the same bill. */
  readonly twins: readonly string[]
  /** Of a refund. */
  readonly receiptName: string
  /** Its AP, where it has one. */
  readonly voucher: VoucherLink | undefined
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
  /** With what the checker found, once the papers were checked. */
  readonly wanted: readonly { readonly name: string; readonly isMandatory: boolean; readonly isPresent: boolean | undefined }[]
  readonly checkerNote: string
  /** Of what it cost, once it was paid. */
  readonly corrections: readonly Correction[]
  /** Of what came back of it. */
  readonly waivers: readonly Waiver[]
}

export interface ClaimPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly notices: readonly string[]
  readonly summaryList: SummaryList
  readonly tables: readonly LineTable[]
  readonly papers: { readonly heading: string; readonly items: readonly { readonly name: string; readonly mark: string }[] }
  readonly actions: Actions | undefined
  readonly attachments: Attachments
  readonly trail: Trail
}

const buttons: readonly StepButton<ClaimStep>[] = [
  { step: 'endorse', label: text.steps.endorse, kind: 'primary' }, { step: 'submit', label: text.steps.submit, kind: 'primary' },
  { step: 'approve', label: text.steps.approve, kind: 'primary' }, { step: 'withdraw', label: text.steps.withdraw, kind: 'secondary' },
  { step: 'reject', label: text.steps.reject, kind: 'danger', reason: text.stepReason }, { step: 'return', label: text.steps.return, kind: 'danger', reason: text.stepReason },
  { step: 'refuse', label: text.steps.refuse, kind: 'danger', reason: text.stepReason }, { step: 'revoke', label: text.steps.revoke, kind: 'danger', reason: text.stepReason },
  { step: 'cancel', label: text.steps.cancel, kind: 'danger' },
]

export function showPage(shown: ShownClaim, errors: FieldErrors = {}): ClaimPage {
  const { claim, officer } = shown
  const title = claim.number === null ? text.draftTitle : text.title(claimNumber(claim))
  const isOwn = claim.organisationId === officer.organisationId
  const mayEdit = isOwn && claimLifecycle.allows(officer, asEdited(claim)).includes('edit')
  const files = mayEdit ? { add: paths.attach(claim.id), remove: (id: string) => paths.detach(claim.id, id) } : undefined
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: claimNumber(claim) }], pageHeader: { title, status: statusOf(claim), lead: text.kinds[claim.kind] },
    ...refusals(errors), notices: noticesOf(shown), summaryList: { items: factsOf(shown) }, tables: [...tablesOf(shown), ...correctionsTable(shown.corrections, officer.organisationId), ...waiversTable(shown.waivers, officer.organisationId)],
    papers: { heading: text.papersHeading, items: shown.wanted.map((paper) => ({ name: paper.name, mark: markOf(paper) })) },
    actions: stepActions({
      document: claim, officer, paths, buttons, allowed: allowedOf(shown), more: renewButton(shown), print: officer.permissions.has('expense.voucherreq:print') ? text.print : undefined,
      links: [...(mayEdit ? [{ text: text.edit, href: paths.edit(claim.id) }] : []), ...(mayCorrect(shown) ? [{ text: correctionText.open, href: correctionPaths.newFor(claim.id) }] : []), ...(mayWaive(shown) ? [{ text: waiverText.open, href: waiverPaths.newFor(claim.id) }] : [])],
    }),
    attachments: attachmentsView(shown.attachments, files), trail: shown.trail,
  }
}

/** Documents are begun upon a claim by its own office. */
function mayBegin({ claim, officer }: ShownClaim): boolean {
  return claim.organisationId === officer.organisationId && officer.permissions.has('expense.voucherreq:create')
}

function mayCorrect(shown: ShownClaim): boolean {
  return mayBegin(shown) && isCorrectable(shown.claim)
}

/** Whoever may give it up may draft it anew. */
function renewButton(shown: ShownClaim): ActionButton[] {
  const { claim, officer, today } = shown
  const may = mayBegin(shown) && claim.state === 'draft' && isRenewable(claim, today) && officer.permissions.has('expense.voucherreq:edit')
  return may ? [{ label: text.renew, action: paths.renew(claim.id), kind: 'primary' }] : []
}

function mayWaive(shown: ShownClaim): boolean {
  return mayBegin(shown) && isWaivable(shown.claim) && shown.waivers.every(({ state }) => state !== 'submitted')
}

/** What the kind asks for, until the checker has looked. */
function markOf({ isMandatory, isPresent }: ShownClaim['wanted'][number]): string {
  if (isPresent !== undefined) return isPresent ? text.papers.present : text.papers.absent
  return isMandatory ? text.papers.mandatory : text.papers.optional
}

/** Checking asks for the papers and has a page of its own. */
function allowedOf({ claim, officer, isAlone }: ShownClaim): string[] {
  const signed = asSigned(claim, isAlone && claim.authorId === officer.userId)
  return claimLifecycle.allows(officer, signed).filter((step) => (step !== 'approve' || isAlone || claim.checkerId !== officer.userId) && (step !== 'revoke' || claim.reopenedBy === null))
}

function noticesOf({ claim, twins, checkerNote, today }: ShownClaim): string[] {
  return [
    ...(checkerNote === '' ? [] : [text.checkerNote(checkerNote)]),
    ...(claim.state === 'draft' && isRenewable(claim, today) ? [text.renewable(String(claim.fiscalYear))] : []),
    ...(claim.state === 'draft' && claim.returnReason !== null ? [text.returnReason(claim.returnReason)] : []),
    ...(claim.reopenedBy !== null && claim.state !== 'paid' ? [text.reopened(formatMoney(dueOf(claim).net))] : []),
    ...(twins.length > 0 ? [text.duplicate(twins.join(', '), claim.duplicateReason)] : []),
  ]
}

function factsOf({ claim, receiptName, voucher }: ShownClaim): SummaryItem[] {
  const facts: readonly (readonly [string, string])[] = [
    [columns.department, claim.departmentName ?? ''], [columns.departmentNumber, String(claim.departmentNumber ?? '')], [fields.documentDate, formatThaiDate(claim.claimDate)],
    [columns.treasuryNumber, claim.treasuryNumber === null ? '' : String(claim.treasuryNumber)], [columns.treasuryDate, claim.treasuryDate === null ? '' : formatThaiDate(claim.treasuryDate)],
    [columns.payee, [payeeOf(claim), claim.payeeTaxId ?? ''].join(' ').trim()], [columns.title, claim.title], [fields.channel, claim.channel === null ? '' : text.channels[claim.channel]], [fields.payeeAccount, claim.payeeAccountName],
    [fields.invoiceNumber, claim.invoiceNumber], [fields.invoiceDate, claim.invoiceDate === null ? '' : formatThaiDate(claim.invoiceDate)],
    [fields.receipt, receiptName], [fields.approvalReference, claim.approvalReference], [fields.remark, claim.remark], [columns.author, claim.author.name],
  ]
  const sums: readonly (readonly [string, Money])[] = [[text.figures.gross, claim.gross], [text.figures.deducted, claim.deducted], [text.figures.net, claim.net]]
  return [
    ...facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, text: value })),
    ...(voucher === undefined ? [] : [{ label: text.voucher, text: voucher.number, href: voucher.href }]),
    ...sums.map(([label, amount]) => ({ label, text: formatMoney(amount), isMoney: true })),
  ]
}

function tablesOf({ claim, lineNames, accountNames, keyNames, banks }: ShownClaim): LineTable[] {
  const keyed = (key: string | null) => (key === null ? undefined : keyNames.get(key) ?? key)
  const named = (code: string) => `${code} ${accountNames.get(code) ?? ''}`.trim()
  const lines = lineTable({
    caption: text.lines.caption, empty: '', columns: [
      { label: columns.budgetLine, kind: 'text', isRowHeader: true }, { label: columns.account, kind: 'text' }, { label: text.lines.description, kind: 'text' }, { label: columns.amount, kind: 'money' },
    ],
    rows: claim.lines.map((line) => [
      line.budgetLineId === null ? '' : lineNames.get(line.budgetLineId) ?? '', { text: named(line.accountCode), note: keyed(line.subKey) }, line.description, formatMoney(line.amount),
    ]),
    totals: [{ label: text.figures.gross, isGrand: true, cells: [formatMoney(claim.gross)] }],
  })
  const deductions = lineTable({
    caption: text.deductionsCaption, empty: '', columns: [
      { label: text.deductionsCaption, kind: 'text', isRowHeader: true }, { label: columns.account, kind: 'text' }, { label: text.figures.base, kind: 'money' }, { label: columns.amount, kind: 'money' },
    ],
    rows: claim.deductions.map((each) => [
      { text: text.deductions[each.kind], note: each.rate === null ? undefined : text.percent(readPercent(each.rate) ?? each.rate) }, { text: named(each.accountCode), note: keyed(each.subKey) },
      each.base === null ? '' : formatMoney(each.base), formatMoney(each.amount),
    ]),
    totals: [{ label: text.figures.deducted, isGrand: true, cells: [formatMoney(claim.deducted)] }],
  })
  return [lines, ...(claim.deductions.length > 0 ? [deductions] : []), ...(claim.payees.length > 0 ? [peopleTable(claim, banks)] : [])]
}

function peopleTable({ payees, net }: Claim, banks: ShownClaim['banks']): LineTable {
  return lineTable({
    caption: text.people, empty: '', columns: [
      { label: columns.name, kind: 'text', isRowHeader: true }, { label: columns.bank, kind: 'text' }, { label: columns.accountNumber, kind: 'code' }, { label: columns.gross, kind: 'money' },
      { label: columns.deducted, kind: 'money' }, { label: columns.net, kind: 'money' },
    ],
    rows: payees.map((each) => [{ text: each.name, note: each.isReturned ? text.returnedPerson : undefined }, banks.get(each.bankCode) ?? each.bankCode, each.accountNumber, formatMoney(each.gross), formatMoney(each.deducted), formatMoney(minus(each.gross, each.deducted))]),
    totals: [{ label: text.peopleSum, isGrand: true, cells: [sum(payees.map(({ gross }) => gross)), sum(payees.map(({ deducted }) => deducted)), net].map(formatMoney) }],
  })
}
