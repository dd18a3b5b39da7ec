// The register of receipts and evidence as finished strings, on the page and as a file.
import { formatInstant, formatThaiDateShort, instant, type CalendarDate } from '../../platform/dates.ts'
import {
  dayControls, exportActions, listFrame, makerControls, organisationControls, seenFrom, stateControl, totalsLine, withAll, type ExportPart, type ExportTable, type ListFrame, type Offices,
} from '../../documents/index.ts'
import { field, lineTable, select, type Column, type Control, type Status } from '../../platform/http/components.ts'
import { formatMoney, type Money } from '../../platform/money.ts'
import { type SheetRow } from '../../platform/spreadsheet.ts'
import { receiptKinds } from '../paper/paper.ts'
import { type AskedReceipts } from '../receipt/receipt.schema.ts'
import { amountOf, isMiskeyed, type Cancellation, type MissingSheets, type ReceiptHead } from '../receipt/receipt.ts'
import { paperName } from '../receipts.names.ts'
import { counterPaths, receiptPaths as paths, slaughterPaths } from '../receipts.paths.ts'
import { slaughterText } from '../slaughter.text.ts'
import { receiptsText } from '../receipts.text.ts'

const text = receiptsText.receipt
const { columns } = text

export interface FoundReceipts extends Offices {
  readonly receipts: readonly ReceiptHead[]
  readonly hasMore: boolean
  readonly totals: { readonly count: number; readonly cancelled: number; readonly total: Money }
  readonly missing: readonly MissingSheets[]
  readonly mayCreate: boolean
  /** Only an LAO has a counter of the system. */
  readonly mayIssue: boolean
}

export interface ReceiptList extends ListFrame {
  readonly missing: string
}

export function listPage(asked: AskedReceipts, found: FoundReceipts, own: string): ReceiptList {
  const { organisationId, state = '', kind = '' } = asked.filter
  const query = new URLSearchParams({ organisation: organisationId, state, kind, ...asked.typed })
  const last = found.receipts.at(-1)
  const next = found.hasMore && last ? `${paths.list}?${query}&after=${last.receiptDate}_${last.id}` : undefined
  return {
    ...listFrame({
      title: text.listTitle, path: paths.list, controls: filterControls(asked, found), errors: asked.errors, next,
      countText: countText(found),
      actions: [...actionsOf(found), ...exportActions(paths.list, query, true)],
    }),
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns,
      rows: found.receipts.map((receipt) => rowOf(receipt, own)),
      totals: found.receipts.length === 0 ? [] : [{ label: text.sumOfAll, isGrand: true, cells: [formatMoney(found.totals.total), ''] }],
    }),
    missing: found.missing.length === 0 ? '' : text.missing(missingText(found.missing)),
  }
}

/** The head reaches the rates of slaughter from here, the collector from the counter. */
function actionsOf({ mayCreate, mayIssue }: FoundReceipts) {
  if (!mayCreate) return mayIssue ? [{ text: slaughterText.title, href: slaughterPaths.form, kind: 'secondary' as const }] : []
  return [...(mayIssue ? [issueAction] : []), ...newActions]
}

const issueAction = { text: text.newTitle.issued, href: counterPaths.form, kind: 'primary' as const }
const newActions = [
  { text: text.newTitle.handwritten, href: paths.handwritten, kind: 'secondary' as const },
  { text: text.newTitle.evidence, href: paths.evidence, kind: 'secondary' as const },
]

const listColumns: readonly Column[] = [
  { label: columns.paper, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' }, { label: columns.kind, kind: 'text' },
  { label: columns.payer, kind: 'text' }, { label: columns.amount, kind: 'money' }, { label: columns.state, kind: 'status' },
]

function rowOf(receipt: ReceiptHead, own: string) {
  const { cancelled } = receipt
  return [
    { text: paperName(receipt.paper), href: seenFrom(own, receipt.organisationId, paths.show(receipt.id)) },
    formatThaiDateShort(receipt.receiptDate),
    text.shortKinds[receipt.paper.kind], receipt.payer, formatMoney(amountOf(receipt)),
    { status: statusOf(receipt), note: cancelled ? noteOf(cancelled) : undefined },
  ]
}

function noteOf({ reason, by, at }: Cancellation): string {
  return text.cancelNote(reason, by, formatInstant(instant(at)))
}

/** A miskeyed one is told from a paper that was cancelled. */
export function statusOf(receipt: ReceiptHead): Status {
  return isMiskeyed(receipt) ? text.miskeyed : text.states[receipt.state]
}

function countText({ receipts, totals }: FoundReceipts): string {
  const written = (count: number) => count.toLocaleString('en-US')
  return text.count({ shown: String(receipts.length), count: written(totals.count), cancelled: written(totals.cancelled) })
}

/** 'เล่มที่ 12 เลขที่ 36' */
export function missingText(missing: readonly MissingSheets[]): string {
  const names = missing.map(({ book, from, until }) => receiptsText.sheetName(book, from === until ? String(from) : `${from}–${until}`))
  return names.join(' · ')
}

function filterControls({ filter, typed, errors }: AskedReceipts, offices: Offices): Control[] {
  const kinds = withAll(receiptKinds.map((kind) => ({ value: kind, text: text.filterKinds[kind] })))
  return [
    ...organisationControls(offices, filter.organisationId),
    ...dayControls({ typed, errors }),
    { select: select({ name: 'kind', label: columns.kind, value: filter.kind, options: kinds }) },
    stateControl(text.states, filter.state), ...makerControls(filter.by),
    { field: field({ name: 'search', label: text.search, value: typed.search, maxLength: 100 }) },
  ]
}

const fileColumns = [
  columns.paper, columns.date, columns.kind, columns.payer, columns.amount, columns.state, text.cancelReason, text.cancelledBy, text.cancelledAt, text.confirmedBy,
]

export interface RegisterFile {
  readonly office: string
  readonly today: CalendarDate
  readonly totals: FoundReceipts['totals']
  readonly first: ExportPart
}

export function exportTable({ office, today, totals: { count, cancelled, total }, first }: RegisterFile): ExportTable {
  const sums = totalsLine({ count, undone: cancelled, sums: [total] }, { width: fileColumns.length, behind: 5 })
  return { fileName: text.fileName(today), name: text.listTitle, about: [office, text.listTitle], header: fileColumns, closing: sums, ...first }
}

export function exportRows(receipts: readonly ReceiptHead[]): SheetRow[] {
  return receipts.map((receipt) => {
    const { cancelled } = receipt
    const how = cancelled ? [cancelled.reason, cancelled.by, formatInstant(instant(cancelled.at)), cancelled.confirmedBy ?? ''] : ['', '', '', '']
    return [
      paperName(receipt.paper), { day: receipt.receiptDate }, text.filterKinds[receipt.paper.kind], receipt.payer, amountOf(receipt), statusOf(receipt).text, ...how,
    ]
  })
}
