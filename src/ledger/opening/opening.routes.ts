// Openings are journals with a file to be read in and a last word; list, form and steps are those of the book.
import { getOffice } from '../../documents/index.ts'
import { toCsv } from '../../platform/csv.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf, fiscalYearPeriod, formatThaiDateField, readThaiDate } from '../../platform/dates.ts'
import { NotFound, RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { refusals } from '../../platform/http/components.ts'
import { typed } from '../../platform/http/form.ts'
import { download, page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { readSheet, type Sheet, type SheetFault } from '../../platform/sheet-reader.ts'
import { getJournal, isConfirmed } from '../journal/journal.repository.ts'
import { journalRoutes } from '../journal/journal.routes.ts'
import { journalBooks, type Journal } from '../journal/journal.ts'
import { journalText } from '../journal.text.ts'
import { bookAddresses, openingPaths } from '../ledger.paths.ts'
import { findDifferingStock } from '../stock/stock.service.ts'
import { findTemplateRows } from './opening.repository.ts'
import { checkFile, confirmOpening, importOpening, type OpeningFile } from './opening.service.ts'
import { confirmPage, faultRows, importPage, templateRows } from './opening.view.ts'

const { opening: text, errors } = journalText
const book = journalBooks.opening
const paths = bookAddresses.opening
const rights = { view: 'account.opening:view', create: 'account.opening:create', approve: 'account.opening:approve' } as const
const csvType = 'text/csv; charset=utf-8'
const mostUploaded = 4 * 1024 * 1024

export const openingRoutes: readonly Route[] = [
  get(openingPaths.import, rights.create, async (read, request) => page('ledger/opening/import', importPage(typed(request, 'documentDate') || firstDay(read)))),

  post(openingPaths.import, rights.create, {
    ask: (_keys, request) => sheetIn(request),
    handle: async (work, request, sheet): Promise<Reply> => {
      const file = fileIn(request, sheet)
      if (typed(request, 'action') === 'check') return checkedFile(work, file)
      const { id, isSame } = await importOpening(work, file)
      return redirect(paths.show(id), isSame ? text.same : text.imported)
    },
    again: async (_read, request, refusal) => page('ledger/opening/import', importPage(typed(request, 'documentDate'), refusal.errors)),
    uploadBytes: mostUploaded,
  }),

  get(openingPaths.template, rights.view, async (read) => {
    const year = fiscalYearOf(read.today)
    const { chartKind } = await getOffice(read, read.actor.organisationId)
    return download(text.templateName(String(year)), csvType, toCsv(templateRows(await findTemplateRows(read, { chartKind, year }))))
  }),

  ...journalRoutes(book, async (read, journal) => (journal ? ofDocument(read, journal) : ofList(read))),

  get(openingPaths.confirmRoute, rights.approve, (read, request) => askConfirm(read, request)),
  post(openingPaths.confirmRoute, rights.approve, { handle: async (work, request) => {
    const id = idIn(request.params.id)
    await confirmOpening(work, id)
    return redirect(paths.show(id), text.confirmed)
  }, again: (read, request, refusal) => askConfirm(read, request, refusal.errors) }),
]

function firstDay({ today }: OfficerRead): string {
  return formatThaiDateField(fiscalYearPeriod(fiscalYearOf(today)).from)
}

/** Read before the transaction: opening a spreadsheet takes a thread and time. */
async function sheetIn({ files }: FormRequest): Promise<Sheet | SheetFault | undefined> {
  const file = files.find((each) => each.field === 'file')
  return file === undefined || file.bytes.length === 0 ? undefined : readSheet(file.bytes)
}

function fileIn(request: FormRequest, sheet: Sheet | SheetFault | undefined): OpeningFile {
  const documentDate = readThaiDate(typed(request, 'documentDate'))
  const file = request.files.find((each) => each.field === 'file')
  if (documentDate !== undefined && sheet !== undefined && file) return { documentDate, bytes: file.bytes, sheet }
  throw new RuleBroken({ ...(documentDate === undefined && { documentDate: errors.date }), ...(sheet === undefined && { file: errors.noFile }) })
}

/** The file back with its faults; nothing is saved. */
async function checkedFile(read: OfficerRead, file: OpeningFile): Promise<Reply> {
  const { faults } = await checkFile(read, file)
  if (typeof file.sheet === 'string') throw new RuleBroken(faults)
  return download(text.faultsName, csvType, toCsv(faultRows(file.sheet, faults)))
}

async function askConfirm(read: OfficerRead, request: FormRequest, refused: FieldErrors = {}): Promise<Reply> {
  const journal = await getJournal(read, { organisationId: read.actor.organisationId, id: idIn(request.params.id), book })
  if (journal.state !== 'posted') throw new NotFound('posted opening')
  const model = confirmPage(journal, await findDifferingStock(read))
  return page('documents/confirm', { ...model, pageHeader: { title: model.title }, ...refusals(refused) })
}

async function ofDocument(read: OfficerRead, journal: Journal): Promise<{ text: string; href: string }[]> {
  const mayConfirm = journal.state === 'posted' && read.actor.permissions.has(rights.approve) && !await isConfirmed(read, journal)
  return mayConfirm ? [{ text: text.confirm, href: openingPaths.confirm(journal.id) }] : []
}

async function ofList(read: OfficerRead): Promise<{ text: string; href: string }[]> {
  const template = { text: text.template, href: openingPaths.template }
  return read.actor.permissions.has(rights.create) ? [{ text: text.import, href: openingPaths.import }, template] : [template]
}
