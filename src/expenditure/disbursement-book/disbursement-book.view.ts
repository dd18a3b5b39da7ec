// สมุดเงินสดจ่าย as a report: on page and paper the accounts of the bank share a column, in files each has its own.
import { organisationControls, printedNumber, type Offices, type Report, type ReportCell } from '../../documents/index.ts'
import { type Column, type Control } from '../../platform/http/components.ts'
import { isZero, sum, zero } from '../../platform/money.ts'
import { disbursementText as text } from '../disbursement.text.ts'
import { purposes, type BookFigures, type BookRow } from './disbursement-book.ts'

const { columns } = text

export interface FoundBook extends Offices {
  readonly office: { readonly organisationId: string; readonly name: string }
  readonly fiscalYear: number
  readonly month: number
  readonly monthName: string
  readonly monthControls: readonly Control[]
  readonly rows: readonly BookRow[]
  readonly from: number
  readonly most: number
  readonly sums: BookFigures
  /** From the beginning of the year. */
  readonly yearSums: BookFigures
  /** Where the voucher may be opened by whoever looks. */
  voucherPath(voucher: BookRow['voucher']): string | undefined
}

export function disbursementReport(found: FoundBook): Report {
  const { office, fiscalYear, month, from, most } = found
  const rows = found.rows.slice(from, from + most)
  return {
    fileName: text.fileName(`${fiscalYear}-${month}`), title: text.title, organisation: office.name, about: text.ofMonth(found.monthName), empty: text.empty, errors: {}, isLandscape: true,
    asked: { organisation: office.organisationId, fiscalYear: String(fiscalYear), month: String(month) },
    controls: [...organisationControls(found, office.organisationId), ...found.monthControls], count: text.count(found.rows.length.toLocaleString('en')),
    after: from + most < found.rows.length ? String(from + most) : undefined,
    columns: [...headColumns, { label: columns.purpose, kind: 'text' }, ...money([columns.gross, columns.deducted, columns.cash, columns.bank])],
    rows: rows.map((row) => [
      ...headCells(row, found), named(row).map((purpose) => text.purposes[purpose]).join(', '), ...[sum(Object.values(row.of)), row.deducted, row.cash, row.bank].map(cell),
    ]),
    totals: [
      ...named(found.sums).map((purpose) => ({ label: text.purposes[purpose], cells: [found.sums.of[purpose], '', '', ''], isGrand: false })), shortSums(text.sum, found.sums), shortSums(text.untilNow, found.yearSums),
    ],
    paper: {
      columns: [...headColumns, ...money([columns.cash, columns.bank, columns.deducted]), ...purposeColumns],
      rows: rows.map((row) => [...headCells(row, found), ...[row.cash, row.bank, row.deducted].map(cell), ...purposes.map((purpose) => cell(row.of[purpose]))]),
      totals: [sumRow(text.sum, found.sums), sumRow(text.untilNow, found.yearSums)],
    },
    sheet: sheetOf(found),
  }
}

const headColumns: readonly Column[] = [{ label: columns.date, kind: 'date' }, { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.payee, kind: 'text' }]

function headCells(row: BookRow, { voucherPath }: FoundBook): ReportCell[] {
  return [{ day: row.date }, { text: numberOf(row), note: claimsOf(row) || undefined, href: voucherPath(row.voucher) }, { text: row.payee || row.description, note: noteOf(row) || undefined }]
}

/** What it was for. */
const named = ({ of }: BookFigures) => purposes.filter((purpose) => !isZero(of[purpose]))
const shortSums = (label: string, { cash, bank, deducted, of }: BookFigures) => ({ label, cells: [sum(Object.values(of)), deducted, cash, bank] })
const money = (labels: readonly string[]) => labels.map((label): Column => ({ label, kind: 'money' }))
const purposeColumns = money(purposes.map((purpose) => text.purposes[purpose]))
const cell = (amount: BookRow['cash']): ReportCell => (isZero(amount) ? '' : amount)
const numberOf = ({ voucher: { type, number, fiscalYear } }: BookRow) => printedNumber(type, number, fiscalYear)
const claimsOf = ({ claims }: BookRow) => claims.map(({ number, fiscalYear }) => printedNumber('CLM', number, fiscalYear)).join(', ')

function noteOf({ bankName, chequeNumber }: BookRow): string {
  return [bankName, chequeNumber === '' ? '' : text.cheque(chequeNumber)].filter((said) => said !== '').join(' ')
}

function sumRow(label: string, { cash, bank, deducted, of }: BookFigures) {
  return { label, cells: [cash, bank, deducted, ...purposes.map((purpose) => of[purpose])] }
}

/** To calculate with: every column of the paper, each bank account its own. */
function sheetOf({ rows }: FoundBook): NonNullable<Report['sheet']> {
  const banks = [...new Set(rows.map(({ bankName }) => bankName))].filter((name) => name !== '').sort()
  return {
    columns: [
      { label: columns.date, kind: 'date' }, ...[columns.number, columns.claim, columns.payee, columns.description, columns.cheque].map((label): Column => ({ label, kind: 'text' })),
      ...money([columns.cash, ...banks, columns.paid, columns.deducted]), ...purposeColumns, ...money([columns.gross]),
    ],
    rows: rows.map((row) => [
      { day: row.date }, numberOf(row), claimsOf(row), row.payee, row.description, row.chequeNumber, row.cash, ...banks.map((name) => (row.bankName === name ? row.bank : zero)), sum([row.cash, row.bank]),
      row.deducted, ...purposes.map((purpose) => row.of[purpose]), sum(Object.values(row.of)),
    ]),
  }
}
