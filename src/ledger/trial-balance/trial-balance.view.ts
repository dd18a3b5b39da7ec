// งบทดลอง as page, print and file: ชื่อบัญชี | รหัสบัญชี | ยอดยกมา | รายการระหว่างเดือน | ยอดยกไป, each debit and credit (budget-and-receipts §5.1).
import { exportActions, organisationControls, signer, type ExportTable, type Office } from '../../documents/index.ts'
import { formatMoney, isZero, type Money } from '../../platform/money.ts'
import {
  lineTable, refusals, select, type Column, type Control, type ErrorSummary, type Filters, type LineTable, type PageHeader, type PrintHead, type Signatures,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { asOfQuery, dayOf, type AsOf } from '../asked.ts'
import { booksText } from '../books.text.ts'
import { ledgerPaths } from '../ledger.paths.ts'
import { ledgerText } from '../ledger.text.ts'
import { trialBalanceText as text } from '../trial-balance.text.ts'
import { asOfControls, asOfDayText } from '../month.view.ts'
import { type AskedTrialBalance, type MadeTrialBalance, type Part, type Sides, type TrialBalanceQuery, type TrialBalanceRow } from './trial-balance.ts'


const words = booksText.trialBalance

export interface TrialBalancePage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly filters: Filters
  readonly unit: string
  readonly note: string
  readonly lineTable: LineTable
}

export interface Around {
  readonly books: readonly Office[]
  readonly years: readonly number[]
  readonly mayPrint: boolean
}

export function showPage(asked: AskedTrialBalance, made: MadeTrialBalance, around: Around): TrialBalancePage {
  const { query, book } = made
  const title = titleOf(query.asOf)
  return {
    title, breadcrumb: [{ text: booksText.reports.title, href: ledgerPaths.reports }, { text: text.title }], unit: ledgerText.unit, note: noteOf(made), ...refusals(asked.errors),
    pageHeader: { title, lead: leadOf(made), actions: exportActions(ledgerPaths.trialBalance, queryOf(query), around.mayPrint) },
    filters: { label: text.filters, action: ledgerPaths.trialBalance, controls: controlsOf(asked, around), clearHref: ledgerPaths.trialBalance },
    lineTable: tableOf(made, (row) => `${ledgerPaths.account(book.organisationId, row.code)}?${new URLSearchParams(asOfQuery(query.asOf)).toString()}`),
  }
}

function titleOf({ upTo, month, day }: AsOf): string {
  return upTo === 'normal' && (month < 12 || day) ? words.titles.month : words.titles[upTo]
}

function leadOf({ query, book }: MadeTrialBalance): string {
  return booksText.asOf.lead(book.name, asOfDayText(query.asOf), booksText.asOf.stages[query.asOf.upTo])
}

function noteOf({ isProvisional }: MadeTrialBalance): string {
  return isProvisional ? words.provisional : ''
}

function controlsOf(asked: AskedTrialBalance, { books, years }: Around): Control[] {
  const { query } = asked
  const zero = [{ value: 'no', text: text.zeroOptions.no }, { value: 'yes', text: text.zeroOptions.yes }]
  const compare = [{ value: 'no', text: words.compareOptions.no }, { value: 'yes', text: words.compareOptions.yes }]
  return [
    ...organisationControls({ offices: books }, query.organisationId), ...asOfControls(asked, years),
    { select: select({ name: 'zero', label: text.fields.zero, options: zero, value: query.withZeroRows ? 'yes' : 'no' }) },
    { select: select({ name: 'compare', label: words.compare, options: compare, value: query.isCompared ? 'yes' : 'no' }) },
  ]
}

export interface TrialBalancePrint extends PageModel {
  readonly printHead: PrintHead
  readonly note: string
  readonly lineTable: LineTable
  readonly signatures: Signatures
}

export function printPage(made: MadeTrialBalance): TrialBalancePrint {
  const { query, book } = made
  const title = titleOf(query.asOf)
  return {
    title, print: { backHref: `${ledgerPaths.trialBalance}?${queryOf(query).toString()}`, isLandscape: true }, note: noteOf(made),
    printHead: { organisation: book.name, title, asOf: asOfDayText(query.asOf), unit: ledgerText.unit },
    lineTable: tableOf(made), signatures: { signers: text.signers.map(({ role }) => signer(role, null)) },
  }
}

function partsOf({ isCompared }: TrialBalanceQuery): readonly Part[] {
  return isCompared ? ['brought', 'moved', 'carried', 'before'] : ['brought', 'moved', 'carried']
}

function labelOf(part: Part, { asOf }: TrialBalanceQuery): string {
  return part === 'before' ? words.before(String(asOf.fiscalYear - 1)) : text[part]
}

function tableOf({ query, balance }: MadeTrialBalance, hrefOf?: (row: TrialBalanceRow) => string): LineTable {
  const parts = partsOf(query)
  return lineTable({
    caption: text.title, captionHidden: true, empty: text.empty, columns: columnsOf(query),
    columnGroups: [{ label: '', span: 2 }, ...parts.map((part) => ({ label: labelOf(part, query), span: 2 }))],
    rows: balance.rows.map((row) => [{ text: row.name, href: hrefOf?.(row) }, row.code, ...parts.flatMap((part) => shown(row[part]))]),
    totals: [{ label: text.total, isGrand: true, cells: amountsOf(balance.totals, parts).map(formatMoney) }],
  })
}

function columnsOf(query: TrialBalanceQuery): Column[] {
  return [
    { label: text.account, kind: 'text', isRowHeader: true },
    { label: text.code, kind: 'code' },
    ...partsOf(query).flatMap((part): Column[] => [
      { label: ledgerText.debit, kind: 'money', cardLabel: `${labelOf(part, query)} ${ledgerText.debit}` },
      { label: ledgerText.credit, kind: 'money', cardLabel: `${labelOf(part, query)} ${ledgerText.credit}` },
    ]),
  ]
}

function shown({ debit, credit }: Sides): string[] {
  return [debit, credit].map((amount) => (isZero(amount) ? '' : formatMoney(amount)))
}

function amountsOf(row: Readonly<Record<Part, Sides>>, parts: readonly Part[]): Money[] {
  return parts.flatMap((part) => [row[part].debit, row[part].credit])
}

export function exportTable(made: MadeTrialBalance): ExportTable {
  const { query, book, balance } = made
  const parts = partsOf(query)
  return {
    fileName: words.fileName(dayOf(query.asOf), query.asOf.upTo), name: titleOf(query.asOf),
    about: [book.name, titleOf(query.asOf), asOfDayText(query.asOf), ledgerText.unit, ...(noteOf(made) === '' ? [] : [noteOf(made)])],
    header: [text.account, text.code, ...parts.flatMap((part) => [`${labelOf(part, query)} ${ledgerText.debit}`, `${labelOf(part, query)} ${ledgerText.credit}`])],
    rows: [...balance.rows.map((row) => [row.name, row.code, ...amountsOf(row, parts)]), [text.total, '', ...amountsOf(balance.totals, parts)]],
  }
}

function queryOf({ organisationId, asOf, withZeroRows, isCompared }: TrialBalanceQuery): URLSearchParams {
  return new URLSearchParams({ organisation: organisationId, ...asOfQuery(asOf), zero: withZeroRows ? 'yes' : 'no', compare: isCompared ? 'yes' : 'no' })
}
