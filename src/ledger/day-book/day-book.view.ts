// The day book as page, print and file.
import { exportActions, organisationControls, signer, type ExportPart, type ExportTable, type Office } from '../../documents/index.ts'
import { formatThaiDate, formatThaiDateShort } from '../../platform/dates.ts'
import { formatMoney, zero } from '../../platform/money.ts'
import {
  date, lineTable, refusals, type Column, type ErrorSummary, type Filters, type LineTable, type PageHeader, type Pagination, type PrintHead, type Signatures,
} from '../../platform/http/components.ts'
import { type SheetRow } from '../../platform/spreadsheet.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { asOfQuery } from '../asked.ts'
import { booksText } from '../books.text.ts'
import { ledgerPaths } from '../ledger.paths.ts'
import { ledgerText } from '../ledger.text.ts'
import { monthControls, monthText } from '../month.view.ts'
import { voucherText } from '../voucher.text.ts'
import { writtenKey } from './day-book.schema.ts'
import { daysAsked, totalOf, type AskedDayBook, type DayBook, type DayBookQuery, type DayLine, type DayVoucher } from './day-book.ts'

const text = booksText.dayBook
const { columns } = voucherText

export interface DayBookPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly errorSummary: ErrorSummary
  readonly filters: Filters
  readonly unit: string
  readonly lineTable: LineTable
  readonly pagination: Pagination
}

export interface Around {
  readonly books: readonly Office[]
  readonly years: readonly number[]
  readonly mayPrint: boolean
}

export function showPage(asked: AskedDayBook, shown: DayBook, around: Around): DayBookPage {
  const { query } = asked
  return {
    title: text.title, breadcrumb: [{ text: booksText.reports.title, href: ledgerPaths.reports }, { text: text.title }], unit: ledgerText.unit, ...refusals(asked.errors),
    pageHeader: { title: text.title, lead: `${shown.book.name} ${spanText(query)}`, actions: exportActions(ledgerPaths.dayBook, queryOf(query), around.mayPrint) },
    filters: {
      label: text.filters, action: ledgerPaths.dayBook, clearHref: ledgerPaths.dayBook,
      controls: [
        ...organisationControls({ offices: around.books }, query.organisationId), ...monthControls(asked.asOf, around.years, booksText.vouchers.fields.month),
        { date: date({ name: 'day', label: text.day, value: asked.typedDay, error: asked.errors.day }) },
      ],
    },
    lineTable: tableOf(shown, (voucher) => ledgerPaths.registered(query.organisationId, voucher.key.voucherId)), pagination: pages(query, shown),
  }
}

function spanText({ asOf }: DayBookQuery): string {
  return asOf.day ? text.of(formatThaiDate(asOf.day)) : text.ofMonth(monthText(asOf))
}

function tableOf({ vouchers, sums, hasEarlier, hasLater }: DayBook, hrefOf?: (voucher: DayVoucher) => string): LineTable {
  const isWhole = !hasEarlier && !hasLater
  const [shown, all] = [formatMoney(totalOf(vouchers)), formatMoney(sums.total)]
  return lineTable({
    caption: text.title, captionHidden: true, empty: text.empty, columns: tableColumns,
    rows: vouchers.flatMap((voucher) => [
      { group: [formatThaiDateShort(voucher.key.date), voucher.number, voucher.description].join(' · '), href: hrefOf?.(voucher) }, ...voucher.lines.map(rowOf),
    ]),
    totals: [...(isWhole ? [] : [{ label: text.pageTotal, cells: [shown, shown] }]), { label: text.total, isGrand: true, cells: [all, all] }],
  })
}

function rowOf(line: DayLine) {
  const note = [line.subName, line.memo].filter((part) => part !== '').join(' · ')
  return [
    { text: line.accountName, note: note || undefined }, line.accountCode, line.side === 'D' ? formatMoney(line.amount) : '', line.side === 'C' ? formatMoney(line.amount) : '',
  ]
}

const tableColumns: readonly Column[] = [
  { label: columns.account, kind: 'text', isRowHeader: true },
  { label: columns.code, kind: 'code' },
  { label: ledgerText.debit, kind: 'money' },
  { label: ledgerText.credit, kind: 'money' },
]

function pages(query: DayBookQuery, { vouchers, sums, hasEarlier, hasLater }: DayBook): Pagination {
  const [first, last] = [vouchers[0], vouchers.at(-1)]
  const at = (place: 'after' | 'before', { key }: DayVoucher) => `${ledgerPaths.dayBook}?${queryOf(query).toString()}&${place}=${writtenKey(key)}`
  return {
    countText: text.count(String(vouchers.length), String(sums.vouchers)),
    ...(hasEarlier && first && { previousHref: at('before', first) }), ...(hasLater && last && { nextHref: at('after', last) }),
  }
}

function queryOf({ organisationId, asOf }: DayBookQuery): URLSearchParams {
  const { stage: _stage, ...days } = asOfQuery(asOf)
  return new URLSearchParams({ organisation: organisationId, ...days })
}

export interface DayBookPrint extends PageModel {
  readonly printHead: PrintHead
  readonly lineTable: LineTable
  readonly signatures: Signatures
}

export function printPage(query: DayBookQuery, shown: DayBook): DayBookPrint {
  return {
    title: text.title, print: { backHref: `${ledgerPaths.dayBook}?${queryOf(query).toString()}` },
    printHead: { organisation: shown.book.name, title: text.title, asOf: spanText(query), unit: ledgerText.unit },
    lineTable: tableOf(shown), signatures: { signers: text.signers.map(({ role }) => signer(role, null)) },
  }
}

export function exportTable(query: DayBookQuery, book: Office, first: ExportPart): ExportTable {
  const { from, last } = daysAsked(query)
  return {
    fileName: text.fileName(from, last), name: text.title, about: [book.name, `${text.title} ${spanText(query)}`, ledgerText.unit],
    header: [columns.date, columns.number, text.description, columns.code, columns.account, booksText.account.key, ledgerText.debit, ledgerText.credit],
    ...first,
  }
}

export function exportRows(vouchers: readonly DayVoucher[]): SheetRow[] {
  return vouchers.flatMap((voucher) => voucher.lines.map((line) => [
    { day: voucher.key.date }, voucher.number, voucher.description, line.accountCode, line.accountName, line.subName,
    line.side === 'D' ? line.amount : zero, line.side === 'C' ? line.amount : zero,
  ]))
}
