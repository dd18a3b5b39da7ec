import { organisationControls, printedNumber, type Offices, type Report } from '../../documents/index.ts'
import { type Column, type Control } from '../../platform/http/components.ts'
import { plus } from '../../platform/money.ts'
import { receiptReportText } from '../receipt-report.text.ts'
import { receiptsText } from '../receipts.text.ts'
import { type CashBookRow, type CashBookSums } from './cash-book.ts'

const text = receiptReportText.cashBook
const { columns } = text

export interface FoundCashBook extends Offices {
  readonly office: { readonly organisationId: string; readonly name: string }
  readonly fiscalYear: number
  readonly month: number
  readonly monthName: string
  readonly monthControls: readonly Control[]
  readonly rows: readonly CashBookRow[]
  readonly most: number
  readonly sums: CashBookSums
  /** From the beginning of the year. */
  readonly yearSums: CashBookSums
  readonly voucherPath: ((organisationId: string, id: string) => string) | undefined
}

export function cashBookReport(found: FoundCashBook): Report {
  const { office, fiscalYear, month, voucherPath, most } = found
  const rows = found.rows.slice(0, most)
  const last = rows.at(-1)
  return {
    fileName: `cash-book-${fiscalYear}-${month}`, title: text.title, organisation: office.name, about: text.ofMonth(found.monthName), empty: text.empty, errors: {}, columns: bookColumns,
    asked: { organisation: office.organisationId, fiscalYear: String(fiscalYear), month: String(month) },
    controls: [...organisationControls(found, office.organisationId), ...found.monthControls],
    count: text.count(found.sums.rows.toLocaleString('en')), after: found.rows.length > most && last ? `${last.date}_${last.voucherId}` : undefined,
    rows: rows.map((row) => [
      { day: row.date }, voucherPath ? { text: nameOf(row), href: voucherPath(office.organisationId, row.voucherId) } : nameOf(row), row.description,
      row.cash, row.bank, plus(row.cash, row.bank),
    ]),
    totals: [sumRow(receiptsText.sum, found.sums), sumRow(text.untilNow, found.yearSums)],
  }
}

const nameOf = ({ type, number, fiscalYear }: CashBookRow): string => printedNumber(type, number, fiscalYear)

const sumRow = (label: string, { cash, bank }: CashBookSums) => ({ label, cells: [cash, bank, plus(cash, bank)] })

const bookColumns: readonly Column[] = [
  { label: columns.date, kind: 'date' }, { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.description, kind: 'text' },
  { label: columns.cash, kind: 'money' }, { label: columns.bank, kind: 'money' }, { label: columns.total, kind: 'money' },
]
