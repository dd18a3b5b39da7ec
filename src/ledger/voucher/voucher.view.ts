// Vouchers as finished strings: list, page and print (budget-and-receipts §5.1).
import { dayControls, listFrame, organisationControls, signer, type ListFrame, type Office } from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { type Person } from '../../platform/database/people.ts'
import { formatInstant, formatThaiDate, formatThaiDateShort, instant } from '../../platform/dates.ts'
import { formatMoney, type Money } from '../../platform/money.ts'
import {
  field, lineTable, select, type Actions, type Column, type Control, type LineTable, type PageHeader, type PrintHead, type Signatures, type Status, type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { ledgerPaths, sourcePaths } from '../ledger.paths.ts'
import { ledgerText } from '../ledger.text.ts'
import { voucherText as text } from '../voucher.text.ts'
import { total } from '../posting/posting.ts'
import { receiptTypes, type AskedVouchers } from './voucher.schema.ts'
import { type Voucher, type VoucherHead, type VoucherLine } from './voucher.ts'

export interface Found {
  readonly vouchers: readonly VoucherHead[]
  readonly hasMore: boolean
  readonly books: readonly Office[]
}

export function listPage(asked: AskedVouchers, found: Found): ListFrame {
  const last = found.vouchers.at(-1)
  return {
    ...listFrame({
      title: text.listTitle, path: ledgerPaths.vouchers, filters: text.filters, controls: filterControls(asked, found.books), errors: asked.errors, actions: [],
      next: found.hasMore && last ? addressOf(asked, last.id) : undefined, countText: text.count(String(found.vouchers.length)),
    }),
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns,
      rows: found.vouchers.map((voucher) => [
        { text: voucher.number, href: ledgerPaths.voucher(voucher.organisationId, voucher.id) }, formatThaiDateShort(voucher.documentDate),
        voucher.description, formatMoney(voucher.total), { status: statusOf(voucher) },
      ]),
    }),
  }
}

const listColumns: readonly Column[] = [
  { label: text.columns.number, kind: 'code', isRowHeader: true },
  { label: text.columns.date, kind: 'date' },
  { label: text.columns.description, kind: 'text' },
  { label: text.columns.total, kind: 'money' },
  { label: text.columns.state, kind: 'status' },
]

function filterControls({ filter, typed, errors }: AskedVouchers, books: readonly Office[]): Control[] {
  const types = receiptTypes.map((type) => ({ value: type, text: text.types[type] }))
  return [
    ...organisationControls({ offices: books }, filter.organisationId),
    { select: select({ name: 'type', label: text.fields.type, options: types, value: filter.type }) },
    ...dayControls({ typed, errors }),
    { field: field({ name: 'search', label: text.fields.search, value: typed.search, maxLength: 100 }) },
  ]
}

function addressOf({ filter, typed }: AskedVouchers, after: string): string {
  const query = new URLSearchParams({ organisation: filter.organisationId, type: filter.type, ...typed, after })
  return `${ledgerPaths.vouchers}?${query.toString()}`
}

export interface VoucherPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly summaryList: SummaryList
  readonly lineTable: LineTable
  readonly actions: Actions | undefined
  readonly trail: Trail
}

export function showPage(voucher: Voucher, given: { trail: Trail; mayPrint: boolean; ownBooks: boolean }): VoucherPage {
  const print = { label: text.print, action: ledgerPaths.voucherPrint(voucher.organisationId, voucher.id), kind: 'secondary' as const }
  return {
    title: `${voucher.typeName} ${voucher.number}`, breadcrumb: [{ text: text.listTitle, href: ledgerPaths.vouchers }, { text: voucher.number }],
    pageHeader: { title: `${voucher.typeName} ${voucher.number}`, status: statusOf(voucher) },
    summaryList: { items: itemsOf(voucher, given.ownBooks) }, lineTable: linesTable(voucher), trail: given.trail,
    actions: given.mayPrint ? { version: '', buttons: [print] } : undefined,
  }
}

function itemsOf(voucher: Voucher, ownBooks: boolean): SummaryItem[] {
  const { items } = text
  return [
    { label: items.organisation, text: voucher.organisationName },
    { label: items.date, text: formatThaiDate(voucher.documentDate) },
    { label: items.description, text: voucher.description },
    { label: items.source, ...sourceOf(voucher, ownBooks) },
    ...(voucher.reversedById === null ? [] : [{ label: items.reversedBy, text: text.open, href: ledgerPaths.voucher(voucher.organisationId, voucher.reversedById) }]),
    { label: items.total, text: formatMoney(voucher.total), isMoney: true },
    { label: items.preparedBy, text: personText(voucher.preparedBy) },
    { label: items.approvedBy, text: personText(voucher.approvedBy) },
    { label: items.postedAt, text: formatInstant(instant(voucher.postedAt)) },
  ]
}

/** Documents of other offices are not opened from here: their rooms show one's own. */
function sourceOf({ source, organisationId }: Voucher, ownBooks: boolean): { text: string; href?: string } {
  const names: Readonly<Record<string, string>> = text.sources
  const path = sourcePaths[source.kind]
  const isOpen = path !== undefined && (ownBooks || source.kind === 'voucher')
  return { text: names[source.kind] ?? source.kind, ...(isOpen && { href: path(source.id, organisationId) }) }
}

function personText({ name, position }: Person): string {
  return position === '' ? name : `${name} (${position})`
}

function statusOf(voucher: VoucherHead): Status {
  return voucher.reversedById === null ? { kind: 'done', text: text.posted } : { kind: 'reversed', text: text.reversed }
}

function linesTable(voucher: Voucher): LineTable {
  const side = (line: VoucherLine, wanted: 'D' | 'C') => (line.side === wanted ? formatMoney(line.amount) : '')
  return lineTable({
    caption: text.lines, captionHidden: true, empty: '', columns: lineColumns,
    rows: voucher.lines.map((line) => [{ text: line.accountName, note: line.memo || undefined }, line.accountCode, side(line, 'D'), side(line, 'C')]),
    totals: [{ label: text.sum, isGrand: true, cells: [formatMoney(totalOf(voucher, 'D')), formatMoney(totalOf(voucher, 'C'))] }],
  })
}

const lineColumns: readonly Column[] = [
  { label: text.columns.account, kind: 'text', isRowHeader: true },
  { label: text.columns.code, kind: 'code' },
  { label: ledgerText.debit, kind: 'money' },
  { label: ledgerText.credit, kind: 'money' },
]

function totalOf(voucher: Voucher, side: 'D' | 'C'): Money {
  return total(voucher.lines.map((line) => ({ accountCode: line.accountCode, side: line.side, amount: line.amount })), side)
}

export interface VoucherPrint extends PageModel {
  readonly printHead: PrintHead
  readonly lineTable: LineTable
  readonly description: string
  readonly words: string
  readonly signatures: Signatures
}

export function printPage(voucher: Voucher, mark: string): VoucherPrint {
  const { preparedBy, approvedBy } = voucher
  return {
    title: `${voucher.typeName} ${voucher.number}`,
    print: { backHref: ledgerPaths.voucher(voucher.organisationId, voucher.id) },
    printHead: {
      organisation: voucher.organisationName, title: voucher.typeName, unit: ledgerText.unit,
      facts: [
        { label: text.columns.number, text: voucher.number }, { label: text.columns.date, text: formatThaiDate(voucher.documentDate) },
        { label: text.copy, text: mark },
      ],
    },
    lineTable: linesTable(voucher), description: voucher.description, words: bahtText(voucher.total),
    signatures: { signers: [signer(text.signers.preparer, preparedBy), signer(text.signers.checker, null), signer(text.signers.approver, approvedBy)] },
  }
}
