import { versionSchema } from '../../documents/index.ts'
import { toCsv } from '../../platform/csv.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { download, page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Permission, type Route } from '../../platform/http/route.ts'
import { readSheet, type Sheet, type SheetFault } from '../../platform/sheet-reader.ts'
import { findLineRules, getDraft, getTyped } from '../ordinance-form/ordinance-form.service.ts'
import { ordinanceFormText } from '../ordinance-form.text.ts'
import { type OrdinanceDesk } from '../ordinance/ordinance.ts'
import { importLines } from './ordinance-import.service.ts'
import { importPage, templateRows } from './ordinance-import.view.ts'

const { import: text, errors } = ordinanceFormText
const mostUploaded = 4 * 1024 * 1024

/** The pages of one desk of ordinances, under its addresses and rights. */
export function importRoutes({ paths, leaves }: OrdinanceDesk): readonly Route[] {
  const right: Permission = `${leaves.expenditures}:edit`
  return [
    get(paths.importRoute, right, (read, request) => showForm(read, request)),
    post(paths.importRoute, right, {
      ask: (_keys, request) => sheetIn(request),
      handle: async (work, request, sheet): Promise<Reply> => {
        const id = idIn(request.params.id)
        const { version } = readForm(versionSchema, request)
        if (sheet === undefined) throw new RuleBroken({ file: errors.noFile })
        return redirect(paths.expenditures(id), text.done(String(await importLines(work, id, { version, sheet }))))
      },
      again: (read, request, refusal) => showForm(read, request, refusal.errors),
      uploadBytes: mostUploaded,
    }),

    get(paths.linesCsvRoute, `${leaves.expenditures}:view`, async (read, request) => {
      const document = await getTyped(read, idIn(request.params.id))
      const rows = templateRows(document, await findLineRules(read, document))
      return download(text.fileName(String(document.fiscalYear)), 'text/csv; charset=utf-8', toCsv(rows))
    }),
  ]
}

/** Read before the transaction: opening a spreadsheet takes a thread and time. */
async function sheetIn({ files }: FormRequest): Promise<Sheet | SheetFault | undefined> {
  const file = files.find((each) => each.field === 'file')
  return file === undefined || file.bytes.length === 0 ? undefined : readSheet(file.bytes)
}

async function showForm(read: OfficerRead, request: FormRequest, refused: FieldErrors = {}): Promise<Reply> {
  const document = await getDraft(read, idIn(request.params.id), 'line')
  return page('budget/ordinance-form/import', importPage(document, typed(request, 'version') || String(document.version), refused))
}
