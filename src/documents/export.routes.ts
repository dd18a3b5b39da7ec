// Every list that is shown can be taken away: as CSV for other programs, however long, as Excel for people. One table, both files.
import { moreCsv, toCsv } from '../platform/csv.ts'
import { formatThaiDateField } from '../platform/dates.ts'
import { type OfficerRead } from '../platform/database/work.ts'
import { download, stream, type Reply, type StreamPart } from '../platform/http/reply.ts'
import { type FormRequest } from '../platform/http/request.ts'
import { asOfficer, get, type Permission, type Route } from '../platform/http/route.ts'
import { toXlsx, xlsx, type Sheet, type SheetCell, type SheetRow } from '../platform/spreadsheet.ts'
import { exportPaths, mostExported, mustFit } from './export.view.ts'

/** Rows of a list, and what reads those after them: a long list is handed over by its key, part by part. */
export interface ExportPart {
  readonly rows: readonly SheetRow[]
  readonly next?: ((read: OfficerRead) => Promise<ExportPart>) | undefined
}

export interface ExportTable extends Sheet, ExportPart {
  /** Without its ending: 'trial-balance-2570-02'. */
  readonly fileName: string
}

type Desk = (read: OfficerRead, request: FormRequest) => Promise<ExportTable>

/** Rows of a part: little enough for memory, enough to be quick. */
export const rowsPerPart = 1000

/** `<list>/csv` and `<list>/xlsx`; what the list was asked for travels in the query. */
export function exportRoutes(list: string, right: Permission, desk: Desk): readonly Route[] {
  const paths = exportPaths(list)
  return [csvRoute(paths.csv, right, desk), get(paths.xlsx, right, async (read, request) => xlsxOf(read, await desk(read, request)))]
}

export function csvRoute(path: string, right: Permission, desk: Desk): Route {
  return get(path, right, async (read, request) => csvOf(await desk(read, request)))
}

/** Only what does not end with its first part is sent piece by piece. */
function csvOf({ fileName, header, rows, next }: ExportTable): Reply {
  const [name, type, text] = [`${fileName}.csv`, 'text/csv; charset=utf-8', toCsv([header, ...rows.map(plainRow)])]
  return next ? stream(name, type, { text, next: following(next) }) : download(name, type, text)
}

function following(part: NonNullable<ExportPart['next']>): NonNullable<StreamPart['next']> {
  return async (read) => {
    const { rows, next } = await part(asOfficer(read))
    return { text: moreCsv(rows.map(plainRow)), next: next && following(next) }
  }
}

/** A workbook is made whole in memory, so it must fit. */
async function xlsxOf(read: OfficerRead, { fileName, next: more, ...sheet }: ExportTable): Promise<Reply> {
  const rows = [...sheet.rows]
  for (let next = more; next && rows.length <= mostExported;) {
    const part = await next(read)
    rows.push(...part.rows)
    next = part.next
  }
  mustFit(rows.length, mostExported)
  return download(`${fileName}.${xlsx.ending}`, xlsx.type, await toXlsx({ ...sheet, rows }))
}

function plainRow(row: SheetRow) {
  return row.map(plain)
}

function plain(cell: SheetCell) {
  return typeof cell === 'object' ? formatThaiDateField(cell.day) : cell
}
