// งบทดลอง as page, print and CSV: ชื่อบัญชี | รหัสบัญชี | ยอดยกมา | รายการระหว่างเดือน | ยอดยกไป, each debit and credit (budget-and-receipts §5.1).
import { organisationControls, signer, type Office } from '../../documents/index.ts'
import { type CsvCell } from '../../platform/csv.ts'
import { formatMoney, isZero, type Money } from '../../platform/money.ts'
import {
  lineTable, select, type Column, type Filters, type LineTable, type PageHeader, type PrintHead, type Signatures,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { ledgerPaths } from '../ledger.paths.ts'
import { ledgerText } from '../ledger.text.ts'
import { trialBalanceText as text } from '../trial-balance.text.ts'
import { asOfText, monthControls } from '../month.view.ts'
import { type MadeTrialBalance, type Sides, type TrialBalance, type TrialBalanceQuery, type TrialBalanceRow } from './trial-balance.ts'

const parts = ['brought', 'moved', 'carried'] as const

export interface TrialBalancePage extends PageModel {
  readonly pageHeader: PageHeader
  readonly filters: Filters
  readonly unit: string
  readonly lineTable: LineTable
}

export interface Around {
  readonly books: readonly Office[]
  readonly years: readonly number[]
  readonly mayPrint: boolean
}

export function showPage({ query, book, balance }: MadeTrialBalance, around: Around): TrialBalancePage {
  const links = [{ text: text.print, href: withQuery(ledgerPaths.trialBalancePrint, query) }, { text: text.csv, href: withQuery(ledgerPaths.trialBalanceCsv, query) }]
  return {
    title: text.title, breadcrumb: [{ text: text.title }], unit: ledgerText.unit,
    pageHeader: {
      title: text.title, lead: `${book.name} ${asOfText(query)}`,
      ...(around.mayPrint && { actions: links.map((link) => ({ ...link, kind: 'secondary' as const })) }),
    },
    filters: { label: text.filters, action: ledgerPaths.trialBalance, controls: controlsOf(query, around) },
    lineTable: tableOf(balance, (row) => withMonth(ledgerPaths.account(query.organisationId, row.code), query)),
  }
}

function controlsOf(query: TrialBalanceQuery, { books, years }: Around) {
  const zero = [{ value: 'no', text: text.zeroOptions.no }, { value: 'yes', text: text.zeroOptions.yes }]
  return [
    ...organisationControls({ offices: books }, query.organisationId), ...monthControls(query, years),
    { select: select({ name: 'zero', label: text.fields.zero, options: zero, value: query.withZeroRows ? 'yes' : 'no' }) },
  ]
}

export interface TrialBalancePrint extends PageModel {
  readonly printHead: PrintHead
  readonly lineTable: LineTable
  readonly signatures: Signatures
}

export function printPage({ query, book, balance }: MadeTrialBalance): TrialBalancePrint {
  return {
    title: text.title, print: { backHref: withQuery(ledgerPaths.trialBalance, query), isLandscape: true },
    printHead: { organisation: book.name, title: text.title, asOf: asOfText(query), unit: ledgerText.unit },
    lineTable: tableOf(balance), signatures: { signers: text.signers.map(({ role }) => signer(role, null)) },
  }
}

function tableOf(balance: TrialBalance, hrefOf?: (row: TrialBalanceRow) => string): LineTable {
  return lineTable({
    caption: text.title, captionHidden: true, empty: text.empty, columns,
    columnGroups: [{ label: '', span: 2 }, ...parts.map((part) => ({ label: text[part], span: 2 }))],
    rows: balance.rows.map((row) => [{ text: row.name, href: hrefOf?.(row) }, row.code, ...parts.flatMap((part) => shown(row[part]))]),
    totals: [{ label: text.total, isGrand: true, cells: parts.flatMap((part) => [formatMoney(balance.totals[part].debit), formatMoney(balance.totals[part].credit)]) }],
  })
}

const columns: readonly Column[] = [
  { label: text.account, kind: 'text', isRowHeader: true },
  { label: text.code, kind: 'code' },
  ...parts.flatMap((part): Column[] => [
    { label: ledgerText.debit, kind: 'money', cardLabel: `${text[part]} ${ledgerText.debit}` },
    { label: ledgerText.credit, kind: 'money', cardLabel: `${text[part]} ${ledgerText.credit}` },
  ]),
]

function shown({ debit, credit }: Sides): string[] {
  return [debit, credit].map((amount) => (isZero(amount) ? '' : formatMoney(amount)))
}

export function csvRows({ balance }: MadeTrialBalance): CsvCell[][] {
  const heading = [text.account, text.code, ...parts.flatMap((part) => [`${text[part]} ${ledgerText.debit}`, `${text[part]} ${ledgerText.credit}`])]
  const amounts = (row: Record<(typeof parts)[number], Sides>): Money[] => parts.flatMap((part) => [row[part].debit, row[part].credit])
  return [heading, ...balance.rows.map((row) => [row.name, row.code, ...amounts(row)]), [text.total, '', ...amounts(balance.totals)]]
}

function withQuery(path: string, query: TrialBalanceQuery): string {
  return `${withMonth(path, query)}&organisation=${query.organisationId}&zero=${query.withZeroRows ? 'yes' : 'no'}`
}

function withMonth(path: string, { fiscalYear, month }: TrialBalanceQuery): string {
  return `${path}?fiscalYear=${fiscalYear}&month=${month}`
}
