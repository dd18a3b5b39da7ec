// Loan contracts as finished strings: the list, its file, and one contract.
import {
  asSigned, dayControls, exportActions, listFrame, makerControls, organisationControls, papersView, seenFrom, stepActions, withAll, type Attachment, type ExportTable, type FoundRegister, type ListFrame,
  type StepButton,
} from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  field, lineTable, refusals, select, type Actions, type Attachments, type Column, type Control, type ErrorSummary, type LineTable, type Link, type PageHeader, type SummaryItem,
  type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, isNegative, isZero, minus, negate, type Money } from '../../platform/money.ts'
import { type ClaimHead } from '../claim/claim.ts'
import { claimNumber, statusOf } from '../claim/claim.view.ts'
import { claimPaths } from '../expenditure.paths.ts'
import { loanPaths as paths } from '../loan.paths.ts'
import { loanPaperText as paper } from '../loan-paper.text.ts'
import { loanText as text } from '../loan.text.ts'
import { pettyPaths } from '../petty.paths.ts'
import { pettyText } from '../petty.text.ts'
import { type AskedLoans } from './loan.schema.ts'
import { daysLate, isMoneyBack, loanLifecycle, loanNumber, loanPapers, loanSources, loanWaits, standingOf, standings, type Loan, type LoanHead, type LoanStep, type LoanTotals } from './loan.ts'

const { columns, fields } = text

export const numberText = (loan: Pick<LoanHead, 'number' | 'fiscalYear'>): string => loanNumber(loan) ?? text.noNumber

export interface FoundLoans extends FoundRegister<LoanHead> {
  readonly own: string
  readonly totals: LoanTotals
  readonly today: CalendarDate
  readonly mayPrint: boolean
}

function queryOf({ filter, days, typed }: AskedLoans): URLSearchParams {
  return new URLSearchParams({ organisation: filter.organisationId, ...days.typed, ...typed })
}

export function listPage(asked: AskedLoans, found: FoundLoans): ListFrame {
  const query = queryOf(asked)
  const last = found.items.at(-1)
  const create: Link[] = found.mayCreate ? [{ text: text.newTitle, href: paths.new }] : []
  return {
    ...listFrame({
      title: text.listTitle, path: paths.list, controls: [...organisationControls(found, asked.filter.organisationId), ...dayControls(asked.days), ...filterControls(asked)],
      errors: asked.days.errors, next: found.hasMore && last ? `${paths.list}?${query}&after=${last.id}` : undefined,
      countText: text.countText(String(found.items.length), found.totals.count.toLocaleString('en-US')),
      actions: [...create.map((link) => ({ ...link, kind: 'primary' as const })), { text: text.overdueList, href: paths.overdue, kind: 'secondary' }, { text: pettyText.listTitle, href: pettyPaths.list, kind: 'secondary' }, ...exportActions(paths.list, query, found.mayPrint)],
    }),
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns, rows: found.items.map((loan) => rowOf(loan, found)),
      totals: found.items.length === 0 ? [] : [{ label: text.sum, isGrand: true, cells: [formatMoney(found.totals.amount), formatMoney(found.totals.balance), '', ''] }],
    }),
  }
}

function filterControls({ filter, typed }: AskedLoans): Control[] {
  const states = withAll([...standings.map((value) => ({ value, text: text.standings[value].text })), ...loanWaits.map((value) => ({ value, text: text.waits[value] }))])
  const sources = withAll(loanSources.map((value) => ({ value, text: text.sources[value] })))
  return [
    { select: select({ name: 'standing', label: columns.state, options: states, value: typed.standing }) },
    { select: select({ name: 'source', label: columns.source, options: sources, value: typed.source }) },
    { field: field({ name: 'search', label: fields.search, value: typed.search, maxLength: 100 }) }, ...makerControls(filter.by),
  ]
}

const listColumns: readonly Column[] = [
  { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' }, { label: columns.borrower, kind: 'text' }, { label: columns.purpose, kind: 'text' },
  { label: columns.amount, kind: 'money' }, { label: columns.balance, kind: 'money' }, { label: columns.due, kind: 'date' }, { label: columns.state, kind: 'status' },
]

function rowOf(loan: LoanHead, { own, today }: FoundLoans) {
  const late = daysLate(loan, today)
  return [
    { text: numberText(loan), href: seenFrom(own, loan.organisationId, paths.show(loan.id)), note: text.sources[loan.source] }, formatThaiDateShort(loan.loanDate), loan.payeeName,
    loan.purpose, formatMoney(loan.amount), formatMoney(loan.balance), { text: loan.dueOn === null ? '' : formatThaiDateShort(loan.dueOn), ...(late > 0 && { note: text.overdue(String(late)) }) },
    { status: text.standings[standingOf(loan, today)] },
  ]
}

/** ทะเบียนสัญญาการยืมเงิน as a file. */
export function exportTable(given: { readonly office: string; readonly loans: readonly LoanHead[]; readonly today: CalendarDate }): ExportTable {
  return {
    fileName: text.fileName(given.today), name: text.register, about: [given.office, text.register],
    header: [
      columns.number, columns.date, columns.department, columns.borrower, columns.kind, columns.source, columns.purpose, columns.amount, columns.paid, columns.due, columns.byVouchers, columns.byCash,
      columns.balance, columns.late, columns.state,
    ],
    rows: given.loans.map((loan) => [
      numberText(loan), { day: loan.loanDate }, loan.departmentName ?? '', loan.payeeName, text.kinds[loan.kind], text.sources[loan.source], loan.purpose, loan.amount,
      dayCell(loan.paidOn), dayCell(loan.dueOn), loan.state === 'paid' ? loan.vouched : '', cashOf(loan) ?? '', loan.balance, String(daysLate(loan, given.today)), text.standings[standingOf(loan, given.today)].text,
    ]),
  }
}

const dayCell = (day: CalendarDate | null) => (day === null ? '' : { day })

function clearedOf({ state, amount, balance }: LoanHead): Money | undefined {
  return state === 'paid' ? minus(amount, balance) : undefined
}

/** What came back otherwise than by vouchers: in cash, from the pay. */
export function cashOf(loan: LoanHead): Money | undefined {
  const cleared = clearedOf(loan)
  return cleared === undefined ? undefined : minus(cleared, loan.vouched)
}

export interface ShownLoan {
  readonly loan: Loan
  readonly officer: Officer
  readonly isAlone: boolean
  readonly today: CalendarDate
  readonly lineNames: ReadonlyMap<string, string>
  readonly claims: readonly ClaimHead[]
  /** What cleared it, as its desk shows it. */
  readonly clearings: LineTable
  /** Came back by the books and is not yet back in the budget. */
  readonly unreturned: Money
  readonly attachments: readonly Attachment[]
  readonly trail: Trail
}

export interface LoanPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly notices: readonly string[]
  readonly summaryList: SummaryList
  readonly tables: readonly LineTable[]
  readonly actions: Actions | undefined
  readonly attachments: Attachments
  readonly trail: Trail
}

const buttons: readonly StepButton<LoanStep>[] = [
  { step: 'submit', label: text.steps.submit, kind: 'primary' }, { step: 'approve', label: text.steps.approve, kind: 'primary' },
  { step: 'claim', label: text.steps.claim, kind: 'primary' }, { step: 'settle', label: text.steps.settle, kind: 'primary' },
  { step: 'return', label: text.steps.return, kind: 'danger', reason: text.reason }, { step: 'withdraw', label: text.steps.withdraw, kind: 'secondary' },
  { step: 'revoke', label: text.steps.revoke, kind: 'danger', reason: text.reason }, { step: 'cancel', label: text.steps.cancel, kind: 'danger' },
]

export function showPage(shown: ShownLoan, errors: FieldErrors = {}): LoanPage {
  const { loan, officer, today } = shown
  const title = text.title(numberText(loan))
  const isOwn = loan.organisationId === officer.organisationId
  const mayEdit = isOwn && loanLifecycle.allows(officer, loan).includes('edit')
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: numberText(loan) }], pageHeader: { title, status: text.standings[standingOf(loan, today)] },
    ...refusals(errors), notices: noticesOf(shown), summaryList: { items: factsOf(shown) },
    tables: [estimateTable(shown), ...(shown.claims.length > 0 ? [claimsTable(shown)] : []), ...(loan.state === 'paid' ? [shown.clearings] : [])],
    actions: actionsOf(shown, mayEdit), trail: shown.trail,
    attachments: papersView({ papers: loanPapers, officer, document: loan, attachments: shown.attachments, paths, error: errors.files }),
  }
}

function noticesOf({ loan, today, unreturned }: ShownLoan): string[] {
  const late = daysLate(loan, today)
  return [
    ...(loan.returnReason !== null && (loan.state === 'draft' || loan.state === 'cancelled') ? [text.returned(loan.returnReason)] : []),
    ...(late > 0 ? [text.overdue(String(late))] : []), ...(isMoneyBack(loan) ? [text.errors.moneyBack] : []), ...(isZero(unreturned) ? [] : [isNegative(unreturned) ? text.takenBack(formatMoney(negate(unreturned))) : text.unreturned(formatMoney(unreturned))]),
  ]
}

function actionsOf({ loan, officer, isAlone, claims, today, unreturned }: ShownLoan, mayEdit: boolean): Actions | undefined {
  const isClaimed = claims.some(({ state }) => state !== 'cancelled')
  const held: Readonly<Partial<Record<string, boolean>>> = { claim: isClaimed, revoke: isClaimed, settle: isZero(unreturned) }
  const mayClear = loan.state === 'paid' && loan.source === 'budget' && !isZero(loan.balance) && !isMoneyBack(loan) && officer.permissions.has('expense.loan:edit')
  const actions = stepActions({
    document: loan, officer, paths, buttons, allowed: loanLifecycle.allows(officer, asSigned(loan, isAlone)).filter((step) => held[step] !== true),
    print: officer.permissions.has('expense.loan:print') ? text.print : undefined,
    links: [...(mayEdit ? [{ text: text.edit, href: paths.edit(loan.id) }] : []), ...(mayClear ? [{ text: text.clear, href: paths.clearNew(loan.id) }] : [])],
  })
  const letter = { label: paper.printLetter, action: paths.letter(loan.id), kind: 'secondary' } as const
  return actions && daysLate(loan, today) > 0 && officer.permissions.has('expense.loan:print') ? { ...actions, buttons: [...actions.buttons, letter] } : actions
}

function factsOf({ loan }: ShownLoan): SummaryItem[] {
  const day = (date: CalendarDate | null) => (date === null ? '' : formatThaiDate(date))
  const facts: readonly (readonly [string, string])[] = [
    [columns.date, day(loan.loanDate)], [columns.department, loan.departmentName ?? ''], [columns.borrower, loan.isStaff ? loan.payeeName : `${loan.payeeName} (${text.outsider})`],
    [fields.position, loan.position], [columns.kind, text.kinds[loan.kind]], [fields.source, text.sources[loan.source]], [columns.purpose, loan.purpose],
    [fields.returnDate, day(loan.returnDate)], [fields.approvalReference, loan.approvalReference], [columns.paid, day(loan.paidOn)], [columns.due, day(loan.dueOn)],
    [columns.author, loan.author.name],
  ]
  const [cleared, cash] = [clearedOf(loan), cashOf(loan)]
  const sums: readonly (readonly [string, Money])[] = [[columns.amount, loan.amount], ...(cleared === undefined || cash === undefined ? [] : [[columns.byVouchers, loan.vouched], [columns.byCash, cash], [columns.balance, loan.balance]] as const)]
  return [
    ...facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, text: value })),
    ...sums.map(([label, amount]) => ({ label, text: formatMoney(amount), isMoney: true })),
  ]
}

function estimateTable({ loan, lineNames }: ShownLoan): LineTable {
  const { lines: words } = text
  return lineTable({
    caption: words.caption, empty: '', columns: [{ label: words.description, kind: 'text', isRowHeader: true }, { label: words.line, kind: 'text' }, { label: words.amount, kind: 'money' }],
    rows: loan.lines.map((line) => [line.description, line.budgetLineId === null ? text.sources.accumulated : lineNames.get(line.budgetLineId) ?? '', formatMoney(line.amount)]),
    totals: [{ label: text.sum, isGrand: true, cells: [formatMoney(loan.amount)] }],
  })
}

function claimsTable({ claims }: ShownLoan): LineTable {
  return lineTable({
    caption: text.claim, empty: '', columns: [
      { label: text.claimColumns.number, kind: 'code', isRowHeader: true }, { label: text.claimColumns.date, kind: 'date' }, { label: text.claimColumns.amount, kind: 'money' },
      { label: columns.state, kind: 'status' },
    ],
    rows: claims.map((claim) => [
      { text: claimNumber(claim), href: claimPaths.show(claim.id) }, formatThaiDateShort(claim.claimDate), formatMoney(claim.gross), { status: statusOf(claim) },
    ]),
  })
}
