// One run of pay: what it adds up to, what changed since the month before, its people and its claims.
import { asSigned, stepActions, type ExportTable, type StepButton } from '../../documents/index.ts'
import { maskCitizenId } from '../../platform/citizen-id.ts'
import { formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type Officer } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { lineTable, refusals, type Actions, type Column, type ErrorSummary, type LineTable, type Link, type PageHeader, type SummaryItem, type SummaryList, type Trail } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, isZero, minus, sum } from '../../platform/money.ts'
import { type ClaimHead } from '../claim/claim.ts'
import { claimNumber, statusOf } from '../claim/claim.view.ts'
import { claimPaths } from '../expenditure.paths.ts'
import { monthField, monthName } from '../month/month.ts'
import { payRunPaths as paths } from '../pay-run.paths.ts'
import { payRunText as text } from '../pay-run.text.ts'
import { changesFrom, figuresOf, runLifecycle, totalOf, totalsByItem, type Run, type RunPerson, type RunStep } from '../pay-run/pay-run.ts'
import { numberText, titleOf } from '../pay-run/pay-run.view.ts'

const { columns } = text
const peoplePerPage = 100

export interface ShownRun {
  readonly run: Run
  readonly officer: Officer
  readonly isAlone: boolean
  /** The last run of the kind before it. */
  readonly before: { readonly month: CalendarDate; readonly persons: readonly RunPerson[] } | undefined
  readonly claims: readonly ClaimHead[]
  /** Parts no living claim pays. */
  readonly missing: number
  readonly employerLine: string
  /** Names of those with a loan that is overdue and not kept back. */
  readonly undeducted: readonly string[]
  /** How many of its people have been shown on the pages before. */
  readonly from: number
  readonly trail: Trail
}

export interface RunPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly notices: readonly string[]
  readonly summaryList: SummaryList
  readonly tables: readonly LineTable[]
  readonly people: LineTable
  readonly more: Link | undefined
  readonly actions: Actions | undefined
  readonly trail: Trail
}

const buttons: readonly StepButton<RunStep>[] = [
  { step: 'submit', label: text.steps.submit, kind: 'primary' }, { step: 'approve', label: text.steps.approve, kind: 'primary' }, { step: 'claim', label: text.steps.claim, kind: 'primary' },
  { step: 'refresh', label: text.steps.refresh, kind: 'secondary' }, { step: 'return', label: text.steps.return, kind: 'danger', reason: text.reason },
  { step: 'withdraw', label: text.steps.withdraw, kind: 'secondary' }, { step: 'reopen', label: text.steps.reopen, kind: 'danger', reason: text.reason },
  { step: 'cancel', label: text.steps.cancel, kind: 'danger' },
]

export function showPage(shown: ShownRun, errors: FieldErrors = {}): RunPage {
  const { run, from } = shown
  const title = titleOf(run)
  const next = from + peoplePerPage
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title, status: text.states[run.state] }, ...refusals(errors), notices: noticesOf(shown),
    summaryList: { items: factsOf(shown) }, tables: [itemsTable(run), changesTable(shown), ...(shown.claims.length > 0 ? [claimsTable(shown.claims)] : [])],
    people: peopleTable(run, from), more: next < run.persons.length ? { text: text.people.more, href: `${paths.show(run.id)}?from=${next}` } : undefined, actions: actionsOf(shown), trail: shown.trail,
  }
}

function noticesOf({ run, missing, undeducted }: ShownRun): string[] {
  const unbanked = run.persons.filter(({ accountNumber }) => accountNumber === '').map(({ name }) => name)
  const isOpen = run.state === 'draft' || run.state === 'submitted'
  return [
    ...(run.returnReason !== null && run.state === 'draft' ? [text.returned(run.returnReason)] : []), ...(run.state === 'approved' && missing > 0 ? [text.noClaims] : []),
    ...(isOpen && undeducted.length > 0 ? [text.undeducted(undeducted.slice(0, 5).join(' · '))] : []),
    ...(run.state !== 'paid' && run.state !== 'cancelled' && unbanked.length > 0 ? [text.unbanked(String(unbanked.length), unbanked.slice(0, 5).join(' · '))] : []),
  ]
}

function factsOf({ run, employerLine }: ShownRun): SummaryItem[] {
  const facts: readonly (readonly [string, string])[] = [
    [columns.number, numberText(run)], [columns.kind, text.kinds[run.kind]], [columns.month, monthName(run.month)], [columns.payDate, formatThaiDate(run.payDate)],
    [columns.people, String(run.people)], [columns.employerLine, employerLine], [columns.remark, run.remark], [columns.author, run.author.name],
  ]
  return [
    ...facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, text: value })),
    ...([[columns.gross, run.gross], [columns.deducted, run.deducted], [columns.net, run.net]] as const).map(([label, amount]) => ({ label, text: formatMoney(amount), isMoney: true })),
    ...(isZero(run.employer) ? [] : [{ label: columns.employer, text: formatMoney(run.employer), isMoney: true }]),
  ]
}

function itemsTable({ persons }: Run): LineTable {
  const words = text.items
  const totals = totalsByItem(persons)
  const rowsOf = (side: 'pay' | 'deduction') => totals.filter((each) => each.side === side).map(({ title, people, amount }) => [title, String(people), formatMoney(amount)])
  const { gross, deducted, net } = totalOf(persons)
  return lineTable({
    caption: words.caption, empty: text.people.empty, columns: [{ label: words.title, kind: 'text', isRowHeader: true }, { label: words.people, kind: 'number' }, { label: words.amount, kind: 'money' }],
    rows: [...rowsOf('pay'), { subtotal: { label: words.pays, cells: [formatMoney(gross)] } }, ...rowsOf('deduction'), { subtotal: { label: words.deductions, cells: [formatMoney(deducted)] } }],
    totals: [{ label: columns.net, isGrand: true, cells: [formatMoney(net)] }],
  })
}

function changesTable({ run, before }: ShownRun): LineTable {
  const words = text.changes
  const changes = before ? changesFrom(before.persons, run.persons) : []
  return lineTable({
    caption: words.caption(before ? monthName(before.month) : undefined), empty: before ? words.empty : words.none,
    columns: [
      { label: columns.name, kind: 'text', isRowHeader: true }, { label: words.what, kind: 'text' }, { label: words.before, kind: 'money' }, { label: words.now, kind: 'money' },
      { label: words.difference, kind: 'money' },
    ],
    rows: changes.map((each) => [each.name, words.kinds[each.what], formatMoney(each.before.net), formatMoney(each.now.net), formatMoney(minus(each.now.net, each.before.net))]),
  })
}

function claimsTable(claims: readonly ClaimHead[]): LineTable {
  const words = text.claims
  return lineTable({
    caption: words.caption, empty: '', columns: [
      { label: words.number, kind: 'code', isRowHeader: true }, { label: words.title, kind: 'text' }, { label: words.amount, kind: 'money' }, { label: words.state, kind: 'status' },
    ],
    rows: claims.map((claim) => [{ text: claimNumber(claim), href: claimPaths.show(claim.id) }, claim.title, formatMoney(claim.net), { status: statusOf(claim) }]),
  })
}

const peopleColumns: readonly Column[] = [
  { label: columns.name, kind: 'text', isRowHeader: true }, { label: columns.position, kind: 'text' }, { label: columns.gross, kind: 'money' }, { label: columns.deducted, kind: 'money' },
  { label: columns.net, kind: 'money' }, { label: columns.account, kind: 'code' },
]

function peopleTable({ persons, gross, deducted, net }: Run, from: number): LineTable {
  return lineTable({
    caption: text.people.caption, empty: text.people.empty, columns: peopleColumns,
    rows: persons.slice(from, from + peoplePerPage).map((person) => {
      const figures = figuresOf(person)
      return [person.name, person.position, formatMoney(figures.gross), formatMoney(figures.deducted), formatMoney(figures.net), person.accountNumber]
    }),
    totals: [{ label: text.sum, isGrand: true, cells: [formatMoney(gross), formatMoney(deducted), formatMoney(net), ''] }],
  })
}

function actionsOf({ run, officer, isAlone, missing }: ShownRun): Actions | undefined {
  const mayPrint = officer.permissions.has('expense.payroll:print')
  const mayAdjust = run.organisationId === officer.organisationId && runLifecycle.allows(officer, run).includes('edit')
  const actions = stepActions({
    document: run, officer, paths, buttons, print: mayPrint ? text.print : undefined,
    allowed: runLifecycle.allows(officer, asSigned(run, isAlone)).filter((step) => step !== 'claim' || missing > 0),
    links: [
      ...(mayAdjust ? [{ text: text.adjust, href: paths.adjust(run.id) }] : []),
      ...(mayPrint ? [{ text: text.saveExcel, href: paths.sheet(run.id, 'xlsx') }, { text: text.saveCsv, href: paths.sheet(run.id, 'csv') }] : []),
    ],
  })
  return actions && mayPrint ? { ...actions, buttons: [...actions.buttons, { label: text.printSlips, action: paths.slips(run.id), kind: 'secondary' }] } : actions
}

/** The people of the run, a column for each item: for the bank and for whoever checks. */
export function peopleSheet(run: Run, banks: ReadonlyMap<string, string>): ExportTable {
  const totals = totalsByItem(run.persons)
  const titles = [...new Set(totals.map(({ side, title }) => `${side}/${title}`))]
  return {
    fileName: text.sheetName(run.kind, monthField(run.month).replace('/', '-')), name: text.people.caption, about: [run.organisationName, titleOf(run)],
    header: [columns.order, columns.taxId, columns.name, columns.position, ...titles.map((key) => key.slice(key.indexOf('/') + 1)), columns.gross, columns.deducted, columns.net, columns.bank, columns.account],
    rows: run.persons.map((person, index) => {
      const { gross, deducted, net } = figuresOf(person)
      const amountOf = (key: string) => sum(person.items.filter(({ side, title }) => `${side}/${title}` === key).map(({ amount }) => amount))
      return [
        String(index + 1), maskCitizenId(person.taxId), person.name, person.position, ...titles.map(amountOf), gross, deducted, net,
        banks.get(person.bankCode) ?? person.bankCode, person.accountNumber,
      ]
    }),
  }
}
