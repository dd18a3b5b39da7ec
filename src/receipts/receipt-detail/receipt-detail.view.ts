import { dayControls, organisationControls, seenFrom, withAll, type Offices, type Report } from '../../documents/index.ts'
import { addDays, formatThaiDate } from '../../platform/dates.ts'
import { field, select, type Column, type Control } from '../../platform/http/components.ts'
import { sum } from '../../platform/money.ts'
import { receiptReportText } from '../receipt-report.text.ts'
import { paperName } from '../receipts.names.ts'
import { receiptPaths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { type AskedDetails } from './receipt-detail.schema.ts'
import { type PaymentMeans } from '../receipt/receipt.ts'
import { type DetailGroup, type DetailLine, type DetailTotals, type Grouping } from './receipt-detail.ts'

const text = receiptReportText.detail
const { columns } = text

export interface FoundDetails extends Offices {
  readonly office: string
  readonly own: string
  readonly collectors: readonly { readonly id: string; readonly name: string }[]
  readonly totals: DetailTotals
}

/** One more line than `most` tells that there are more. */
export function linesReport(asked: AskedDetails, found: FoundDetails, { lines, most }: { lines: readonly DetailLine[]; most: number }): Report {
  const shown = lines.slice(0, most)
  const last = shown.at(-1)?.key
  const { organisationId } = asked.filter
  return {
    ...headOf(asked, found), columns: lineColumns, totals: [{ label: receiptsText.sum, cells: [found.totals.amount] }],
    after: lines.length > most && last ? `${last.date}_${last.id}_${last.line}` : undefined,
    rows: shown.map((line) => [
      { day: line.date }, { text: paperName(line.paper), href: seenFrom(found.own, organisationId, receiptPaths.show(line.receiptId)) }, line.payer, line.income, line.description,
      line.means.map((means) => receiptsText.means[means]).join(', '), line.collector, line.isCancelled ? text.cancelled : '', line.amount,
    ]),
  }
}

const lineColumns: readonly Column[] = [
  { label: columns.date, kind: 'date' }, { label: columns.paper, kind: 'code', isRowHeader: true }, { label: columns.payer, kind: 'text' }, { label: columns.income, kind: 'text' },
  { label: columns.description, kind: 'text' }, { label: columns.means, kind: 'text' }, { label: columns.collector, kind: 'text' }, { label: columns.remark, kind: 'text' },
  { label: columns.amount, kind: 'money' },
]

export function groupReport(asked: AskedDetails, found: FoundDetails, groups: readonly DetailGroup[]): Report {
  return {
    ...headOf(asked, found), columns: [{ label: text.groupings[asked.by], kind: 'text', isRowHeader: true }, { label: columns.receipts, kind: 'number' }, { label: columns.amount, kind: 'money' }],
    rows: groups.map(({ key, name, receipts, amount }) => [groupName(asked.by, key, name), receipts.toLocaleString('en'), amount]),
    totals: [{ label: receiptsText.sum, cells: [sum(groups.map(({ amount }) => amount))] }],
  }
}

function groupName(by: Grouping, key: string, name: string): string {
  if (by === 'income') return `${key} ${name}`
  return by === 'means' ? `${meansName(key)} ${name}`.trim() : name
}

const meansName = (key: string) => Object.entries(receiptsText.means).find(([means]) => means === key)?.[1] ?? key

function headOf({ filter, by, typed, errors }: AskedDetails, found: FoundDetails): Omit<Report, 'columns' | 'rows' | 'totals'> {
  const last = addDays(filter.until, -1)
  const about = filter.from === last ? text.ofDay(formatThaiDate(filter.from)) : text.ofDays(formatThaiDate(filter.from), formatThaiDate(last))
  const { organisationId, collectorId = '', means = '', income } = filter
  return {
    fileName: `receipts-${filter.from}-${by}`, title: text.titles[by], organisation: found.office, about, empty: text.empty, errors, isLandscape: by === 'lines',
    asked: { organisation: organisationId, ...typed, by, collector: collectorId, means, income },
    count: text.count(found.totals.receipts.toLocaleString('en'), found.totals.cancelled.toLocaleString('en')), controls: controlsOf({ filter, by, typed, errors }, found),
  }
}

function controlsOf({ filter, by, typed, errors }: Omit<AskedDetails, 'after'>, found: FoundDetails): Control[] {
  const people = withAll(found.collectors.map(({ id, name }) => ({ value: id, text: name })))
  const means = withAll(Object.entries(receiptsText.means).map(([value, label]: [string, (typeof receiptsText.means)[PaymentMeans]]) => ({ value, text: label })))
  return [
    ...organisationControls(found, filter.organisationId), ...dayControls({ typed, errors }),
    { select: select({ name: 'by', label: text.by, value: by, options: Object.entries(text.groupings).map(([value, label]) => ({ value, text: label })) }) },
    { select: select({ name: 'collector', label: columns.collector, value: filter.collectorId, options: people }) },
    { select: select({ name: 'means', label: columns.means, value: filter.means, options: means }) },
    { field: field({ name: 'income', label: text.income, value: filter.income, maxLength: 100 }) },
  ]
}
