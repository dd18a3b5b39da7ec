import { exportActions, exportPaths, listFrame, signer, type ExportTable, type ListFrame } from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { lineTable, type LineTable } from '../../platform/http/components.ts'
import { formatMoney } from '../../platform/money.ts'
import { type DeskPaper } from '../desk-page/desk-page.view.ts'
import { reportPaths } from '../receipts.paths.ts'
import { receiptReportText as text } from '../receipt-report.text.ts'
import { receiptsText } from '../receipts.text.ts'
import { type Report, type ReportCell, type ReportRow } from './report-page.ts'

export function reportPage(report: Report, path: string, officer: Officer): ListFrame {
  const query = new URLSearchParams(report.asked)
  const next = report.after === undefined ? undefined : `${path}?${new URLSearchParams({ ...report.asked, after: report.after })}`
  const frame = listFrame({
    title: report.title, path, controls: report.controls, errors: report.errors, next, countText: report.count,
    actions: exportActions(path, query, officer.permissions.has('revenue.report:print')),
  })
  return {
    ...frame, breadcrumb: [{ text: text.title, href: reportPaths.index }, { text: report.title }], pageHeader: { ...frame.pageHeader, lead: report.about },
    lineTable: tableOf(report),
  }
}

export function reportPaper(report: Report, path: string, today: CalendarDate): DeskPaper {
  return {
    title: report.title, print: { backHref: `${path}?${new URLSearchParams(report.asked)}` },
    printHead: { organisation: report.organisation, title: report.title, asOf: report.about, unit: receiptsText.unit },
    tables: [tableOf(report)], lines: [text.printed(formatThaiDate(today))], signatures: { signers: text.signers.map((role) => signer(role, null)) },
  }
}

function tableOf({ title, empty, columns, rows, totals }: Report): LineTable {
  return lineTable({
    caption: title, captionHidden: true, empty, columns, rows: rows.map(rowOf),
    totals: rows.length === 0 ? [] : totals.map(({ label, cells }) => ({ label, isGrand: true, cells: cells.map(plainText) })),
  })
}

function rowOf(row: ReportRow) {
  if ('group' in row) return row
  return 'sum' in row ? { subtotal: { label: row.sum, cells: row.cells.map(plainText) } } : row.map(cellOf)
}

function cellOf(cell: ReportCell) {
  return typeof cell === 'object' && !('day' in cell) ? cell : plainText(cell)
}

function plainText(cell: ReportCell): string {
  if (typeof cell === 'bigint') return formatMoney(cell)
  if (typeof cell === 'string') return cell
  if ('day' in cell) return formatThaiDateShort(cell.day)
  return 'status' in cell ? cell.status.text : cell.text
}

export function reportFile(report: Report): ExportTable {
  return {
    fileName: report.fileName, name: report.title, about: [report.organisation, report.title, report.about], header: report.columns.map((column) => column.label),
    rows: [...report.rows.map((row) => sheetRow(row, report.columns.length)), ...report.totals.map(({ label, cells }) => padded(label, cells, report.columns.length))],
  }
}

function sheetRow(row: ReportRow, width: number) {
  if ('group' in row) return [row.group]
  return 'sum' in row ? padded(row.sum, row.cells, width) : row.map(sheetCell)
}

/** The sums stand under their columns. */
function padded(label: string, cells: readonly ReportCell[], width: number) {
  return [label, ...Array.from({ length: width - cells.length - 1 }, () => ''), ...cells.map(sheetCell)]
}

function sheetCell(cell: ReportCell) {
  return typeof cell === 'object' && !('day' in cell) ? plainText(cell) : cell
}

export const paperPath = (path: string) => exportPaths(path).print
