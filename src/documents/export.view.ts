// Where a list is saved or printed from, and the links that lead there.
import { formatThaiDateShort } from '../platform/dates.ts'
import { lineTable, type Column, type LineTable, type PageHeader, type PrintHead } from '../platform/http/components.ts'
import { type PageModel } from '../platform/http/reply.ts'
import { RuleBroken } from '../platform/errors.ts'
import { formatMoney } from '../platform/money.ts'
import { type Sheet, type SheetCell, type SheetRow } from '../platform/spreadsheet.ts'
import { documentsText } from './documents.text.ts'

const text = documentsText.export

export function exportPaths(list: string) {
  return { csv: `${list}/csv`, xlsx: `${list}/xlsx`, print: `${list}/print` } as const
}

type Actions = NonNullable<PageHeader['actions']>

const link = (label: string, path: string, query: URLSearchParams) => ({ text: label, href: `${path}?${query.toString()}`, kind: 'secondary' as const })

/** Excel and CSV of what is shown, for whoever may print: a list without a paper of its own. */
export function saveActions(list: string, query: URLSearchParams, mayPrint: boolean): Actions {
  const paths = exportPaths(list)
  return mayPrint ? [link(text.xlsx, paths.xlsx, query), link(text.csv, paths.csv, query)] : []
}

/** The same, and the paper. */
export function exportActions(list: string, query: URLSearchParams, mayPrint: boolean): Actions {
  return mayPrint ? [link(text.print, exportPaths(list).print, query), ...saveActions(list, query, mayPrint)] : []
}

export interface TablePaper extends PageModel {
  readonly printHead: PrintHead
  readonly lineTable: LineTable
}

export interface Printed {
  readonly backHref: string
  /** What it tells of, where the list itself does not say: the days that were asked for. */
  readonly days: string
}

/** A list on paper as its file has it: the first line above it is the office, its last row the sums. */
export function tablePaper({ name, about, header, rows, closing }: Sheet & { readonly closing?: SheetRow | undefined }, { backHref, days }: Printed): TablePaper {
  const [organisation = '', ...more] = about
  const own = more.filter((line) => line !== name).join(' ')
  const title = documentsText.register.name(name)
  const columns = header.map((label, place): Column => ({ label, kind: kindOf(rows.map((row) => row[place]), place === 0), isRowHeader: place === 0 }))
  return {
    title, print: { backHref, isLandscape: header.length >= landscapeFrom },
    printHead: { organisation, title, asOf: own || days, unit: columns.some(({ kind }) => kind === 'money') ? documentsText.report.unit : '' },
    lineTable: lineTable({
      caption: title, captionHidden: true, empty: text.empty, columns, rows: rows.map((row) => row.map(written)),
      totals: closing === undefined || rows.length === 0 ? [] : [totalOfPaper(closing)],
    }),
  }
}

const landscapeFrom = 7

function kindOf(cells: readonly (SheetCell | undefined)[], isName: boolean): Column['kind'] {
  const filled = cells.filter((cell) => cell !== undefined && cell !== '')
  const [first] = filled
  if (typeof first === 'bigint') return 'money'
  if (typeof first === 'object') return 'date'
  return !isName && filled.length > 0 && filled.every((cell) => typeof cell === 'string' && counted.test(cell)) ? 'number' : 'text'
}

/** Counts and rates; what begins with a naught or is as long as a key is a name. */
const counted = /^(0|[1-9]\d{0,2}(,?\d{3})?)(\.\d+)?$/

/** Its label spans the empty cells behind it. */
function totalOfPaper([label = '', ...cells]: SheetRow) {
  const first = cells.findIndex((cell) => cell !== '')
  return { label: written(label), isGrand: true, cells: cells.slice(Math.max(first, 0)).map(written) }
}

function written(cell: SheetCell): string {
  if (typeof cell === 'bigint') return formatMoney(cell)
  return typeof cell === 'object' ? formatThaiDateShort(cell.day) : cell
}

/** More than this is no list to read or to calculate with: the reader narrows it. */
export const mostExported = 20_000
export const mostPrinted = 2_000

export function mustFit(rows: number, most: number): void {
  if (rows > most) throw new RuleBroken(text.tooMany(most.toLocaleString('en')))
}
