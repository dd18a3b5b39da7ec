import { printedNumber } from '../../documents/index.ts'
import { formatInstant, instant, type FiscalYear } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import {
  choice, field, lineTable, refusals, select, type Actions, type Control, type ErrorSummary, type Filters, type LineTable, type PageHeader, type SummaryItem, type SummaryList,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, minus, negate, sum, type Money } from '../../platform/money.ts'
import { closingText as text } from '../closing.text.ts'
import { closingPaths as paths, ledgerPaths } from '../ledger.paths.ts'
import { ledgerText } from '../ledger.text.ts'
import { periodText } from '../period.text.ts'
import { type PostForm } from '../period/period.view.ts'
import {
  declarations, reserveOf, resultOf, spentIn, type Blocker, type BudgetFigures, type ClosingRequest, type ClosingVoucher, type Reckoned, type YearNet,
} from './closing.ts'

export interface ShownYear {
  readonly office: string
  readonly organisationId: string
  readonly year: FiscalYear
  readonly years: readonly number[]
  readonly isOpened: boolean
  readonly isClosed: boolean
  /** Of the next year, openings left out. */
  readonly vouchersAfter: number
  readonly nets: readonly YearNet[]
  readonly vouchers: readonly ClosingVoucher[]
  readonly request: ClosingRequest | undefined
  readonly blockers: readonly Blocker[]
  /** From the books and the budget; null where nothing is set aside. */
  readonly reckoned: Reckoned | null
  readonly may: { readonly ask: boolean; readonly decide: boolean; readonly report: boolean }
}

export interface Typed {
  readonly values: Readonly<Record<string, string>>
  readonly declared: readonly string[]
  readonly errors: FieldErrors
}

export const nothingTyped: Typed = { values: {}, declared: [], errors: {} }

interface AskedStep {
  readonly heading: string
  readonly hint: string
  readonly form: PostForm
}

export interface ClosingPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly filters: Filters
  readonly summaryList: SummaryList
  readonly notice: string | undefined
  readonly tables: readonly LineTable[]
  readonly waiting: { readonly heading: string; readonly summaryList: SummaryList; readonly actions: Actions | undefined } | undefined
  readonly forms: readonly AskedStep[]
}

export function closingPage(shown: ShownYear, typed: Typed = nothingTyped): ClosingPage {
  const { year, request } = shown
  const options = [...new Set([year, ...shown.years])].sort((one, other) => other - one).map((each) => ({ value: String(each), text: String(each) }))
  return {
    title: text.title, breadcrumb: [{ text: periodText.title, href: ledgerPaths.periodsOf(year) }, { text: text.title }],
    pageHeader: { title: text.title, lead: text.lead(shown.office, String(year)) }, ...refusals(typed.errors),
    filters: { label: text.filters, action: paths.page, controls: [{ select: select({ name: 'fiscalYear', label: text.year, options, value: String(year), width: 'short' }) }] },
    summaryList: { items: figuresOf(shown) }, notice: noticeOf(shown), tables: [...shown.isClosed ? [] : [blockersTable(shown.blockers)], ...shown.vouchers.length === 0 ? [] : [vouchersTable(shown)]],
    waiting: request && { heading: text.waiting.heading, summaryList: { items: requestFacts(request) }, actions: shown.may.decide ? decisionOf(request) : undefined },
    forms: request || !shown.may.ask || !shown.isOpened ? [] : [shown.isClosed ? undoForm(shown, typed) : askForm(shown, typed)],
  }
}

/** The books of the next year lose their opening for a while: whoever asks for it, or carries it out, is told. */
function noticeOf({ isClosed, vouchersAfter, year }: ShownYear): string | undefined {
  return isClosed && vouchersAfter > 0 ? text.undo.notice(vouchersAfter.toLocaleString('en'), String(year + 1)) : undefined
}

function figuresOf({ nets, isClosed, isOpened, request, reckoned }: ShownYear): SummaryItem[] {
  const state = isClosed ? text.states.done : request ? text.states.asked : isOpened ? text.states.open : text.states.none
  if (isClosed || !isOpened) return [{ label: text.figures.state, text: state }]
  const of = (group: YearNet['group']): Money => sum(nets.filter((each) => each.group === group).map(({ net }) => net))
  return [
    { label: text.figures.state, text: state }, moneyItem(text.figures.revenue, negate(of('revenue'))), moneyItem(text.figures.expense, of('expense')),
    moneyItem(text.figures.result, resultOf(nets)), ...reckoned === null ? [] : reckonedItems(reckoned),
  ]
}

/** How the reserve comes about; without a budget only what came in is known. */
function reckonedItems({ receipts, spending }: Reckoned): SummaryItem[] {
  const { figures } = text
  if (spending === undefined) return [moneyItem(figures.receipts, receipts)]
  const parts = [moneyItem(figures.paid, spending.paid), moneyItem(figures.claimed, spending.claimed), moneyItem(figures.carried, spending.carried)]
  return reserveItems({ receipts, spent: spentIn(spending) }, parts)
}

function moneyItem(label: string, amount: Money): SummaryItem {
  return { label, text: formatMoney(amount), isMoney: true }
}

function blockersTable(blockers: readonly Blocker[]): LineTable {
  return lineTable({
    caption: text.blockers.heading, empty: text.blockers.none, columns: [{ label: text.blockers.what, kind: 'text', isRowHeader: true }],
    rows: blockers.map((blocker) => [{ text: blocker.text, href: blocker.href }]),
  })
}

function vouchersTable({ vouchers, organisationId, year, may }: ShownYear): LineTable {
  const { caption, number, description, total, empty } = text.vouchers
  return lineTable({
    caption, empty, columns: [{ label: number, kind: 'code', isRowHeader: true }, { label: description, kind: 'text' }, { label: total, kind: 'money' }],
    rows: vouchers.map((voucher) => [
      { text: printedNumber('CL', voucher.running, year), href: may.report ? ledgerPaths.registered(organisationId, voucher.id) : undefined }, voucher.description, formatMoney(voucher.total),
    ]),
  })
}

function requestFacts({ kind, askedBy, askedAt, reason, figures }: ClosingRequest): SummaryItem[] {
  const { waiting } = text
  return [
    { label: waiting.what, text: waiting.kinds[kind] }, { label: waiting.asker, text: `${askedBy} ${formatInstant(instant(askedAt))}` },
    ...figures === null ? [] : reserveItems(figures), ...reason === '' ? [] : [{ label: waiting.reason, text: reason }],
  ]
}

/** In the order of the reckoning: what came in, what was spent and of what that is made, what is over, and the part of it that is set aside. */
function reserveItems(figures: BudgetFigures, parts: readonly SummaryItem[] = []): SummaryItem[] {
  const { receipts, spent, excess, reserve } = text.figures
  return [
    moneyItem(receipts, figures.receipts), ...parts, moneyItem(spent, figures.spent), moneyItem(excess, minus(figures.receipts, figures.spent)), moneyItem(reserve, reserveOf(figures)),
  ]
}

function decisionOf({ id }: ClosingRequest): Actions {
  return { version: '1', buttons: [
    { label: text.waiting.approve, action: paths.carryOut(id), kind: 'primary' },
    { label: text.waiting.refuse, action: paths.refuse(id), kind: 'danger', reason: { id: `reason-${id}`, label: text.waiting.refuseReason } },
  ] }
}

function askForm({ year, reckoned }: ShownYear, { values, declared, errors }: Typed): AskedStep {
  const { ask, figures, declarations: words } = text
  const amount = (name: 'receipts' | 'spent', hint: string, given: Money | undefined): Control => ({ field: field({
    name, label: `${figures[name]} ${ledgerText.unit}`, hint, value: values[name] ?? (given === undefined ? '' : formatMoney(given)), error: errors[name], required: true, width: 'short',
  }) })
  const reason: Control = { field: field({ name: 'reason', label: ask.reason, hint: ask.reasonHint, value: values.reason, error: errors.reason, rows: 2, maxLength: 500, width: 'long' }) }
  const reserve = reckoned === null ? [] : [
    amount('receipts', ask.receiptsHint, reckoned.receipts), ...reckoned.spending ? [] : [amount('spent', ask.spentHint, undefined)], reason,
  ]
  return { heading: ask.heading, hint: ask.hint, form: {
    action: paths.requests, hidden: [{ name: 'fiscalYear', value: String(year) }], label: ask.send, hasFiles: false, controls: [...reserve, { choice: choice({
      name: 'declared', label: ask.declared, type: 'checkbox', values: declared, error: errors.declared, required: true, options: declarations.map((each) => ({ value: each, text: words[each] })),
    }) }],
  } }
}

function undoForm({ year }: ShownYear, { values, errors }: Typed): AskedStep {
  const { heading, hint, reason, send } = text.undo
  return { heading, hint: hint(String(year + 1)), form: {
    action: paths.undo, hidden: [{ name: 'fiscalYear', value: String(year) }], label: send, hasFiles: false,
    controls: [{ field: field({ name: 'reason', label: reason, value: values.reason, error: errors.reason, required: true, rows: 2, maxLength: 500, width: 'long' }) }],
  } }
}

