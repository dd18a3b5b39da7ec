import { toCsv } from '../../platform/csv.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { download, page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { readSheet, type Sheet, type SheetFault } from '../../platform/sheet-reader.ts'
import { taxpayerPaths as paths } from '../receipts.paths.ts'
import { taxpayerText } from '../taxpayer.text.ts'
import { importTaxpayers } from './taxpayer-import.service.ts'
import { importPage, templateRows } from './taxpayer-import.view.ts'

const { import: text, errors } = taxpayerText
const right = 'revenue.debtor:create'
const mostUploaded = 4 * 1024 * 1024

export const taxpayerImportRoutes: readonly Route[] = [
  get(paths.import, right, { handle: async () => page('receipts/taxpayer/import', importPage()), under: 'revenue.debtor' }),
  post(paths.import, right, {
    ask: (_keys, request) => sheetIn(request),
    handle: async (work, _request, sheet): Promise<Reply> => {
      if (sheet === undefined) throw new RuleBroken({ file: errors.noFile })
      return redirect(paths.list, text.done(String(await importTaxpayers(work, sheet))))
    },
    again: async (_read, _request, refusal) => page('receipts/taxpayer/import', importPage(refusal.errors)),
    uploadBytes: mostUploaded,
  }),
  get(paths.template, right, async () => download(text.templateName, 'text/csv; charset=utf-8', toCsv(templateRows()))),
]

/** Read before the transaction: opening a spreadsheet takes a thread and time. */
async function sheetIn({ files }: FormRequest): Promise<Sheet | SheetFault | undefined> {
  const file = files.find((each) => each.field === 'file')
  return file === undefined || file.bytes.length === 0 ? undefined : readSheet(file.bytes)
}
