import { toCsv } from '../../platform/csv.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { download, page, redirect } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { readSheet, type Sheet, type SheetFault } from '../../platform/sheet-reader.ts'
import { payeePaths as paths } from '../payee.paths.ts'
import { payeeText } from '../payee.text.ts'
import { importPayees } from './payee-import.service.ts'
import { importPage, templateRows } from './payee-import.view.ts'

const right = 'expense.payee:create'
const view = 'expenditure/payee-import/import'
const mostUploaded = 4 * 1024 * 1024

export const payeeImportRoutes: readonly Route[] = [
  get(paths.import, right, async () => page(view, importPage({}))),
  post(paths.import, right, {
    ask: (_keys, request) => sheetIn(request),
    handle: async (work, _request, sheet) => {
      if (sheet === undefined) throw new RuleBroken({ file: payeeText.import.errors.noFile })
      return redirect(paths.list, payeeText.done.imported(String(await importPayees(work, sheet))))
    },
    again: async (_read, _request, refusal) => page(view, importPage(refusal.errors)),
    uploadBytes: mostUploaded,
  }),
  get(paths.template, right, async () => download(payeeText.import.fileName, 'text/csv; charset=utf-8', toCsv(templateRows))),
]

/** Read before the transaction: opening a spreadsheet takes a thread and time. */
async function sheetIn({ files }: FormRequest): Promise<Sheet | SheetFault | undefined> {
  const file = files.find((each) => each.field === 'file')
  return file === undefined || file.bytes.length === 0 ? undefined : readSheet(file.bytes)
}
