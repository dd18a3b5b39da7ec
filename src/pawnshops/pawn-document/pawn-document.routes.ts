import { randomUUID } from 'node:crypto'
import {
  attachRoutes, findAttachments, findTrail, largestAttachment, mostExported, mustFit, printRoute, stepRoutes, tableRoutes, trailRows, withReason, withVersion,
} from '../../documents/index.ts'
import { findBankAccounts } from '../../registers/index.ts'
import { signsAlone } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { readThaiDate } from '../../platform/dates.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Permission, type Route } from '../../platform/http/route.ts'
import { blankInput, formPage, fromUnitInput, inputOf } from '../pawn-form/pawn-form.view.ts'
import { judgeLines } from '../pawn-lines/pawn-lines.ts'
import { monthControlText } from '../month-control.text.ts'
import { bookPaths, controlPaths, sharingPaths, ticketPaths } from '../pawnshops.paths.ts'
import { pawnshopsText as text } from '../pawnshops.text.ts'
import { findPawnDocuments, getPawnDocument, totalPawnDocuments } from './pawn-document.repository.ts'
import { askedPawn, askedUnit, asksForRows, editPawnSchema, newPawnSchema, typedInput } from './pawn-document.schema.ts'
import {
  approvePawnDocument, attachToPawn, cancelPawnDocument, createPawnDocument, detachFromPawn, editPawnDocument, findKnownOf, returnPawnDocument, reversePawnDocument,
  submitPawnDocument, withdrawPawnDocument,
} from './pawn-document.service.ts'
import { mayDo, pawnBooks, type PawnBook, type PawnDocument } from './pawn-document.ts'
import { exportTable, listPage, printPage, showPage } from './pawn-document.view.ts'

const views = {
  list: 'documents/linked-list', form: 'pawnshops/pawn-document/form', show: 'pawnshops/pawn-document/show', print: 'pawnshops/pawn-document/print',
} as const

/** Forfeited pledges have no leaf of their own: they are reached from the vouchers of money lent. */
const leads = {
  receipt: [{ text: text.ticket.listTitle, href: ticketPaths.list }, { text: monthControlText.listTitle, href: controlPaths.list }],
  pledge: [
    { text: text.ticket.listTitle, href: ticketPaths.list }, { text: text.books.forfeiture.listTitle, href: bookPaths.forfeiture.list },
    { text: text.sharing.listTitle, href: sharingPaths.list }, { text: monthControlText.listTitle, href: controlPaths.list },
  ],
  forfeiture: [{ text: text.books.pledge.listTitle, href: bookPaths.pledge.list }, { text: text.ticket.listTitle, href: ticketPaths.list }],
} as const

export const pawnDocumentRoutes: readonly Route[] = Object.values(pawnBooks).flatMap((book) => [...listRoutes(book), ...formRoutes(book), ...documentRoutes(book)])

function rightsOf({ leaf }: PawnBook) {
  const right = <A extends 'view' | 'create' | 'edit' | 'print'>(action: A): Permission => `${leaf}:${action}`
  return { view: right('view'), create: right('create'), edit: right('edit'), print: right('print') }
}

function listRoutes(book: PawnBook): Route[] {
  const [paths, rights] = [bookPaths[book.kind], rightsOf(book)]
  return [
    get(paths.list, rights.view, { handle: async (read, request) => {
      const asked = askedPawn(request.query, read.actor.organisationId, book.kind)
      const own = { ...asked, filter: { ...asked.filter, organisationId: read.actor.organisationId } }
      const may = (right: Permission) => read.actor.permissions.has(right)
      const found = { ...await findPawnDocuments(read, own.filter), listTotals: await totalPawnDocuments(read, own.filter), offices: [], mayCreate: may(rights.create), mayPrint: may(rights.print), links: leads[book.kind] }
      return page(views.list, listPage(book, own, found))
    }, ...(book.kind === 'forfeiture' ? { under: book.leaf } : { menu: book.leaf }) }),

    ...tableRoutes(paths.list, rights.print, async (read, request) => {
      const filter = { ...askedPawn(request.query, read.actor.organisationId, book.kind).filter, organisationId: read.actor.organisationId, after: undefined }
      const { items, hasMore } = await findPawnDocuments(read, filter, mostExported)
      mustFit(items.length + (hasMore ? 1 : 0), mostExported)
      return exportTable(book, { office: read.actor.organisationName, found: items, totals: await totalPawnDocuments(read, filter), today: read.today })
    }),
  ]
}

function formRoutes(book: PawnBook): Route[] {
  const [paths, rights] = [bookPaths[book.kind], rightsOf(book)]
  const again = (read: OfficerRead, request: FormRequest, { errors }: { errors: FieldErrors }) => showForm(read, { book, request, errors })
  return [
    get(paths.new, rights.create, (read, request) => showForm(read, { book, request })),
    post(paths.new, rights.create, { handle: async (work, request) => {
      if (asksForRows(request)) return showForm(work, { book, request })
      const files = request.files.filter((file) => file.field === 'files')
      const id = await createPawnDocument(work, book, { ...readForm(newPawnSchema, request), files })
      return redirect(paths.show(id), text.done.saved)
    }, again, uploadBytes: 2 * largestAttachment }),

    get(paths.editRoute, rights.edit, (read, request) => showForm(read, { book, request })),
    post(paths.editRoute, rights.edit, { handle: async (work, request) => {
      if (asksForRows(request)) return showForm(work, { book, request })
      const id = idIn(request.params.id)
      await editPawnDocument(work, { book, id }, readForm(editPawnSchema, request))
      return redirect(paths.show(id), text.done.saved)
    }, again }),
  ]
}

function documentRoutes(book: PawnBook): Route[] {
  const [paths, rights] = [bookPaths[book.kind], rightsOf(book)]
  const show = (read: OfficerRead, request: FormRequest, errors: FieldErrors = {}) => showDocument(read, request, { book, errors })
  const on = <F>(act: (work: OfficerWork, place: { book: PawnBook; id: string }, form: F) => Promise<void>) => (
    (work: OfficerWork, id: string, form: F) => act(work, { book, id }, form))
  return [
    get(paths.showRoute, rights.view, (read, request) => show(read, request)),

    ...stepRoutes({ lifecycle: book.lifecycle, paths, show, steps: {
      submit: withVersion(on(submitPawnDocument), text.done.submit), withdraw: withVersion(on(withdrawPawnDocument), text.done.withdraw),
      cancel: withVersion(on(cancelPawnDocument), text.done.cancel), approve: withVersion(on(approvePawnDocument), text.done.approve),
      return: withReason(on(returnPawnDocument), text.done.return), reverse: withReason(on(reversePawnDocument), text.done.reverse),
    } }),

    ...attachRoutes({ right: rights.edit, paths, show, attach: on(attachToPawn), detach: on(detachFromPawn) }),

    printRoute(paths.printRoute, rights.print, { kind: book.documentKind, view: views.print, find: async (read, request) => {
      const document = await getOwn(read, request, book)
      if (document.state === 'cancelled') throw new NotFound('document to print')
      return { id: document.id, pageOf: (mark) => printPage(document, book, mark) }
    } }),
  ]
}

function getOwn(read: OfficerRead, request: FormRequest, book: PawnBook): Promise<PawnDocument> {
  return getPawnDocument(read, { organisationId: read.actor.organisationId, id: idIn(request.params.id), kind: book.kind })
}

async function showDocument(read: OfficerRead, request: FormRequest, { book, errors }: { book: PawnBook; errors: FieldErrors }): Promise<Reply> {
  const document = await getOwn(read, request, book)
  const key = { kind: book.documentKind, id: document.id }
  return page(views.show, showPage({
    document, book, officer: read.actor, isAlone: await signsAlone(read, document), attachments: await findAttachments(read, document.organisationId, key),
    trail: trailRows(await findTrail(read, document.organisationId, key), text.trail),
  }, errors))
}

interface AskedForm {
  readonly book: PawnBook
  readonly request: FormRequest
  readonly errors?: FieldErrors
}

/** Faults of the lines are told with those of the head, even when the head alone was refused. */
async function showForm(read: OfficerRead, { book, request, errors = {} }: AskedForm): Promise<Reply> {
  const document = request.params.id === undefined ? undefined : await getDraft(read, request, book)
  const start = document ? inputOf(document) : blankInput(randomUUID(), read.today)
  const given = typedInput(request)
  const input = Object.keys(request.body).length === 0 ? start : { ...given, formKey: given.formKey || start.formKey, version: given.version || start.version }
  const known = await findKnownOf(read, book, { day: readThaiDate(input.documentDate) ?? read.today, rows: input.rows })
  const shown = document === undefined && book.kind === 'receipt' && request.query.unit !== undefined ? fromUnitInput(input, askedUnit(request.query), known) : input
  const isRefused = Object.keys(errors).length > 0
  const more = asksForRows(request) && typed(request, 'moreLines') !== '' ? 5 : undefined
  return page(views.form, formPage(shown, {
    book, document, known, more, banks: book.kind === 'receipt' ? await findBankAccounts(read, { activeOnly: true }) : [],
  }, { ...errors, ...(isRefused && judgeLines(input.rows, known).faults) }))
}

/** Only a draft has such a page, and only for its author. */
async function getDraft(read: OfficerRead, request: FormRequest, book: PawnBook): Promise<PawnDocument> {
  const document = await getOwn(read, request, book)
  if (document.state !== 'draft' || !mayDo(read.actor, document, 'edit')) throw new NotFound('draft of a pawnshop document')
  return document
}
