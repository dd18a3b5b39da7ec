// Every list that is shown can be taken away: as CSV for other programs, however long, as Excel for people. One table, both files.
import { moreCsv, toCsv } from '../platform/csv.ts'
import { formatThaiDateField } from '../platform/dates.ts'
import { type OfficerRead } from '../platform/database/work.ts'
import { download, printPage, stream, type Reply, type StreamPart } from '../platform/http/reply.ts'
import { type FormRequest } from '../platform/http/request.ts'
import { asOfficer, get, type Permission, type Route } from '../platform/http/route.ts'
import { toXlsx, xlsx, type Sheet, type SheetCell, type SheetRow } from '../platform/spreadsheet.ts'
import { daysIn } from './register.schema.ts'
import { daysLine } from './register.view.ts'
import { exportPaths, mostExported, mostPrinted, mustFit, tablePaper } from './export.view.ts'

/** Rows of a list, and what reads those after them: a long list is handed over by its key, part by part. */
export interface ExportPart {
  readonly rows: readonly SheetRow[]
  readonly next?: ((read: OfficerRead) => Promise<ExportPart>) | undefined
}

export interface ExportTable extends Sheet, ExportPart {
  /** Without its ending: 'trial-balance-2570-02'. */
  readonly fileName: string
  /** Under all rows: the sums of the list. */
  readonly closing?: SheetRow | undefined
}

type Desk = (read: OfficerRead, request: FormRequest) => Promise<ExportTable>

/** Rows of a part: little enough for memory, enough to be quick. */
export const rowsPerPart = 1000

/** `<list>/csv` and `<list>/xlsx`; what the list was asked for travels in the query. */
export function exportRoutes(list: string, right: Permission, desk: Desk): readonly Route[] {
  const paths = exportPaths(list)
  return [csvRoute(paths.csv, right, desk), get(paths.xlsx, right, async (read, request) => xlsxOf(read, await desk(read, request)))]
}

/** The same with `<list>/print`: the table on paper, for a list without a paper of its own. */
export function tableRoutes(list: string, right: Permission, desk: Desk): readonly Route[] {
  return [...exportRoutes(list, right, desk), get(exportPaths(list).print, right, async (read, request) => {
    const table = await desk(read, request)
    const asked = new URLSearchParams(Object.entries(request.query).filter((entry): entry is [string, string] => entry[1] !== undefined))
    const printed = { backHref: `${list}?${asked}`, days: daysLine(daysIn(request.query).typed, read.today) }
    return printPage('documents/register', tablePaper({ ...table, rows: await wholeOf(read, table, mostPrinted) }, printed))
  })]
}

export function csvRoute(path: string, right: Permission, desk: Desk): Route {
  return get(path, right, async (read, request) => csvOf(await desk(read, request)))
}

/** Only what does not end with its first part is sent piece by piece. */
function csvOf({ fileName, header, rows, closing, next }: ExportTable): Reply {
  const [name, type, text] = [`${fileName}.csv`, 'text/csv; charset=utf-8', toCsv([header, ...rowsOf({ rows, next }, closing)])]
  return next ? stream(name, type, { text, next: following(next, closing) }) : download(name, type, text)
}

function following(part: NonNullable<ExportPart['next']>, closing: ExportTable['closing']): NonNullable<StreamPart['next']> {
  return async (read) => {
    const { rows, next } = await part(asOfficer(read))
    return { text: moreCsv(rowsOf({ rows, next }, closing)), next: next && following(next, closing) }
  }
}

/** The sums stand behind the last part. */
function rowsOf({ rows, next }: ExportPart, closing: ExportTable['closing']) {
  return [...rows, ...next || !closing ? [] : [closing]].map(plainRow)
}

/** What is made whole in memory must fit; nobody reads it to its end to find out that it does not. */
async function wholeOf(read: OfficerRead, table: ExportPart, most: number): Promise<SheetRow[]> {
  const rows = [...table.rows]
  for (let { next } = table; next && rows.length <= most;) {
    const part = await next(read)
    rows.push(...part.rows)
    next = part.next
  }
  mustFit(rows.length, most)
  return rows
}

async function xlsxOf(read: OfficerRead, { fileName, closing, next, ...sheet }: ExportTable): Promise<Reply> {
  const rows = await wholeOf(read, { rows: sheet.rows, next }, mostExported)
  return download(`${fileName}.${xlsx.ending}`, xlsx.type, await toXlsx({ ...sheet, rows: closing ? [...rows, closing] : rows }))
}

function plainRow(row: SheetRow) {
  return row.map(plain)
}

function plain(cell: SheetCell) {
  return typeof cell === 'object' ? formatThaiDateField(cell.day) : cell
}
