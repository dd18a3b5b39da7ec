// One report as page, as print and as a sheet.
import { signer, type ExportTable } from '../../documents/index.ts'
import { type Instant } from '../../platform/dates.ts'
import {
  lineTable, type CellContent, type Filters, type LineTable, type LineTableArguments, type PageHeader, type Pagination, type PrintHead, type RowArguments, type Signatures,
  type SummaryList,
} from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, isZero } from '../../platform/money.ts'
import { type SheetCell } from '../../platform/spreadsheet.ts'
import { toThaiDigits } from '../../platform/thai.ts'
import { reportPaths } from '../report.paths.ts'
import { reportText } from '../report.text.ts'
import { freshnessAt, reportHeader, yearControls, type YearChoice } from '../report.view.ts'
import { tablesOf, type Report, type ReportCell, type ReportColumn, type ReportContent, type ReportPart, type ReportRow, type ReportTable } from './report-table.ts'

type Write = (text: string) => string

export interface PartView {
  readonly heading?: string | undefined
  readonly text?: string | undefined
  readonly entry?: { readonly label: string; readonly amount: string; readonly level: string } | undefined
  readonly summaryList?: SummaryList | undefined
  readonly lineTable?: LineTable | undefined
}

export interface ReportPage extends PageModel {
  readonly pageHeader: PageHeader
  readonly filters: Filters
  readonly notice: string
  readonly parts: readonly PartView[]
  readonly pagination: Pagination | undefined
}

export interface Around extends YearChoice {
  readonly path: string
  readonly hasFiles: boolean
  readonly mayPrint: boolean
  readonly now: Instant
}

export function reportPage(report: Report, around: Around): ReportPage {
  const { title, office, fiscalYear } = report
  const { path, hasFiles, mayPrint, now } = around
  const header = reportHeader({ title, lead: reportText.yearOf(office.name, String(fiscalYear)), path, query: queryOf(report), mayPrint, hasFiles })
  return {
    title, breadcrumb: [{ text: reportText.index.title, href: reportPaths.index }, { text: title }], freshness: freshnessAt(now),
    pageHeader: { ...header, actions: [...report.actions ?? [], ...header.actions ?? []] }, notice: noticeOf(report), parts: partsOf(report, plain, true),
    pagination: paginationOf(report, path),
    filters: {
      label: reportText.filters, action: path, clearHref: path, controls: [
        ...yearControls(around, { organisationId: office.organisationId, fiscalYear }), ...report.controls,
      ],
    },
  }
}

function paginationOf(report: Report, path: string): Pagination | undefined {
  const { paging } = report
  if (!paging) return undefined
  const next = paging.after === undefined ? undefined : new URLSearchParams([...queryOf(report), ['after', paging.after]])
  return { countText: paging.countText, nextHref: next && `${path}?${next}` }
}

function queryOf({ office, fiscalYear, asked }: Report): URLSearchParams {
  const named = Object.entries(asked).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value] as const]))
  return new URLSearchParams({ organisation: office.organisationId, year: String(fiscalYear), ...Object.fromEntries(named) })
}

function noticeOf(report: Report): string {
  return [report.asOf, report.notice, ...(tablesOf(report).length > 0 ? [reportText.unit] : [])].filter((text) => text !== undefined).join(' ')
}

export interface ReportPrint extends PageModel {
  readonly printHead: PrintHead
  readonly parts: readonly PartView[]
  readonly signatures: Signatures
}

export function reportPrint(report: Report, { path, now }: Pick<Around, 'path' | 'now'>): ReportPrint {
  const { title, office, fiscalYear, isLandscape = false } = report
  const write = report.isThai === true ? toThaiDigits : plain
  return {
    title, print: { backHref: `${path}?${queryOf(report)}`, isLandscape }, parts: partsOf(report, write, false),
    printHead: {
      organisation: office.name, title: write(report.heading ?? reportText.yearOf(title, String(fiscalYear))), asOf: write(report.asOf ?? freshnessAt(now)),
      unit: tablesOf(report).length > 0 ? reportText.unit : undefined,
    },
    signatures: report.signatures ?? { signers: reportText.signers.map(({ role }) => signer(role, null)) },
  }
}

/** The first table of the report, headings and second lines as columns; sums are left to whoever calculates on. */
export function reportSheet(report: Report, now: Instant): ExportTable {
  const { title, office, fiscalYear } = report
  const [table] = tablesOf(report)
  const year = String(fiscalYear)
  return {
    fileName: `${title.replaceAll('/', '-')}-${year}`, name: title,
    about: [office.name, reportText.yearOf(title, year), report.asOf ?? freshnessAt(now), reportText.unit],
    ...(table ? table.sheet ?? sheetOf(table) : { header: [], rows: [] }),
  }
}

/** Every heading and every second line in a column of its own. */
export function sheetOf({ groups, columns, rows }: Pick<ReportTable, 'groups' | 'columns' | 'rows'>): Pick<ExportTable, 'header' | 'rows'> {
  return {
    header: [...groups, ...columns.flatMap(({ label, over, note }) => [over === undefined ? label : `${over} ${label}`, ...(note === undefined ? [] : [note])])],
    rows: rows.flatMap((row) => ('subtotal' in row ? [] : [[...groups.map((_group, depth) => row.under?.[depth] ?? ''), ...row.cells.flatMap((cell, index) => (
      sheetCells(cell, columns[index]?.note !== undefined)))]])),
  }
}

function sheetCells(cell: ReportCell, hasNote: boolean): SheetCell[] {
  if (typeof cell !== 'object') return [cell, ...(hasNote ? [''] : [])]
  return [cell.value, ...(hasNote ? [cell.note ?? ''] : [])]
}

function partsOf({ parts }: Report, write: Write, isLinked: boolean): PartView[] {
  return parts.map((part) => partOf(part, write, isLinked))
}

function partOf({ heading, text, entry, items, table }: ReportPart, write: Write, isLinked: boolean): PartView {
  return {
    heading: heading && write(heading), text: text && write(text), lineTable: table && tableView(table, write, isLinked),
    entry: entry && { label: write(entry.label), amount: write(reportText.baht(formatMoney(entry.amount))), level: `level-${entry.level}` },
    summaryList: items && { items: items.map((item) => ({ ...item, label: write(item.label), text: write(item.text) })) },
  }
}

export function tableView(table: ReportTable, write: Write = plain, isLinked = true): LineTable {
  const { caption, columns, empty } = table
  const cells = (given: readonly ReportCell[]) => given.map((cell, index) => (
    cellOf(cell, { column: columns[columns.length - given.length + index], write, isLinked })))
  return lineTable({
    caption: write(caption), captionHidden: true, empty, columnGroups: overheads(columns, write),
    columns: columns.map(({ label, kind, isRowHeader, over }) => (
      { label: write(label), kind, isRowHeader, ...(over !== undefined && { cardLabel: write(`${over} ${label}`) }) })),
    rows: rowViews(table.rows, (given) => cells(given), write),
    totals: table.rows.length === 0 ? [] : table.totals.map(({ label, isGrand = true, cells: sums }) => ({ label: write(label), isGrand, cells: cells(sums) })),
  })
}

function rowViews(rows: readonly ReportRow[], cells: (given: readonly ReportCell[]) => CellContent[], write: Write): RowArguments[] {
  let before: readonly string[] = []
  return rows.flatMap((row): RowArguments[] => {
    if ('subtotal' in row) return [{ subtotal: { label: write(row.subtotal), cells: cells(row.cells) } }]
    const headings = headingsOf(row.under ?? [], before)
    before = row.under ?? []
    return [...headings.map(({ text, level }) => ({ group: write(text), level })), cells(row.cells)]
  })
}

const levels = [1, 2, 3, 4] as const

/** From the first that differs from the row before. */
function headingsOf(under: readonly string[], before: readonly string[]) {
  const changed = under.findIndex((heading, depth) => before[depth] !== heading)
  return changed < 0 ? [] : under.slice(changed).map((text, index) => ({ text, level: levels[changed + index] ?? 4 }))
}

function overheads(columns: readonly ReportColumn[], write: Write): LineTableArguments['columnGroups'] {
  if (columns.every(({ over }) => over === undefined)) return undefined
  const spans: { label: string; span: number }[] = []
  for (const { over = '' } of columns) {
    const last = spans.at(-1)
    if (last?.label === write(over)) last.span += 1
    else spans.push({ label: write(over), span: 1 })
  }
  return spans
}

interface CellGiven {
  readonly column: ReportColumn | undefined
  readonly write: Write
  readonly isLinked: boolean
}

function cellOf(cell: ReportCell, { column, write, isLinked }: CellGiven): CellContent {
  const { value, note, href }: ReportContent = typeof cell === 'object' ? cell : { value: cell }
  const isBlank = typeof value !== 'string' && column?.isBlankZero === true && isZero(value)
  const text = typeof value === 'string' ? value : formatMoney(value)
  return { text: isBlank ? '' : write(text), note: note ? write(note) : undefined, href: isLinked ? href : undefined }
}

function plain(text: string): string {
  return text
}
