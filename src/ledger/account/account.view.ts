// The ledger of one account as finished strings.
import { printedNumber } from '../../documents/index.ts'
import { formatThaiDateShort } from '../../platform/dates.ts'
import { formatMoney, formatMoneyParen, isZero, negate, plus, sum, type Money } from '../../platform/money.ts'
import { lineTable, type Column, type Filters, type LineTable, type PageHeader, type Pagination } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { ledgerPaths } from '../ledger.paths.ts'
import { accountText as text } from '../account.text.ts'
import { ledgerText } from '../ledger.text.ts'
import { asOfText, monthControls } from '../month.view.ts'
import { trialBalanceText } from '../trial-balance.text.ts'
import { type AccountLine, type AccountPage } from './account.ts'

export interface AccountLedger extends PageModel {
  readonly pageHeader: PageHeader
  readonly filters: Filters
  readonly unit: string
  readonly lineTable: LineTable
  readonly pagination: Pagination
}

export interface Around {
  readonly years: readonly number[]
  /** Whether this officer may open the voucher behind a line. */
  mayOpen(line: AccountLine): boolean
}

export function showPage(shown: AccountPage, around: Around): AccountLedger {
  const { account, query, book } = shown
  const title = text.title(account.name)
  return {
    title, breadcrumb: [{ text: trialBalanceText.title, href: trialBalanceOf(shown) }, { text: account.code }], unit: ledgerText.unit,
    pageHeader: { title, lead: `${account.code} · ${book.name} ${asOfText(query)}` },
    filters: { label: text.filters, action: ledgerPaths.account(query.organisationId, query.code), controls: monthControls(query, around.years) },
    lineTable: tableOf(shown, around), pagination: pages(shown),
  }
}

function tableOf(shown: AccountPage, around: Around): LineTable {
  const { lines, query, account } = shown
  const balanceOf = (moved: Money) => signed(shown, plus(shown.brought, moved))
  const first = query.after === 0 ? [['', '', text.brought, '', '', signed(shown, shown.brought)]] : []
  return lineTable({
    caption: text.title(account.name), captionHidden: true, empty: text.empty, columns: columnsOf(account.normalSide),
    rows: [...first, ...lines.map((line) => [
      formatThaiDateShort(line.date), { text: printedNumber(line.voucherType, line.running, query.fiscalYear), href: around.mayOpen(line) ? ledgerPaths.voucher(query.organisationId, line.voucherId) : undefined },
      line.description, amount(line.debit), amount(line.credit), balanceOf(line.moved),
    ])],
    totals: [{ label: text.total, cells: [formatMoney(sum(lines.map((line) => line.debit))), formatMoney(sum(lines.map((line) => line.credit))), ''] }],
  })
}

function columnsOf(normalSide: 'D' | 'C'): Column[] {
  const { columns } = text
  return [
    { label: columns.date, kind: 'date' }, { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.description, kind: 'text' },
    { label: ledgerText.debit, kind: 'money' }, { label: ledgerText.credit, kind: 'money' }, { label: columns.balance[normalSide], kind: 'money' },
  ]
}

/** On the account's normal side; in parentheses when it stands on the other. */
function signed({ account }: AccountPage, net: Money): string {
  return formatMoneyParen(account.normalSide === 'D' ? net : negate(net))
}

function amount(value: Money): string {
  return isZero(value) ? '' : formatMoney(value)
}

function pages({ lines, hasMore, query }: AccountPage): Pagination {
  const last = lines.at(-1)
  const next = `${ledgerPaths.account(query.organisationId, query.code)}?fiscalYear=${query.fiscalYear}&month=${query.month}&after=${last?.position ?? 0}`
  return { countText: text.count(String(lines.length)), ...(hasMore && { nextHref: next }) }
}

function trialBalanceOf({ query }: AccountPage): string {
  return `${ledgerPaths.trialBalance}?organisation=${query.organisationId}&fiscalYear=${query.fiscalYear}&month=${query.month}`
}
