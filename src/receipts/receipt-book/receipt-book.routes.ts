import { randomUUID } from 'node:crypto'
import {
  confirmed, exportPaths, exportRoutes, findOffices, findTrail, getOffice, mostExported, mostPrinted, mustFit, stepRoutes, trailRows, withForm, withReason,
} from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf, formatThaiDateField } from '../../platform/dates.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typedAll } from '../../platform/http/form.ts'
import { page, printPage as paper, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { deskViews as views } from '../desk-page/desk-page.view.ts'
import { findMissingSheets } from '../missing-sheets/missing-sheets.repository.ts'
import { receiptBookText as text } from '../receipt-book.text.ts'
import { bookPaths as paths } from '../receipts.paths.ts'
import { mustWriteReceipts } from '../report-page/report-page.routes.ts'
import { officesBelow } from '../receipts.view.ts'
import { countBooks, countLeftOver, findBooks, findKeepers, getBook } from './receipt-book.repository.ts'
import { askedBooks, closeSchema, issueSchema, newBooksSchema, returnSchema } from './receipt-book.schema.ts'
import { closeBook, issueBook, receiveBooks, removeBook, returnBook } from './receipt-book.service.ts'
import { bookLifecycle, type Book } from './receipt-book.ts'
import { exportTable, formPage, issuePage, listPage, printPage, returnPage, showPage } from './receipt-book.view.ts'

const kind = 'receipt-book'
const rights = { view: 'revenue.report:view', create: 'revenue.receipt:create', print: 'revenue.report:print' } as const

export const bookRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const filter = askedIn(read, request)
    await getOffice(read, filter.organisationId)
    return page(views.list, listPage(filter, {
      ...await findBooks(read, filter), totals: await countBooks(read, filter), offices: await findOffices(read, officesBelow), officer: read.actor,
      leftOver: await countLeftOver(read, fiscalYearOf(read.today)),
    }))
  }, under: 'revenue.report' }),

  ...exportRoutes(paths.list, rights.print, async (read, request) => {
    const { filter, books, office } = await allIn(read, request, mostExported)
    return exportTable(books, filter, office.name)
  }),
  get(exportPaths(paths.list).print, rights.print, async (read, request) => {
    const { filter, books, office } = await allIn(read, request, mostPrinted)
    return paper(views.print, printPage(books, { filter, totals: await countBooks(read, filter), organisation: office.name, today: read.today }))
  }),

  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => (
    redirect(paths.show(await receiveBooks(work, readForm(newBooksSchema, request))), text.saved)
  ), again: (read, request, refusal) => showForm(read, request, refusal.errors) }),

  get(paths.showRoute, rights.view, (read, request) => showBook(read, request)),

  ...stepRoutes({ lifecycle: bookLifecycle, paths, show: showBook, steps: {
    issue: confirmed(withForm(issueSchema, issueBook, text.done.issue), askIssue),
    return: confirmed(withForm(returnSchema, returnBook, text.done.return), askReturn),
    close: withForm(closeSchema, closeBook, text.done.close),
    remove: withReason(removeBook, text.done.remove),
  } }),
]

function askedIn(read: OfficerRead, { query }: FormRequest) {
  mustWriteReceipts(read)
  return askedBooks(query, { own: read.actor.organisationId, current: fiscalYearOf(read.today) })
}

async function allIn(read: OfficerRead, request: FormRequest, most: number) {
  const filter = { ...askedIn(read, request), after: undefined }
  const office = await getOffice(read, filter.organisationId)
  const { items: books, hasMore } = await findBooks(read, filter, most)
  mustFit(hasMore ? most + 1 : books.length, most)
  return { filter, office, books }
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const values = typedAll(request)
  const fresh = { fiscalYear: String(fiscalYearOf(read.today)), receivedOn: formatThaiDateField(read.today), first: '1' }
  return page(views.form, formPage({ ...fresh, ...values, formKey: values.formKey || randomUUID() }, errors))
}

async function showBook(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  mustWriteReceipts(read)
  if (organisationId !== read.actor.organisationId) await getOffice(read, organisationId)
  const book = await getBook(read, organisationId, idIn(request.params.id))
  const trail = trailRows(await findTrail(read, organisationId, { kind, id: book.id }), text.trail)
  return page(views.show, showPage({ book, trail, officer: read.actor, missing: await missingOf(read, book) }, errors))
}

async function missingOf(read: OfficerRead, book: Book): Promise<string> {
  const missing = await findMissingSheets(read, book.holder?.unitId ?? book.organisationId, book.fiscalYear)
  return missing.filter((run) => run.book === book.book).map(({ from, until }) => (from === until ? String(from) : `${from}–${until}`)).join(', ')
}

async function askIssue(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}) {
  const book = await getStepping(read, request, 'issue')
  const offices = await findOffices(read, officesBelow)
  const units = offices.filter((office) => office.organisationId !== read.actor.organisationId).map((office) => ({ id: office.organisationId, name: office.name }))
  return issuePage(book, { values: typedAll(request), holders: { keepers: await findKeepers(read), units }, today: read.today }, errors)
}

async function askReturn(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}) {
  return returnPage(await getStepping(read, request, 'return'), { values: typedAll(request), today: read.today }, errors)
}

async function getStepping(read: OfficerRead, request: FormRequest, action: 'issue' | 'return'): Promise<Book> {
  const book = await getBook(read, read.actor.organisationId, idIn(request.params.id))
  if (!bookLifecycle.allows(read.actor, book).includes(action)) throw new NotFound('a book to be moved')
  return book
}
