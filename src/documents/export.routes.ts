// Every list that is shown can be taken away: as CSV for other programs, as Excel for people. One table, both files.
import { toCsv } from '../platform/csv.ts'
import { formatThaiDateField } from '../platform/dates.ts'
import { type OfficerRead } from '../platform/database/work.ts'
import { download, type Reply } from '../platform/http/reply.ts'
import { type FormRequest } from '../platform/http/request.ts'
import { get, type Permission, type Route } from '../platform/http/route.ts'
import { toXlsx, xlsx, type Sheet, type SheetCell } from '../platform/spreadsheet.ts'
import { exportPaths } from './export.view.ts'

export interface ExportTable extends Sheet {
  /** Without its ending: 'trial-balance-2570-02'. */
  readonly fileName: string
}

type Desk = (read: OfficerRead, request: FormRequest) => Promise<ExportTable>

/** `<list>/csv` and `<list>/xlsx`; what the list was asked for travels in the query. */
export function exportRoutes(list: string, right: Permission, desk: Desk): readonly Route[] {
  const paths = exportPaths(list)
  return [
    get(paths.csv, right, async (read, request) => csvOf(await desk(read, request))),
    get(paths.xlsx, right, async (read, request) => xlsxOf(await desk(read, request))),
  ]
}

function csvOf({ fileName, header, rows }: ExportTable): Reply {
  return download(`${fileName}.csv`, 'text/csv; charset=utf-8', toCsv([header, ...rows.map((row) => row.map(plain))]))
}

async function xlsxOf({ fileName, ...sheet }: ExportTable): Promise<Reply> {
  return download(`${fileName}.${xlsx.ending}`, xlsx.type, await toXlsx(sheet))
}

function plain(cell: SheetCell) {
  return typeof cell === 'object' ? formatThaiDateField(cell.day) : cell
}
