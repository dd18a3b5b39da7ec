import { type Officer } from '../platform/database/work.ts'
import { formatThaiDateShort } from '../platform/dates.ts'
import { lineTable, type LineTable, type PrintHead, type Signatures } from '../platform/http/components.ts'
import { type PageModel } from '../platform/http/reply.ts'
import { type Permission } from '../platform/http/route.ts'
import { formatMoney } from '../platform/money.ts'
import { documentsText } from './documents.text.ts'
import { exportActions, exportPaths } from './export.view.ts'
import { signer } from './printing.view.ts'
import { type Report, type ReportCell, type ReportRow, type ReportSum } from './report.ts'
import { listFrame, type ListFrame } from './register.view.ts'

const text = documentsText.report

/** Where it stands: its address, the page it was reached from, who may take it away. */
export interface ReportPlace {
  readonly path: string
  /** Absent: a leaf of the menu leads to it. */
  readonly index?: { readonly text: string; readonly href: string }
  readonly printRight: Permission
}

export function reportPage(report: Report, { path, index, printRight }: ReportPlace, officer: Officer): ListFrame {
  const query = new URLSearchParams(report.asked)
  const next = report.after === undefined ? undefined : `${path}?${new URLSearchParams({ ...report.asked, after: report.after })}`
  const frame = listFrame({
    title: report.title, path, controls: report.controls, errors: report.errors, next, countText: report.count,
    actions: [...report.actions ?? [], ...exportActions(path, query, officer.permissions.has(printRight))],
  })
  return { ...frame, breadcrumb: [...index ? [index] : [], { text: report.title }], pageHeader: { ...frame.pageHeader, lead: report.about }, lineTable: tableOf(report) }
}

export interface ReportPaper extends PageModel {
  readonly printHead: PrintHead
  readonly tables: readonly LineTable[]
  readonly lines: readonly string[]
  readonly signatures: Signatures
}

export function reportPaper(report: Report, { path }: ReportPlace): ReportPaper {
  return {
    title: report.title, print: { backHref: `${path}?${new URLSearchParams(report.asked)}`, isLandscape: report.isLandscape ?? false },
    printHead: { organisation: report.organisation, title: report.title, asOf: report.about, unit: text.unit },
    tables: [tableOf({ ...report, ...report.paper })], lines: [], signatures: { signers: (report.signers ?? text.signers).map((role) => signer(role, null)) },
  }
}

function tableOf({ title, empty, columns, rows, totals }: Report): LineTable {
  return lineTable({
    caption: title, captionHidden: true, empty, columns, rows: rows.map(rowOf),
    totals: rows.length === 0 ? [] : totals.map(({ label, before = [], cells, isGrand = true }) => ({ label, isGrand, before: before.map(plainText), cells: cells.map(plainText) })),
  })
}

function rowOf(row: ReportRow) {
  if ('group' in row) return row
  return 'sum' in row ? { subtotal: { label: row.sum, before: row.before?.map(plainText), cells: row.cells.map(plainText) } } : row.map(cellOf)
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

export function reportFile(report: Report) {
  const { columns, rows } = report.sheet ?? report
  return {
    fileName: report.fileName, name: report.title, about: [report.organisation, report.title, report.about], header: columns.map((column) => column.label),
    rows: [...rows.map((row) => sheetRow(row, columns.length)), ...report.sheet ? [] : report.totals.map(({ label, ...sums }) => padded({ sum: label, ...sums }, columns.length))],
  }
}

function sheetRow(row: ReportRow, width: number) {
  if ('group' in row) return [row.group]
  return 'sum' in row ? padded(row, width) : row.map(sheetCell)
}

/** The sums stand under their columns. */
function padded({ sum, before = [], cells }: ReportSum, width: number) {
  return [...before.map(sheetCell), sum, ...Array.from({ length: width - before.length - cells.length - 1 }, () => ''), ...cells.map(sheetCell)]
}

function sheetCell(cell: ReportCell) {
  return typeof cell === 'object' && !('day' in cell) ? plainText(cell) : cell
}

export const paperPath = (path: string) => exportPaths(path).print
