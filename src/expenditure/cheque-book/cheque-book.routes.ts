import { randomUUID } from 'node:crypto'
import { confirmed, findTrail, getOffice, stepRoutes, trailRows, withForm, withReason } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { formatThaiDateField } from '../../platform/dates.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { findBankAccounts } from '../../registers/index.ts'
import { findRegister } from '../cheque/cheque.service.ts'
import { chequeText } from '../cheque.text.ts'
import { bookPaths as paths } from '../payment.paths.ts'
import { registerRoutes, rightsOf } from '../purchase-desk/purchase-desk.routes.ts'
import { findBooks, getBook } from './cheque-book.repository.ts'
import { newBookSchema, spoilSchema } from './cheque-book.schema.ts'
import { closeBook, createBook, spoilLeaf } from './cheque-book.service.ts'
import { bookLifecycle, bookSource, bookStates, mostLeaves } from './cheque-book.ts'
import { bookColumns, bookPage, formPage, inputNames, spoilPage, type BookInput } from './cheque-book.view.ts'

const leaf = 'expense.pay'
const rights = rightsOf(leaf)
const text = chequeText.bookText

export const chequeBookRoutes: readonly Route[] = [
  ...registerRoutes({ leaf, menu: { under: leaf }, text, paths, states: bookStates, hasNew: true, columns: (read) => bookColumns(read.actor.organisationId), find: findBooks }),
  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, {
    handle: async (work, request) => redirect(paths.show(await createBook(work, readForm(newBookSchema, request))), text.saved),
    again: (read, request, { errors }) => showForm(read, request, errors),
  }),
  get(paths.showRoute, rights.view, (read, request) => show(read, request)),
  ...stepRoutes({ lifecycle: bookLifecycle, paths, show, steps: {
    close: withReason(closeBook, text.done.close),
    spoil: confirmed(withForm(spoilSchema, spoilLeaf, text.done.spoil), async (read, request, errors) => {
      const book = await getBook(read, read.actor.organisationId, idIn(request.params.id))
      if (!bookLifecycle.allows(read.actor, book).includes('spoil')) throw new NotFound('cheque book in use')
      return spoilPage(book, { number: typed(request, 'number'), reason: typed(request, 'reason') }, errors)
    }),
  } }),
]

async function show(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  await getOffice(read, organisationId)
  const book = await getBook(read, organisationId, idIn(request.params.id))
  const all = { organisationId, from: undefined, until: undefined, state: undefined, after: undefined, search: '', bookId: book.id }
  const trail = trailRows(await findTrail(read, organisationId, { kind: bookSource, id: book.id }), text.trail)
  return page('expenditure/cheque/show', bookPage({ book, cheques: (await findRegister(read, all, mostLeaves)).items, officer: read.actor, trail }, errors))
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const box = Object.fromEntries(inputNames.map((name) => [name, typed(request, name)]))
  const blank: BookInput = { bankAccountId: '', book: '', firstNumber: '', lastNumber: '', receivedOn: '', remark: '', formKey: '' }
  const fresh = { receivedOn: formatThaiDateField(read.today), formKey: randomUUID() }
  const said = Object.fromEntries(Object.entries(box).filter(([, each]) => each !== ''))
  const current = (await findBankAccounts(read, { activeOnly: true })).filter(({ kind }) => kind === 'current')
  return page('expenditure/cheque/form', formPage({ ...blank, ...fresh, ...said }, current, errors))
}
