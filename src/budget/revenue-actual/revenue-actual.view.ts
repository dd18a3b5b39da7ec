import { type Office } from '../../documents/index.ts'
import { formatThaiDate, formatThaiDateField, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { date } from '../../platform/http/components.ts'
import { shareOf } from '../paper/paper.ts'
import { grouped, type Report, type ReportCell, type ReportColumn } from '../report-table/report-table.ts'
import { reportText } from '../report.text.ts'
import { percentText } from '../report.view.ts'
import { differenceOf, totalOf, type RevenueActual } from './revenue-actual.ts'

const text = reportText.revenueActual
const { columns: words } = text

export interface FoundRevenues {
  readonly office: Office
  readonly fiscalYear: FiscalYear
  readonly on: CalendarDate
  readonly rows: readonly RevenueActual[]
}

export function revenueActualReport({ office, fiscalYear, on, rows }: FoundRevenues): Report {
  const day = formatThaiDateField(on)
  return {
    title: text.title, office, fiscalYear, asOf: text.asOf(formatThaiDate(on)), asked: { on: day }, isLandscape: true,
    controls: [{ date: date({ name: 'on', label: text.on, value: day }) }], notice: text.noDebtors,
    parts: [{ table: {
      caption: text.title, empty: text.empty, groups: [words.category], columns, rows: grouped(rows, [{
        key: ({ categoryCode }) => categoryCode, heading: ({ categoryName }) => categoryName, subtotal: (some, heading) => ({ label: text.sumOf(heading), cells: figuresOf(totalOf(some)) }),
      }], (row) => [row.code, row.name, ...figuresOf(row)]),
      totals: [{ label: reportText.total, cells: figuresOf(totalOf(rows)) }],
    } }],
  }
}

const columns: readonly ReportColumn[] = [
  { label: words.code, kind: 'code' }, { label: words.name, kind: 'text', isRowHeader: true }, { label: words.estimate, kind: 'money' },
  { label: words.assessed, kind: 'number' }, { label: words.received, kind: 'money' }, { label: words.owed, kind: 'number' },
  { label: words.difference, kind: 'money' }, { label: words.percent, kind: 'number' },
]

/** Assessed and owed stand empty until debtors are kept. */
function figuresOf(row: Pick<RevenueActual, 'estimate' | 'received'>): ReportCell[] {
  return [row.estimate, text.unknown, row.received, text.unknown, differenceOf(row), percentText(shareOf(row.received, row.estimate))]
}
