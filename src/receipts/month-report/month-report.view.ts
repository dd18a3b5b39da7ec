import { organisationControls, type Office, type Offices, type Report, type ReportRow } from '../../documents/index.ts'
import { type Column, type Control } from '../../platform/http/components.ts'
import { isZero, minus, plus, sum, zero, type Money } from '../../platform/money.ts'
import { receiptReportText } from '../receipt-report.text.ts'
import { balanceOfRows, sumOf, type Amounts, type MonthRow, type Section } from './month-report.ts'

const text = receiptReportText.month
const { columns } = text

export interface FoundMonth extends Offices {
  readonly office: Office
  readonly fiscalYear: number
  readonly month: number
  readonly monthName: string
  readonly monthControls: readonly Control[]
  readonly rows: readonly MonthRow[]
  /** Money in hand and in banks before the month, and before the year. */
  readonly brought: Amounts
  readonly carried: Money
}

/** In the order of the department's paper: what was estimated and what became of it until now, the item, the month. */
export function monthReport(found: FoundMonth): Report {
  const { office, fiscalYear, month, rows, brought } = found
  const { received, paid, net } = balanceOfRows(rows)
  return {
    fileName: `receipts-and-payments-${fiscalYear}-${month}`, title: text.title, organisation: office.name, about: text.ofMonth(String(fiscalYear), found.monthName), empty: '', errors: {},
    asked: { organisation: office.organisationId, fiscalYear: String(fiscalYear), month: String(month) },
    controls: [...organisationControls(found, office.organisationId), ...found.monthControls], count: text.count(rows.length.toLocaleString('en')),
    columns: reportColumns, signers: text.signers[office.kind === 'LAO' ? 'lao' : 'unit'],
    rows: [
      ['', brought.year, text.brought, '', brought.month], { group: text.received },
      ...part(rows, 'revenues'), sumRow(text.sums.revenues, rowsIn(rows, 'revenues')), ...part(rows, 'grants'), ...part(rows, 'received'), sumRow(text.sums.received, received),
      { group: text.paid }, ...part(rows, 'spending'), sumRow(text.sums.spending, rowsIn(rows, 'spending')), ...part(rows, 'funds'), ...part(rows, 'paid'), sumRow(text.sums.paid, paid),
      sumRow(text.net, net),
    ],
    totals: closingRows(found, net),
  }
}

const reportColumns: readonly Column[] = [
  { label: columns.estimate, kind: 'money' }, { label: columns.year, kind: 'money' }, { label: columns.item, kind: 'text', isRowHeader: true }, { label: columns.code, kind: 'code' },
  { label: columns.month, kind: 'money' },
]

const rowsIn = (rows: readonly MonthRow[], section: Section) => rows.filter((row) => row.section === section)
const part = (rows: readonly MonthRow[], section: Section) => rowsIn(rows, section).map(({ estimate, year, name, code, month }): ReportRow => [estimate ?? '', year, name, code, month])

/** Of rows with their estimates, or of amounts alone. */
function sumRow(sumOfWhat: string, amounts: readonly MonthRow[] | Amounts): ReportRow {
  const isRows = 'map' in amounts
  const { year, month } = isRows ? sumOf(amounts) : amounts
  return { sum: sumOfWhat, before: [isRows ? sum(amounts.map(({ estimate = zero }) => estimate)) : '', year], cells: ['', month] }
}

/** What is carried forward is asked of the books themselves; what the rows do not explain would be told. */
function closingRows({ brought, carried }: FoundMonth, net: Amounts): Report['totals'] {
  const left = { year: minus(carried, plus(brought.year, net.year)), month: minus(carried, plus(brought.month, net.month)) }
  const isExplained = isZero(left.year) && isZero(left.month)
  return [
    ...isExplained ? [] : [{ label: text.difference, before: ['', left.year], cells: ['', left.month], isGrand: false }],
    { label: text.carried, before: ['', carried], cells: ['', carried] },
  ]
}
