import { organisationControls, printedNumber, type Office, type Offices, type Report, type ReportCell } from '../../documents/index.ts'
import { field, type Column, type Control } from '../../platform/http/components.ts'
import { minus, plus, sum, type Money } from '../../platform/money.ts'
import { receiptReportText } from '../receipt-report.text.ts'
import { reportPaths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { differenceOf, type RevenueItem, type RevenueRow } from './revenue-register.ts'

const text = receiptReportText.revenues
const { columns } = text

export interface FoundRevenues extends Offices {
  readonly office: Office
  readonly fiscalYear: number
  readonly month: number
  readonly monthName: string
  readonly monthControls: readonly Control[]
  readonly items: readonly RevenueItem[]
}

/** All items: the month, the year, and how far from the estimate; a code that there is not is told. */
export function itemsReport(found: FoundRevenues, unknown: string): Report {
  const { items, office, fiscalYear, month, monthName } = found
  const query = { organisation: office.organisationId, fiscalYear: String(fiscalYear), month: String(month) }
  return {
    ...headOf(found, unknown, unknown === '' ? undefined : text.strangeItem), errors: unknown === '' ? {} : { item: text.strangeItem }, title: text.title, about: text.ofYear(String(fiscalYear), monthName), asked: query, columns: itemColumns, empty: text.empty,
    count: text.count(items.length.toLocaleString('en')),
    rows: items.map((item) => [{ text: `${item.code} ${item.name}`, href: `${reportPaths.revenues}?${new URLSearchParams({ ...query, item: item.code })}` }, ...figuresOf(item)]),
    totals: [{ label: receiptsText.sum, cells: figuresOf({
      estimate: sum(items.map(({ estimate }) => estimate)), month: sum(items.map((item) => item.month)), received: sum(items.map(({ received }) => received)),
    }) }],
  }
}

type Figures = Pick<RevenueItem, 'estimate' | 'month' | 'received'>

const figuresOf = (figures: Figures): ReportCell[] => [figures.estimate, figures.month, figures.received, differenceOf(figures)]

const itemColumns: readonly Column[] = [
  { label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.estimate, kind: 'money' }, { label: columns.month, kind: 'money' },
  { label: columns.received, kind: 'money' }, { label: columns.difference, kind: 'money' },
]

export interface FoundItem {
  readonly item: RevenueItem
  readonly rows: readonly RevenueRow[]
  readonly voucherPath: ((organisationId: string, id: string) => string) | undefined
}

/** One item through one month, carried on from the month before, each row with what is still short of the estimate. */
export function itemReport(found: FoundRevenues, { item, rows, voucherPath }: FoundItem): Report {
  const { office, fiscalYear, month, monthName } = found
  const brought = minus(item.received, item.month)
  const standing = (cumulative: Money) => [cumulative, differenceOf({ received: cumulative, estimate: item.estimate })]
  let cumulative = brought
  return {
    ...headOf(found, item.code), errors: {}, title: text.titleOf(`${item.code} ${item.name}`), about: text.ofMonth(monthName), columns: rowColumns, empty: text.emptyItem,
    asked: { organisation: office.organisationId, fiscalYear: String(fiscalYear), month: String(month), item: item.code }, count: text.count(rows.length.toLocaleString('en')),
    rows: rows.length === 0 ? [] : [{ sum: text.broughtForward, cells: standing(brought) }, ...rows.map((row) => {
      cumulative = plus(cumulative, row.amount)
      const number = printedNumber(row.type, row.number, row.fiscalYear)
      return [{ day: row.date }, voucherPath ? { text: number, href: voucherPath(office.organisationId, row.voucherId) } : number, row.description, row.amount, ...standing(cumulative)]
    })],
    totals: [{ label: text.sumOfMonth(monthName), cells: [item.month, ...standing(item.received)] }],
  }
}

const rowColumns: readonly Column[] = [
  { label: columns.date, kind: 'date' }, { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.description, kind: 'text' },
  { label: columns.amount, kind: 'money' }, { label: columns.cumulative, kind: 'money' }, { label: columns.difference, kind: 'money' },
]

function headOf({ office, offices, fiscalYear, month, monthControls }: FoundRevenues, typed: string, error?: string) {
  const item = field({ name: 'item', label: text.itemCode, value: typed, error, maxLength: 14 })
  return {
    fileName: `revenues-${fiscalYear}-${month}`, organisation: office.name, controls: [...organisationControls({ offices }, office.organisationId), ...monthControls, { field: item }],
  }
}
