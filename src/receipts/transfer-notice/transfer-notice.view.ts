// The list of transfers as finished strings, and the page that asks before one is withdrawn.
import { listFrame, saveActions, withAll, type ConfirmPage, type ExportTable, type ListFrame } from '../../documents/index.ts'
import { type FoundPage } from '../../platform/database/heads.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { field, lineTable, refusals, select, type CellContent, type Column, type Control, type PageHeader, type SummaryItem } from '../../platform/http/components.ts'
import { formatMoney } from '../../platform/money.ts'
import { evidenceName } from '../receipts.names.ts'
import { receiptPaths, transferNoticePaths as paths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { transferNoticeText as text } from '../transfer-notice.text.ts'
import { daysWaited, noticeStates, type NoticeFilter, type NoticeTotals, type Taker, type TransferNotice } from './transfer-notice.ts'

const { columns } = text

export interface FoundNotices extends FoundPage<TransferNotice> {
  readonly totals: NoticeTotals
  readonly officer: Officer
  readonly today: CalendarDate
}

export function listPage(filter: NoticeFilter, found: FoundNotices): ListFrame {
  const { items, totals, officer, hasMore } = found
  const query = new URLSearchParams({ year: String(filter.fiscalYear ?? ''), state: filter.state ?? '', search: filter.search, waited: String(filter.waited ?? '') })
  return {
    ...listFrame({
      title: text.listTitle, path: paths.list, errors: {}, controls: controlsOf(filter), countText: text.count(String(items.length), totals.count.toLocaleString('en-US')),
      next: hasMore ? `${paths.list}?${query}&after=${items.at(-1)?.id ?? ''}` : undefined,
      actions: [
        ...officer.permissions.has('km.subsidy:create') ? [{ text: text.importTitle, href: paths.import, kind: 'primary' as const }] : [], ...saveActions(paths.list, query, true),
      ],
    }),
    lineTable: lineTable({
      caption: text.listTitle, captionHidden: true, empty: text.empty, columns: listColumns, rows: items.map((notice) => rowOf(notice, found)),
      totals: items.length === 0 ? [] : [{ label: text.sum, isGrand: true, cells: [formatMoney(totals.amount), '', '', ''] }],
    }),
  }
}

function controlsOf({ fiscalYear: year, state, search, waited }: NoticeFilter): Control[] {
  const states = withAll(noticeStates.map((value) => ({ value, text: text.states[value].text })))
  return [
    { field: field({ name: 'year', label: text.filters.year, value: String(year ?? ''), type: 'number', width: 'short', maxLength: 4 }) },
    { select: select({ name: 'state', label: text.filters.state, options: states, value: state }) },
    { field: field({ name: 'waited', label: text.filters.waited, value: waited === undefined ? '' : String(waited), type: 'number', width: 'short', maxLength: 3 }) },
    { field: field({ name: 'search', label: text.filters.search, hint: text.filters.searchHint, value: search, maxLength: 100 }) },
  ]
}

const listColumns: readonly Column[] = [
  { label: columns.receiver, kind: 'text', isRowHeader: true }, { label: columns.income, kind: 'text' }, { label: columns.letter, kind: 'text' }, { label: columns.day, kind: 'date' },
  { label: columns.amount, kind: 'money' }, { label: columns.waited, kind: 'number' }, { label: columns.state, kind: 'status' }, { label: columns.receipt, kind: 'text' },
]

function rowOf(notice: TransferNotice, { officer, today }: FoundNotices) {
  return [
    { text: notice.receiverName, note: notice.receiverCode }, { text: notice.incomeName, note: notice.revenueCode },
    { text: notice.letterNumber, note: notice.round === '' ? undefined : `${columns.round} ${notice.round}` }, formatThaiDateShort(notice.transferredOn), formatMoney(notice.amount),
    String(daysWaited(notice, today) ?? ''), { status: text.states[notice.state] }, lastCell(notice, officer),
  ]
}

/** The receipt that took it in; else what this officer may do about it. */
function lastCell({ id, receipt, receiverId, giverId, state, letterNumber }: TransferNotice, { permissions, organisationId }: Officer): string | CellContent {
  if (receipt) return { text: evidenceName(receipt), href: receiverId === organisationId && permissions.has('revenue.receipt:view') ? receiptPaths.show(receipt.id) : undefined }
  if (state === 'withdrawn') return ''
  if (receiverId === organisationId && permissions.has('revenue.receipt:create')) return { actions: [{ text: text.take, href: receiptPaths.evidenceOf(id), about: letterNumber }, { text: text.taken, href: paths.taken(id), about: letterNumber }] }
  return giverId === organisationId && permissions.has('km.subsidy:edit') ? { text: text.withdraw, href: paths.withdraw(id) } : ''
}

export function exportTable(filter: NoticeFilter, items: readonly TransferNotice[], office: string): ExportTable {
  return {
    fileName: text.fileName(String(filter.fiscalYear ?? 'all')), name: text.listTitle, about: [office, `${text.listTitle} ${filter.fiscalYear === undefined ? text.allYears : `${text.filters.year} ${filter.fiscalYear}`}`, text.unit],
    header: [columns.code, columns.receiver, columns.income, columns.round, columns.letter, columns.day, columns.amount, columns.state, columns.receipt],
    rows: items.map((notice) => [
      notice.receiverCode, notice.receiverName, `${notice.revenueCode} ${notice.incomeName}`, notice.round, notice.letterNumber, { day: notice.transferredOn }, notice.amount,
      text.states[notice.state].text, notice.receipt ? evidenceName(notice.receipt) : '',
    ]),
  }
}

interface AskedTaker {
  readonly takers: readonly Taker[]
  readonly chosen: string
  readonly errors: FieldErrors
}

export function takenPage(notice: TransferNotice, { takers, chosen, errors }: AskedTaker): ConfirmPage {
  const options = takers.map(({ receipt, receiptDate, payer }) => ({ value: receipt.id, text: text.taker(evidenceName(receipt), formatThaiDateShort(receiptDate), payer) }))
  const seen = takers.map(({ receipt, receiptDate, payer }) => ({ label: text.found, text: text.taker(evidenceName(receipt), formatThaiDateShort(receiptDate), payer), href: receiptPaths.show(receipt.id) }))
  const facts = [...seen, { label: text.otherwise, text: text.take, href: receiptPaths.evidenceOf(notice.id) }]
  return noticePage(notice, { title: text.takenTitle, errors, facts, confirm: {
    action: paths.taken(notice.id), consequences: takers.length === 0 ? [text.noTaker] : [], label: text.taken, kind: 'primary',
    controls: [{ select: select({ name: 'receipt', label: columns.receipt, options: [{ value: '', text: text.choose }, ...options], value: chosen, error: errors.receipt, required: true, width: 'full' }) }],
  } })
}

export function withdrawPage(notice: TransferNotice, reason: string, errors: FieldErrors = {}): ConfirmPage {
  return noticePage(notice, { title: text.withdrawTitle, errors, confirm: {
    action: paths.withdraw(notice.id), consequences: [], label: text.withdraw, kind: 'danger',
    controls: [{ field: field({ name: 'reason', label: text.withdrawReason, value: reason, error: errors.reason, rows: 2, maxLength: 500, required: true, width: 'full' }) }],
  } })
}

interface AskedStep {
  readonly title: string
  readonly errors: FieldErrors
  readonly facts?: readonly SummaryItem[]
  readonly confirm: Pick<ConfirmPage['confirm'], 'action' | 'consequences' | 'label' | 'kind'> & { readonly controls: Control[] }
}

/** The transfer, and what is asked about it. */
function noticePage(notice: TransferNotice, { title, errors, facts = [], confirm }: AskedStep): ConfirmPage {
  const shown = {
    title, breadcrumb: [{ text: text.listTitle, href: paths.list }, { text: title }], pageHeader: { title }, ...refusals(errors),
    confirm: {
      ...confirm, question: text.notice(notice.incomeName, notice.letterNumber, formatMoney(notice.amount)), cancel: { text: receiptsText.back, href: paths.list },
      facts: { items: [{ label: columns.receiver, text: `${notice.receiverCode} ${notice.receiverName}` }, { label: columns.day, text: formatThaiDate(notice.transferredOn) }, ...facts] },
    },
  } satisfies ConfirmPage & { pageHeader: PageHeader }
  return shown
}
