// The register of stock as finished strings: the list, and what it comes to beside the opening of each account.
import { type ConfirmPage, type Report, type ReportCell } from '../../documents/index.ts'
import { type FoundPage } from '../../platform/database/heads.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { field, select, type Column, type SummaryItem } from '../../platform/http/components.ts'
import { formatMoney, isZero, minus, sum, type Money } from '../../platform/money.ts'
import { formatQuantity } from '../../platform/quantity.ts'
import { stockPaths as paths } from '../ledger.paths.ts'
import { stockText as text } from '../stock.text.ts'
import { differenceOf, stockLifecycle, type StockAccount, type StockFilter, type StockStep, type StockSum, type StoredStockItem } from './stock.ts'

const { columns: names, accountColumns, fields } = text

interface Sums {
  readonly count: number
  readonly total: Money
}

export interface FoundStock extends FoundPage<StoredStockItem> {
  readonly totals: Sums
  /** Of all, whatever is asked for. */
  readonly all: Sums
  readonly accounts: readonly StockAccount[]
  readonly differing: number
  readonly eve: CalendarDate
  readonly officer: Officer
}

const columns: readonly Column[] = [
  { label: names.code, kind: 'code', isRowHeader: true }, { label: names.name, kind: 'text' }, { label: names.account, kind: 'text' }, { label: names.quantity, kind: 'number' }, { label: names.unit, kind: 'text' },
  { label: names.unitCost, kind: 'money' }, { label: names.total, kind: 'money' }, { label: names.state, kind: 'status' },
]

export function stockReport({ search, account, isWaiting }: StockFilter, found: FoundStock): Report {
  const { items, totals, all, eve, officer, accounts } = found
  const line = (label: string, amount: Money, isGrand: boolean) => ({ label, cells: [amount, ''], isGrand })
  const isNarrowed = search !== '' || account !== '' || isWaiting
  return {
    fileName: text.fileName(eve), title: text.listTitle, organisation: officer.organisationName, about: text.asOf(formatThaiDate(eve)), asked: { ...(search !== '' && { search }), ...(account !== '' && { account }), ...(isWaiting && { waiting: 'yes' }) }, errors: {},
    controls: [
      { field: field({ name: 'search', label: fields.search, value: search, maxLength: 100 }) },
      { select: select({ name: 'account', label: fields.account, value: account, options: [{ value: '', text: fields.allAccounts }, ...accounts.map(({ code, name }) => ({ value: code, text: `${code} ${name}` }))] }) },
      { select: select({ name: 'waiting', label: fields.waiting, value: isWaiting ? 'yes' : '', options: [{ value: '', text: fields.allStates }, { value: 'yes', text: text.states.asked.text }] }) },
    ],
    columns, rows: items.map((item) => rowOf(item, officer)),
    totals: [...(isNarrowed ? [line(text.found, totals.total, false)] : []), line(text.all, all.total, true)],
    empty: text.empty, count: text.count(items.length.toLocaleString('en'), totals.count.toLocaleString('en')), after: found.hasMore ? items.at(-1)?.id : undefined, isLandscape: true,
    actions: actionsOf(found),
  }
}

function actionsOf({ officer, differing }: FoundStock): NonNullable<Report['actions']> {
  const mayCreate = officer.permissions.has('account.material:create')
  return [
    ...(mayCreate ? [{ text: text.newTitle, href: paths.new, kind: 'primary' as const }, { text: text.import.title, href: paths.import, kind: 'secondary' as const }] : []),
    { text: differing === 0 ? text.compare : `${text.compare} (${text.differ.text} ${differing})`, href: paths.accounts, kind: 'secondary' },
  ]
}

function rowOf(item: StoredStockItem, officer: Officer): ReportCell[] {
  const note = item.state === 'asked' ? `${fields.reason}: ${item.reason}` : undefined
  return [
    { text: item.code, href: addressOf(item, officer) }, { text: item.name, note }, `${item.account} ${item.accountName}`, formatQuantity(item.quantity), item.unit, item.unitCost, item.total,
    { status: text.states[item.isPending ? 'pending' : item.state === 'asked' ? 'asked' : 'listed'] },
  ]
}

/** Where this officer goes on with the row; nowhere: undefined. */
function addressOf(item: StoredStockItem, officer: Officer): string | undefined {
  if (item.state === 'listed') return officer.permissions.has('account.material:edit') && !item.isPending ? paths.edit(item.id) : undefined
  if (officer.permissions.has('account.opening:approve')) return paths.step(item.id, 'approve')
  return stockLifecycle.allows(officer, { state: item.state, authorId: item.author.id }).includes('withdraw') ? paths.step(item.id, 'withdraw') : undefined
}

export function accountsReport(sums: readonly StockSum[], { eve, office }: { readonly eve: CalendarDate; readonly office: string }): Report {
  const [listed, opened] = [sum(sums.map((each) => each.listed)), sum(sums.map((each) => each.opened))]
  return {
    fileName: text.accountsFileName(eve), title: text.accountsTitle, organisation: office, about: text.asOf(formatThaiDate(eve)), asked: {}, errors: {}, controls: [],
    columns: [
      { label: accountColumns.account, kind: 'text', isRowHeader: true }, { label: accountColumns.items, kind: 'number' }, { label: accountColumns.listed, kind: 'money' },
      { label: accountColumns.inLedger, kind: 'money' }, { label: accountColumns.difference, kind: 'money' }, { label: accountColumns.state, kind: 'status' },
    ],
    rows: sums.map((each) => [
      { text: `${each.code} ${each.name}`, href: `${paths.list}?${new URLSearchParams({ account: each.code })}` }, each.items.toLocaleString('en'), each.listed, each.opened, differenceOf(each),
      { status: isZero(differenceOf(each)) ? text.agree : text.differ },
    ]),
    totals: [{ label: text.all, cells: [listed, opened, minus(opened, listed), ''] }], empty: text.emptyAccounts, count: '',
  }
}

export function removePage(item: StoredStockItem): ConfirmPage {
  const title = text.removeTitle(item.code)
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }],
    confirm: {
      action: paths.remove(item.id), version: String(item.version), question: text.removeQuestion, consequences: [text.removeConsequence], label: text.remove, kind: 'danger', cancel: { text: text.back, href: paths.edit(item.id) },
      facts: { items: factsOf(item) },
    },
  }
}

function factsOf(item: StoredStockItem): SummaryItem[] {
  return [
    { label: names.code, text: item.code }, { label: names.name, text: item.name }, { label: names.account, text: `${item.account} ${item.accountName}` },
    { label: names.quantity, text: `${formatQuantity(item.quantity)} ${item.unit}` }, { label: names.unitCost, text: formatMoney(item.unitCost) }, { label: names.total, text: formatMoney(item.total) },
  ]
}

/** The question before a correction is let in, refused or taken back, with what the row was. */
export function decisionPage(step: StockStep, item: StoredStockItem, before: StoredStockItem | undefined): ConfirmPage {
  const words = text.steps[step]
  const title = words.title(item.code)
  const was = new Map((before ? factsOf(before) : []).map((fact) => [fact.label, fact.text]))
  const facts = factsOf(item).map((fact) => {
    const old = was.get(fact.label)
    return old === undefined || old === fact.text ? fact : { label: fact.label, text: `${old} → ${fact.text}` }
  })
  return {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }],
    confirm: {
      action: paths.step(item.id, step), version: String(item.version), question: words.question, consequences: [words.consequence], label: words.label, kind: step === 'approve' ? 'primary' : 'danger',
      cancel: step === 'approve' ? { text: text.steps.refuse.label, href: paths.step(item.id, 'refuse') } : { text: text.back, href: paths.list },
      facts: { items: [...facts, { label: fields.reason, text: item.reason }, { label: fields.askedBy, text: item.author.name }] },
    },
  }
}
