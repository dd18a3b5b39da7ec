// The three routes of a register that is filled from a spreadsheet: page, reading, and the file to begin with.
import { toCsv } from '../platform/csv.ts'
import { type OfficerWork } from '../platform/database/work.ts'
import { RuleBroken } from '../platform/errors.ts'
import { typed } from '../platform/http/form.ts'
import { download, page, redirect } from '../platform/http/reply.ts'
import { type FormRequest } from '../platform/http/request.ts'
import { get, post, type Permission, type Route } from '../platform/http/route.ts'
import { readSheet, type Sheet, type SheetFault } from '../platform/sheet-reader.ts'
import { pastedSheet } from './sheet-rows.ts'
import { sheetImportPage, type ImportDesk } from './sheet-rows.view.ts'

const view = 'documents/import'
const mostUploaded = 4 * 1024 * 1024
const mostPasted = 1_000_000

export interface ImportRoutes extends ImportDesk {
  readonly right: Permission
  /** All rows or none; says how many there were. */
  bringIn(work: OfficerWork, sheet: Sheet): Promise<string>
}

export function importRoutes({ right, bringIn, ...desk }: ImportRoutes): readonly Route[] {
  const { paths, text, heads, list } = desk
  return [
    get(paths.import, right, async () => page(view, sheetImportPage(desk, ''))),
    post(paths.import, right, {
      ask: (_keys, request) => sheetIn(request),
      handle: async (work, _request, sheet) => {
        if (sheet === undefined) throw new RuleBroken({ file: text.errors.noFile })
        if (typeof sheet === 'string') throw new RuleBroken({ file: text.errors.files[sheet] })
        return redirect(list.href, await bringIn(work, sheet))
      },
      again: async (_read, request, refusal) => page(view, sheetImportPage(desk, pastedIn(request), refusal.errors)),
      uploadBytes: mostUploaded,
    }),
    get(paths.template, right, async () => download(text.fileName, 'text/csv; charset=utf-8', toCsv([Object.values(heads)]))),
  ]
}

const pastedIn = (request: FormRequest) => typed(request, 'pasted').slice(0, mostPasted)

/** Read before the transaction: opening a spreadsheet takes a thread and time. */
async function sheetIn(request: FormRequest): Promise<Sheet | SheetFault | undefined> {
  const file = request.files.find((each) => each.field === 'file')
  if (file !== undefined && file.bytes.length > 0) return readSheet(file.bytes)
  const pasted = pastedIn(request)
  return pasted.trim() === '' ? undefined : pastedSheet(pasted)
}
