// The ledger of one account as page, print and file; and the list in which an account is found.
import { exportActions, organisationControls, printedNumber, signer, withAll, type ExportPart, type ExportTable, type Office } from '../../documents/index.ts'
import { formatThaiDate, formatThaiDateShort } from '../../platform/dates.ts'
import { formatMoney, formatMoneyParen, isZero, negate, sum, type Money } from '../../platform/money.ts'
import {
  field, lineTable, refusals, select, type CellContent, type Column, type Control, type ErrorSummary, type Filters, type LineTable, type PageHeader, type Pagination,
  type PrintHead, type Signatures,
} from '../../platform/http/components.ts'
import { type SheetRow } from '../../platform/spreadsheet.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { accountText as text } from '../account.text.ts'
import { asOfQuery } from '../asked.ts'
import { booksText } from '../books.text.ts'
import { ledgerPaths } from '../ledger.paths.ts'
import { ledgerText } from '../ledger.text.ts'
import { asOfControls, asOfDayText } from '../month.view.ts'
import { trialBalanceText } from '../trial-balance.text.ts'
import { type MadeTrialBalance } from '../trial-balance/trial-balance.ts'
import { writtenKey, type AskedAccounts } from './account.schema.ts'
import { balancesOf, spanOf, type AccountLine, type AccountPage, type AccountQuery, type AskedAccount } from './account.ts'

const words = booksText.account

export interface AccountLedger extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly filters: Filters
  readonly unit: string
  readonly lineTable: LineTable
  readonly pagination: Pagination
}

export interface Around {
  readonly years: readonly number[]
  readonly mayPrint: boolean
}

export function showPage(asked: AskedAccount, shown: AccountPage, around: Around): AccountLedger {
  const { account } = shown
  const path = ledgerPaths.account(asked.query.organisationId, account.code)
  const title = text.title(account.name)
  return {
    title, unit: ledgerText.unit, ...refusals(asked.errors),
    breadcrumb: [{ text: booksText.reports.title, href: ledgerPaths.reports }, { text: trialBalanceText.title, href: trialBalanceOf(asked.query) }, { text: account.code }],
    pageHeader: { title, lead: leadOf(asked.query, shown), actions: exportActions(path, queryOf(asked.query), around.mayPrint) },
    filters: { label: text.filters, action: path, controls: controlsOf(asked, shown, around.years), clearHref: path },
    lineTable: tableOf(asked.query, shown), pagination: pages(asked.query, shown),
  }
}

function leadOf(query: AccountQuery, { account, book, keys }: AccountPage): string {
  const { from, last } = spanOf(query)
  const key = query.subKey === undefined ? [] : [keys?.find((one) => one.key === query.subKey)?.name ?? query.subKey]
  const days = words.from(formatThaiDate(from), formatThaiDate(last))
  return [account.code, ...key, booksText.asOf.lead(book.name, days, booksText.asOf.stages[query.asOf.upTo])].join(' · ')
}

function controlsOf(asked: AskedAccount, { account, keys }: AccountPage, years: readonly number[]): Control[] {
  const { isWholeYear, subKey = '' } = asked.query
  const spans = [{ value: 'month', text: words.spans.month }, { value: 'year', text: words.spans.year }]
  const options = withAll((keys ?? []).map(({ key, name }) => ({ value: key, text: name })))
  const register: Control = keys ? { select: select({ name: 'key', label: words.key, options, value: subKey }) } : { field: field({ name: 'key', label: words.key, value: subKey, maxLength: 60 }) }
  return [
    ...asOfControls(asked, years), { select: select({ name: 'span', label: words.span, options: spans, value: isWholeYear ? 'year' : 'month' }) },
    ...(account.subLedger === null ? [] : [register]),
  ]
}

function tableOf(query: AccountQuery, shown: AccountPage): LineTable {
  const { lines, account, before, hasEarlier, hasLater } = shown
  const hasRegister = account.subLedger !== null
  const balances = balancesOf(shown)
  const row = (line: AccountLine, index: number): (string | CellContent)[] => [
    formatThaiDateShort(line.key.date),
    { text: printedNumber(line.voucherType, line.running, query.asOf.fiscalYear), href: ledgerPaths.registered(query.organisationId, line.key.voucherId) },
    { text: line.description, note: counterOf(line) }, ...(hasRegister ? [line.subName] : []),
    amount(line.debit), amount(line.credit), signed(shown, balances[index] ?? before),
  ]
  const blank = hasRegister ? [''] : []
  return lineTable({
    caption: text.title(account.name), captionHidden: true, empty: text.empty, columns: columnsOf(shown),
    rows: [...(hasEarlier ? [] : [['', '', text.brought, ...blank, '', '', signed(shown, before)]]), ...lines.map(row)],
    totals: [{
      label: hasLater || hasEarlier ? text.total : words.carried, isGrand: !hasLater,
      cells: [formatMoney(sum(lines.map((line) => line.debit))), formatMoney(sum(lines.map((line) => line.credit))), signed(shown, balances.at(-1) ?? before)],
    }],
  })
}

function columnsOf({ account }: AccountPage): Column[] {
  const { columns } = text
  return [
    { label: columns.date, kind: 'date' }, { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.description, kind: 'text' },
    ...(account.subLedger === null ? [] : [{ label: words.key, kind: 'text' as const }]),
    { label: ledgerText.debit, kind: 'money' }, { label: ledgerText.credit, kind: 'money' }, { label: columns.balance[account.normalSide], kind: 'money' },
  ]
}

const named = 3

function counterOf({ others }: AccountLine): string | undefined {
  return others.length === 0 ? undefined : words.counter(`${others.slice(0, named).join(', ')}${others.length > named ? words.andMore : ''}`)
}

/** On the account's normal side; in parentheses when it stands on the other. */
function signed(shown: AccountPage, net: Money): string {
  return formatMoneyParen(normal(shown, net))
}

function normal({ account }: Pick<AccountPage, 'account'>, net: Money): Money {
  return account.normalSide === 'D' ? net : negate(net)
}

function amount(value: Money): string {
  return isZero(value) ? '' : formatMoney(value)
}

function pages(query: AccountQuery, { lines, hasEarlier, hasLater }: AccountPage): Pagination {
  const [first, last] = [lines[0], lines.at(-1)]
  const at = (name: 'after' | 'before', line: AccountLine) => `${ledgerPaths.account(query.organisationId, query.code)}?${queryOf(query)}&${name}=${writtenKey(line.key)}`
  return {
    countText: text.count(String(lines.length)), ...(hasEarlier && first && { previousHref: at('before', first) }), ...(hasLater && last && { nextHref: at('after', last) }),
  }
}

function queryOf({ asOf, isWholeYear, subKey }: AccountQuery): URLSearchParams {
  return new URLSearchParams({ ...asOfQuery(asOf), span: isWholeYear ? 'year' : 'month', ...(subKey !== undefined && { key: subKey }) })
}

function trialBalanceOf({ organisationId, asOf }: AccountQuery): string {
  return `${ledgerPaths.trialBalance}?${new URLSearchParams({ organisation: organisationId, ...asOfQuery(asOf) }).toString()}`
}

export interface AccountPrint extends PageModel {
  readonly printHead: PrintHead
  readonly lineTable: LineTable
  readonly signatures: Signatures
}

export function printPage(query: AccountQuery, shown: AccountPage): AccountPrint {
  const { account, book } = shown
  const title = text.title(account.name)
  return {
    title, print: { backHref: `${ledgerPaths.account(query.organisationId, account.code)}?${queryOf(query)}`, isLandscape: true },
    printHead: { organisation: book.name, title, asOf: leadOf(query, shown), unit: ledgerText.unit },
    lineTable: tableOf(query, shown), signatures: { signers: words.signers.map(({ role }) => signer(role, null)) },
  }
}

export function exportTable(query: AccountQuery, shown: AccountPage, first: ExportPart): ExportTable {
  const { account, book, before } = shown
  const { columns } = text
  const { from, last } = spanOf(query)
  return {
    fileName: words.fileName(account.code, from, last), name: account.code, about: [book.name, text.title(account.name), leadOf(query, shown), ledgerText.unit],
    header: [columns.date, columns.number, columns.description, words.counterColumn, words.key, ledgerText.debit, ledgerText.credit, columns.balance[account.normalSide]],
    ...first, rows: [[{ day: from }, '', text.brought, '', '', '', '', normal(shown, before)], ...first.rows],
  }
}

export function exportRows(query: AccountQuery, shown: Pick<AccountPage, 'account'>, part: Pick<AccountPage, 'lines' | 'before'>): SheetRow[] {
  const balances = balancesOf(part)
  return part.lines.map((line, index) => [
    { day: line.key.date }, printedNumber(line.voucherType, line.running, query.asOf.fiscalYear), line.description, line.others.join(', '), line.subName,
    line.debit, line.credit, normal(shown, balances[index] ?? part.before),
  ])
}

export interface AccountList extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly filters: Filters
  readonly lineTable: LineTable
  readonly pagination: Pagination
}

export function listPage(asked: AskedAccounts, made: MadeTrialBalance, around: { books: readonly Office[]; years: readonly number[] }): AccountList {
  const list = booksText.accounts
  const rows = made.balance.rows.filter((row) => row.code.startsWith(asked.search) || row.name.includes(asked.search))
  return {
    title: list.title, breadcrumb: [{ text: booksText.reports.title, href: ledgerPaths.reports }, { text: list.title }], ...refusals(asked.errors),
    pageHeader: { title: list.title, lead: booksText.asOf.lead(made.book.name, asOfDayText(asked.asOf), booksText.asOf.stages[asked.asOf.upTo]) },
    filters: {
      label: list.filters, action: ledgerPaths.accounts, clearHref: ledgerPaths.accounts,
      controls: [
        ...organisationControls({ offices: around.books }, asked.organisationId), { field: field({ name: 'search', label: list.search, value: asked.search, maxLength: 100 }) },
        ...asOfControls(asked, around.years),
      ],
    },
    lineTable: lineTable({
      caption: list.title, captionHidden: true, empty: list.empty,
      columns: [
        { label: trialBalanceText.code, kind: 'code' }, { label: trialBalanceText.account, kind: 'text', isRowHeader: true },
        { label: list.debit, kind: 'money' }, { label: list.credit, kind: 'money' },
      ],
      rows: rows.map(({ code, name, carried }) => [
        code, { text: name, href: `${ledgerPaths.account(asked.organisationId, code)}?${new URLSearchParams(asOfQuery(asked.asOf)).toString()}` }, amount(carried.debit), amount(carried.credit),
      ]),
    }),
    pagination: { countText: list.count(String(rows.length)) },
  }
}
