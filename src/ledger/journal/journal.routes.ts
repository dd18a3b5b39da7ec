// One set of routes for each book: general journal, adjustments, openings.
import { randomUUID } from 'node:crypto'
import {
  attachRoutes, confirmed, exportRoutes, findAttachments, findOffices, findTrail, getOffice, printMark, recordPrint, rowsPerPart, stepRoutes, trailRows, withForm, withReason, withVersion,
  type ExportPart,
} from '../../documents/index.ts'
import { toCsv } from '../../platform/csv.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, fiscalYearPeriod, formatThaiDateField, readThaiDate } from '../../platform/dates.ts'
import { Conflict, NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { download, page, printPage as paper, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Permission, type Route } from '../../platform/http/route.ts'
import { findUnits } from '../journal-lines/journal-lines.repository.ts'
import { findKnown } from '../journal-lines/journal-lines.service.ts'
import { isBlank, judgeLines, readPasted } from '../journal-lines/journal-lines.ts'
import { blankInput, formPage, inputOf } from '../journal-form/journal-form.view.ts'
import { journalText } from '../journal.text.ts'
import { bookAddresses } from '../ledger.paths.ts'
import { signsAlone } from '../period/period.repository.ts'
import { findJournals, findSummedDay, getJournal, totalJournals } from './journal.repository.ts'
import { askedJournals, asksForPage, editJournalSchema, mostLines, newJournalSchema, reverseSchema, typedInput, type JournalInput } from './journal.schema.ts'
import {
  approveJournal, attachToJournal, cancelJournal, createJournal, detachFromJournal, editJournal, returnJournal, reverseJournal, submitJournal, withdrawJournal,
} from './journal.service.ts'
import { mayDo, mendsDays, type Journal, type JournalBook, type JournalFilter } from './journal.ts'
import { exportRows, exportTable, lineCsvRows, listPage, printPage, reversePage, showPage } from './journal.view.ts'

const text = journalText
const views = { list: 'documents/linked-list', form: 'ledger/journal/form', show: 'ledger/journal/show', print: 'ledger/journal/print' } as const
const csvType = 'text/csv; charset=utf-8'

type Links = (read: OfficerRead, journal?: Journal) => Promise<{ text: string; href: string }[]>

/** `links`: what the book itself adds to its list and to one document. */
export function journalRoutes(book: JournalBook, links: Links = async () => []): Route[] {
  return [...listRoutes(book, links), ...formRoutes(book), ...documentRoutes(book, links)]
}

function rightsOf({ leaf }: JournalBook) {
  const right = <A extends 'view' | 'create' | 'edit' | 'print'>(action: A): Permission => `${leaf}:${action}`
  return { view: right('view'), create: right('create'), edit: right('edit'), print: right('print') }
}

function listRoutes(book: JournalBook, links: Links): Route[] {
  const [paths, rights] = [bookAddresses[book.kind], rightsOf(book)]
  return [
    get(paths.list, rights.view, { handle: async (read, request) => {
      const own = read.actor.organisationId
      const asked = askedJournals(request.query, own, book)
      await getOffice(read, asked.filter.organisationId)
      const found = { ...await findJournals(read, asked.filter), listTotals: await totalJournals(read, asked.filter), offices: await findOffices(read), own, links: await links(read) }
      return page(views.list, listPage(book, asked, { ...found, mayCreate: read.actor.permissions.has(rights.create), mayPrint: read.actor.permissions.has(rights.print) }))
    }, menu: book.leaf }),

    ...exportRoutes(paths.list, rights.print, async (read, request) => {
      const { filter } = askedJournals(request.query, read.actor.organisationId, book)
      const office = await getOffice(read, filter.organisationId)
      return exportTable(book, { office: office.name, today: read.today, totals: await totalJournals(read, filter), first: await partOf(read, { ...filter, after: undefined }) })
    }),
  ]
}

async function partOf(read: OfficerRead, filter: JournalFilter): Promise<ExportPart> {
  const { items, hasMore } = await findJournals(read, filter, rowsPerPart)
  return { rows: exportRows(items), next: hasMore ? (later) => partOf(later, { ...filter, after: items.at(-1)?.id }) : undefined }
}

function formRoutes(book: JournalBook): Route[] {
  const [paths, rights] = [bookAddresses[book.kind], rightsOf(book)]
  return [
    get(paths.new, rights.create, (read, request) => showForm(read, { book, request })),
    post(paths.new, rights.create, { handle: async (work, request) => {
      if (asksForPage(request)) return showForm(work, { book, request })
      const form = readForm(newJournalSchema, request)
      const id = await createJournal(work, book, form)
      return redirect(paths.show(id), form.isSubmitted ? text.done.submit : text.done.saved)
    }, again: (read, request, { errors }) => showForm(read, { book, request, errors }) }),

    get(paths.editRoute, rights.edit, (read, request) => showForm(read, { book, request })),
    post(paths.editRoute, rights.edit, { handle: async (work, request) => {
      if (asksForPage(request)) return showForm(work, { book, request })
      const [id, form] = [idIn(request.params.id), readForm(editJournalSchema, request)]
      await editJournal(work, { book, id }, form)
      return redirect(paths.show(id), form.isSubmitted ? text.done.submit : text.done.saved)
    }, again: (read, request, { errors }) => showForm(read, { book, request, errors }) }),
  ]
}

function documentRoutes(book: JournalBook, links: Links): Route[] {
  const [paths, rights] = [bookAddresses[book.kind], rightsOf(book)]
  const show = (read: OfficerRead, request: FormRequest, errors: FieldErrors = {}) => showJournal(read, request, { book, links, errors })
  const on = <F>(act: (work: OfficerWork, place: { book: JournalBook; id: string }, form: F) => Promise<void>) => (
    (work: OfficerWork, id: string, form: F) => act(work, { book, id }, form))
  return [
    get(paths.showRoute, rights.view, (read, request) => show(read, request)),

    ...stepRoutes({ lifecycle: book.lifecycle, paths, show, steps: {
      submit: withVersion(on(submitJournal), text.done.submit), withdraw: withVersion(on(withdrawJournal), text.done.withdraw),
      cancel: withVersion(on(cancelJournal), text.done.cancel), approve: withVersion(on(approveJournal), text.done.approve),
      return: withReason(on(returnJournal), text.done.return),
      reverse: confirmed(withForm(reverseSchema, on(reverseJournal), text.done.reverse), (read, request, errors) => askReverse(read, request, { book, errors })),
    } }),

    ...attachRoutes({ right: rights.edit, paths, show, attach: on(attachToJournal), detach: on(detachFromJournal) }),

    get(paths.linesRoute, rights.print, async (read, request) => {
      const journal = await ofAddress(read, request, book)
      return download(`${text.fileName(`${book.kind}-${journal.id}`, read.today)}.csv`, csvType, toCsv(lineCsvRows(journal.lines)))
    }),

    post(paths.printRoute, rights.print, async (work, request) => {
      const journal = await getJournal(work, { organisationId: work.actor.organisationId, id: idIn(request.params.id), book })
      return paper(views.print, printPage(journal, book, await markOf(work, journal, book)))
    }),
  ]
}

/** The voucher has one original, wherever it is printed; a paper from before is a draft. */
async function markOf(work: OfficerWork, { id, voucherId }: Journal, { kind }: JournalBook): Promise<string> {
  const before = await recordPrint(work, voucherId === null ? { kind, id } : { kind: 'voucher', id: voucherId })
  return voucherId === null ? text.print.draft : printMark(before)
}

function ofAddress(read: OfficerRead, request: FormRequest, book: JournalBook): Promise<Journal> {
  return getJournal(read, { organisationId: organisationIn(request.query, read.actor.organisationId), id: idIn(request.params.id), book })
}

async function showJournal(read: OfficerRead, request: FormRequest, { book, links, errors }: { book: JournalBook; links: Links; errors: FieldErrors }): Promise<Reply> {
  const journal = await ofAddress(read, request, book)
  const key = { kind: book.kind, id: journal.id }
  const isAlone = await signsAlone(read, journal)
  return page(views.show, showPage({
    journal, book, officer: read.actor, isAlone, links: await links(read, journal),
    attachments: await findAttachments(read, journal.organisationId, key), trail: trailRows(await findTrail(read, journal.organisationId, key), text.trail),
  }, errors))
}

async function askReverse(read: OfficerRead, request: FormRequest, { book, errors }: { book: JournalBook; errors: FieldErrors }) {
  const journal = await getJournal(read, { organisationId: read.actor.organisationId, id: idIn(request.params.id), book })
  if (journal.state !== 'posted') throw new NotFound('posted journal')
  const given = { reason: typed(request, 'reason'), documentDate: typed(request, 'documentDate') }
  return reversePage({ journal, book }, { today: read.today, typed: given, errors })
}

interface AskedForm {
  readonly book: JournalBook
  readonly request: FormRequest
  readonly errors?: FieldErrors
}

/** Faults of the lines are told with those of the head, even when the head alone was refused. */
async function showForm(read: OfficerRead, { book, request, errors = {} }: AskedForm): Promise<Reply> {
  const journal = request.params.id === undefined ? undefined : await getDraft(read, request, book)
  const { input, pasted, fault } = filled(request, startOf(read, book, journal))
  const year = fiscalYearOf(readThaiDate(input.documentDate) ?? read.today)
  const known = await findKnown(read, { rows: input.rows, fiscalYear: year, isOpening: input.type === 'OB' })
  const isChecked = Object.keys(errors).length > 0 || pasted !== undefined
  const all = { ...fault, ...errors, ...(isChecked && judgeLines(input.rows, known).faults) }
  const isSummed = journal !== undefined && mendsDays(journal) && await findSummedDay(read, journal) !== undefined
  const maySubmit = read.actor.permissions.has(`${book.leaf}:create`)
  const more = typed(request, 'moreLines') === '' ? undefined : 5
  return page(views.form, formPage(input, { book, journal, known, units: await findUnits(read), more, maySubmit, isSummed, pasted }, all))
}

function startOf(read: OfficerRead, book: JournalBook, journal: Journal | undefined): JournalInput {
  if (journal) return inputOf(journal)
  const day = book.kind === 'opening' ? fiscalYearPeriod(fiscalYearOf(read.today)).from : read.today
  return blankInput(book, { formKey: randomUUID(), day: formatThaiDateField(day) })
}

interface Filled {
  readonly input: JournalInput
  readonly pasted: number | undefined
  readonly fault: FieldErrors
}

/** What was typed, with what was pasted below it. */
function filled(request: FormRequest, start: JournalInput): Filled {
  if (Object.keys(request.body).length === 0) return { input: start, pasted: undefined, fault: {} }
  const given = typedInput(request)
  // A draft kept while nobody was signed in knows no version: it is taken up at the present one.
  const input = { ...given, formKey: given.formKey || start.formKey, version: given.version || start.version, type: given.type || start.type }
  if (typed(request, 'action') !== 'paste') return { input, pasted: undefined, fault: {} }
  const read = readPasted(input.pasted)
  if (read.length === 0) return { input, pasted: undefined, fault: { pasted: text.errors.paste } }
  return { input: { ...input, pasted: '', rows: [...input.rows.filter((row) => !isBlank(row)), ...read] }, pasted: read.length, fault: {} }
}

/** Only a draft has such a page, and only for its author. */
async function getDraft(read: OfficerRead, request: FormRequest, book: JournalBook): Promise<Journal> {
  const journal = await getJournal(read, { organisationId: read.actor.organisationId, id: idIn(request.params.id), book })
  if (journal.voucherId !== null) throw new Conflict(text.errors.immutable)
  const fits = journal.lines.length <= mostLines
  if (journal.state !== 'draft' || !fits || !mayDo(read.actor, journal, 'edit')) throw new NotFound('draft of a journal')
  return journal
}
