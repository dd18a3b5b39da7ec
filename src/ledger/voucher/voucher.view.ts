// Vouchers as finished strings: list and file, page and print (budget-and-receipts §5.1).
import { dayControls, exportActions, listFrame, organisationControls, signer, totalsLine, totalsRow, withAll, type ExportPart, type ExportTable, type ListFrame, type Office } from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { type ListTotals } from '../../platform/database/heads.ts'
import { type Person } from '../../platform/database/people.ts'
import { addDays, formatInstant, formatThaiDate, formatThaiDateShort, instant } from '../../platform/dates.ts'
import { formatMoney, sum, type Money } from '../../platform/money.ts'
import {
  field, lineTable, money, select, type Actions, type Column, type Control, type LineTable, type Link, type PageHeader, type PrintHead, type Signatures, type Status,
  type SummaryItem, type SummaryList, type Trail,
} from '../../platform/http/components.ts'
import { type SheetRow } from '../../platform/spreadsheet.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { booksText } from '../books.text.ts'
import { ledgerPaths, sourcePaths } from '../ledger.paths.ts'
import { ledgerText } from '../ledger.text.ts'
import { monthOptions, yearControl } from '../month.view.ts'
import { total } from '../posting/posting.ts'
import { voucherText as text } from '../voucher.text.ts'
import { type AskedVouchers } from './voucher.schema.ts'
import { stages, type FoundVouchers, type Voucher, type VoucherBook, type VoucherHead, type VoucherLine } from './voucher.ts'

const words = booksText.vouchers

export interface Found extends FoundVouchers {
  readonly books: readonly Office[]
  readonly years: readonly number[]
  readonly mayPrint: boolean
  readonly totals: ListTotals
}

export function listPage(book: VoucherBook, asked: AskedVouchers, found: Found): ListFrame {
  const [first, last] = [found.vouchers[0], found.vouchers.at(-1)]
  const query = queryOf(asked)
  const at = (place: 'after' | 'before', id: string) => `${book.list}?${query.toString()}&${place}=${id}`
  const frame = listFrame({
    title: book.title, path: book.list, filters: text.filters, controls: filterControls(book, asked, found), errors: asked.errors,
    actions: exportActions(book.list, query, found.mayPrint), next: found.hasOlder && last ? at('after', last.id) : undefined, countText: text.countOf(String(found.vouchers.length), found.totals.count.toLocaleString('en')),
  })
  return {
    ...frame, breadcrumb: [...crumbsOf(book), { text: book.title }],
    pagination: { ...frame.pagination, previousHref: found.hasNewer && first ? at('before', first.id) : undefined },
    lineTable: lineTable({
      caption: book.title, captionHidden: true, empty: text.empty, columns: listColumns, rows: found.vouchers.map((voucher) => rowOf(book, voucher)), totals: totalsRow(found.totals),
    }),
  }
}

function crumbsOf(book: VoucherBook): Link[] {
  return book.leaf === 'account.report' ? [{ text: booksText.reports.title, href: ledgerPaths.reports }] : []
}

function rowOf(book: VoucherBook, voucher: VoucherHead) {
  return [
    { text: voucher.number, href: book.show(voucher.organisationId, voucher.id) }, formatThaiDateShort(voucher.documentDate),
    { text: voucher.description, note: voucher.stage === 'normal' ? undefined : words.stages[voucher.stage] }, formatMoney(voucher.total), { status: statusOf(voucher) },
  ]
}

const listColumns: readonly Column[] = [
  { label: text.columns.number, kind: 'code', isRowHeader: true },
  { label: text.columns.date, kind: 'date' },
  { label: text.columns.description, kind: 'text' },
  { label: text.columns.total, kind: 'money' },
  { label: text.columns.state, kind: 'status' },
]

function filterControls(book: VoucherBook, asked: AskedVouchers, found: Found): Control[] {
  const { filter, typed, errors, fiscalYear } = asked
  const types = book.types.map((type) => ({ value: type, text: `${type} ${words.types[type]}` }))
  const states = [{ value: 'posted', text: text.posted }, { value: 'reversed', text: text.reversed }]
  const wanted = stages.map((stage) => ({ value: stage, text: words.stages[stage] }))
  const months = [{ value: '', text: words.wholeYear }, ...monthOptions({ fiscalYear })]
  return [
    ...organisationControls({ offices: found.books }, filter.organisationId),
    ...(book.isByMonth ? [yearControl(fiscalYear, found.years), { select: select({ name: 'month', label: words.fields.month, options: months, value: typed.month }) }] : dayControls({ typed, errors })),
    { select: select({ name: 'type', label: text.fields.type, options: book.firstType ? types : withAll(types), value: typed.type }) },
    ...(book.isByMonth ? [{ select: select({ name: 'stage', label: words.fields.stage, options: withAll(wanted), value: typed.stage }) }] : []),
    { select: select({ name: 'state', label: text.columns.state, options: withAll(states), value: typed.state }) },
    { money: money({ name: 'least', label: words.fields.least, value: typed.least, error: errors.least }) },
    { money: money({ name: 'most', label: words.fields.most, value: typed.most, error: errors.most }) },
    { field: field({ name: 'search', label: text.fields.search, value: typed.search, maxLength: 100 }) },
  ]
}

function queryOf({ filter, typed, fiscalYear }: AskedVouchers): URLSearchParams {
  return new URLSearchParams({ organisation: filter.organisationId, fiscalYear: String(fiscalYear), ...typed })
}

export interface RegisterPrint extends PageModel {
  readonly printHead: PrintHead
  readonly lineTable: LineTable
  readonly signatures: Signatures
}

export function printListPage(book: VoucherBook, asked: AskedVouchers, found: { vouchers: readonly VoucherHead[]; office: Office }): RegisterPrint {
  const amount = formatMoney(sum(found.vouchers.map((voucher) => voucher.total)))
  return {
    title: book.title, print: { backHref: `${book.list}?${queryOf(asked).toString()}`, isLandscape: true },
    printHead: { organisation: found.office.name, title: book.title, asOf: spanOf(asked), unit: ledgerText.unit },
    lineTable: lineTable({
      caption: book.title, captionHidden: true, empty: text.empty, columns: printColumns,
      rows: found.vouchers.map((voucher) => [
        voucher.number, formatThaiDateShort(voucher.documentDate), voucher.description, words.stages[voucher.stage], statusOf(voucher).text, formatMoney(voucher.total),
      ]),
      totals: [{ label: text.sum, isGrand: true, cells: [amount] }],
    }),
    signatures: { signers: [signer(text.signers.preparer, null), signer(text.signers.checker, null)] },
  }
}

/** '' where no day bounds the list. */
function spanOf({ filter: { from, until } }: AskedVouchers): string {
  return from && until ? booksText.account.from(formatThaiDate(from), formatThaiDate(addDays(until, -1))) : ''
}

const printColumns: readonly Column[] = [
  { label: text.columns.number, kind: 'code', isRowHeader: true }, { label: text.columns.date, kind: 'date' }, { label: text.columns.description, kind: 'text' },
  { label: words.columns.stage, kind: 'text' }, { label: text.columns.state, kind: 'text' }, { label: text.columns.total, kind: 'money' },
]

export function exportTable(book: VoucherBook, { filter }: AskedVouchers, { office, totals, first }: { office: Office; totals: ListTotals; first: ExportPart }): ExportTable {
  const { columns } = text
  return {
    fileName: words.fileName(book.leaf.replace('.', '-'), filter.from ?? '', filter.until ?? ''), name: book.title, about: [office.name, book.title],
    header: [columns.number, words.columns.type, columns.date, words.columns.stage, columns.description, columns.total, columns.state],
    ...first, closing: totalsLine(totals, { width: 7 }),
  }
}

export function exportRows(vouchers: readonly VoucherHead[]): SheetRow[] {
  return vouchers.map((voucher) => [
    voucher.number, words.types[voucher.type], { day: voucher.documentDate }, words.stages[voucher.stage], voucher.description, voucher.total, statusOf(voucher).text,
  ])
}

export interface VoucherPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly summaryList: SummaryList
  readonly lineTable: LineTable
  readonly actions: Actions | undefined
  readonly trail: Trail
}

export interface Looking {
  readonly book: VoucherBook
  readonly trail: Trail
  readonly mayPrint: boolean
  /** Opens the ledger of an account behind a line. */
  readonly opensAccounts: boolean
  /** Documents of other offices are not opened from here: their rooms show one's own. */
  readonly isOwn: boolean
}

export function showPage(voucher: Voucher, looking: Looking): VoucherPage {
  const { book } = looking
  const print = { label: text.print, action: book.print(voucher.organisationId, voucher.id), kind: 'secondary' as const }
  return {
    title: `${voucher.typeName} ${voucher.number}`, breadcrumb: [...crumbsOf(book), { text: book.title, href: book.list }, { text: voucher.number }],
    pageHeader: { title: `${voucher.typeName} ${voucher.number}`, status: statusOf(voucher) },
    summaryList: { items: itemsOf(voucher, looking) }, lineTable: linesTable(voucher, looking.opensAccounts ? accountPath(voucher) : undefined), trail: looking.trail,
    actions: looking.mayPrint ? { version: '', buttons: [print] } : undefined,
  }
}

function accountPath({ organisationId, fiscalYear, documentDate, stage }: Voucher): (line: VoucherLine) => string {
  const upTo = stage === 'opening' ? 'normal' : stage === 'post-audit-closing' ? 'post-audit' : stage
  const month = ((Number(documentDate.slice(5, 7)) + 2) % 12) + 1
  const query = new URLSearchParams({ fiscalYear: String(fiscalYear), month: String(month), stage: upTo })
  return (line) => `${ledgerPaths.account(organisationId, line.accountCode)}?${query.toString()}`
}

function itemsOf(voucher: Voucher, { book, isOwn }: Looking): SummaryItem[] {
  const { items } = text
  const other = (label: string, link: { id: string; number: string } | undefined) => (link ? [{ label, text: link.number, href: book.show(voucher.organisationId, link.id) }] : [])
  return [
    { label: items.organisation, text: voucher.organisationName },
    { label: items.date, text: formatThaiDate(voucher.documentDate) },
    { label: words.items.stage, text: words.stages[voucher.stage] },
    { label: items.description, text: voucher.description },
    ...(voucher.reverses ? [] : [{ label: items.source, ...sourceOf(voucher, isOwn) }]),
    ...other(words.items.reverses, voucher.reverses), ...other(items.reversedBy, voucher.reversedBy),
    { label: items.total, text: formatMoney(voucher.total), isMoney: true },
    { label: items.preparedBy, text: personText(voucher.preparedBy) },
    { label: items.approvedBy, text: personText(voucher.approvedBy) },
    ...(voucher.samePerson === null ? [] : [{ label: words.items.samePerson, text: words.samePerson[voucher.samePerson] }]),
    { label: items.postedAt, text: formatInstant(instant(voucher.postedAt)) },
    { label: words.items.digest, text: voucher.digest }, { label: words.items.head, text: voucher.head },
  ]
}

function sourceOf({ source, organisationId }: Voucher, isOwn: boolean): { text: string; href?: string } {
  const names: Readonly<Record<string, string>> = text.sources
  const path = sourcePaths[source.kind]
  return { text: names[source.kind] ?? source.kind, ...(path !== undefined && isOwn && { href: path(source.id, organisationId) }) }
}

function personText({ name, position }: Person): string {
  return position === '' ? name : `${name} (${position})`
}

function statusOf(voucher: VoucherHead): Status {
  return voucher.reversedById === null ? { kind: 'done', text: text.posted } : { kind: 'reversed', text: text.reversed }
}

function linesTable(voucher: Voucher, hrefOf?: (line: VoucherLine) => string): LineTable {
  const side = (line: VoucherLine, wanted: 'D' | 'C') => (line.side === wanted ? formatMoney(line.amount) : '')
  return lineTable({
    caption: text.lines, captionHidden: true, empty: '', columns: lineColumns,
    rows: voucher.lines.map((line) => [{ text: line.accountName, href: hrefOf?.(line), note: noteOf(line) }, line.accountCode, side(line, 'D'), side(line, 'C')]),
    totals: [{ label: text.sum, isGrand: true, cells: [formatMoney(totalOf(voucher, 'D')), formatMoney(totalOf(voucher, 'C'))] }],
  })
}

/** Register and key, counterparty, memo: whatever the line names and its account does not say already. */
function noteOf(line: VoucherLine): string | undefined {
  const register = line.subKey === null || line.subName === line.accountName ? [] : [line.subName === line.subKindName ? line.subName : words.registerKey(line.subKindName, line.subName)]
  const counterparty = line.counterpartyName === '' ? [] : [words.counterparty(line.counterpartyName)]
  return [...register, ...counterparty, ...(line.memo === '' ? [] : [line.memo])].join(' · ') || undefined
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
  readonly seal: string
  readonly signatures: Signatures
}

export function printPage(book: VoucherBook, voucher: Voucher, mark: string): VoucherPrint {
  const { preparedBy, approvedBy, samePerson } = voucher
  return {
    title: `${voucher.typeName} ${voucher.number}`, print: { backHref: book.show(voucher.organisationId, voucher.id) },
    printHead: {
      organisation: voucher.organisationName, title: voucher.typeName, unit: ledgerText.unit,
      facts: [
        { label: text.columns.number, text: voucher.number }, { label: text.columns.date, text: formatThaiDate(voucher.documentDate) },
        { label: text.copy, text: mark },
      ],
    },
    lineTable: linesTable(voucher), words: bahtText(voucher.total), seal: voucher.digest,
    description: samePerson === null ? voucher.description : `${voucher.description} (${words.items.samePerson}: ${words.samePerson[samePerson]})`,
    signatures: { signers: [signer(text.signers.preparer, preparedBy), signer(text.signers.checker, null), signer(text.signers.approver, approvedBy)] },
  }
}
