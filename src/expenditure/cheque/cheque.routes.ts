import { confirmed, findTrail, getOffice, stepRoutes, trailRows, withForm, withReason, withVersion, type ConfirmPage } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { formatThaiDateField } from '../../platform/dates.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { page, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { findNextLeaves } from '../cheque-book/cheque-book.repository.ts'
import { chequeText as text } from '../cheque.text.ts'
import { bookPaths, chequeFormPaths, chequePaths as paths } from '../payment.paths.ts'
import { registerRoutes, rightsOf } from '../purchase-desk/purchase-desk.routes.ts'
import { getCheque } from './cheque.repository.ts'
import { clearSchema, drawSchema, replaceSchema } from './cheque.schema.ts'
import { clearCheque, drawCheque, findRegister, getStaleDay, replaceCheque, signCheque, unclearCheque } from './cheque.service.ts'
import { chequeLifecycle, chequeSource, chequeStandings, type Cheque, type ChequeStep } from './cheque.ts'
import { chequeColumns, clearPage, drawPage, replacePage, showPage } from './cheque.view.ts'

const leaf = 'expense.pay'
const rights = rightsOf(leaf)

export const chequeRoutes: readonly Route[] = [
  ...registerRoutes({
    leaf, menu: { under: leaf }, text: { ...text.register, states: text.standings }, paths: { list: paths.list, new: bookPaths.new }, states: chequeStandings, hasNew: false,
    columns: (read) => chequeColumns(read.actor.organisationId), find: findRegister, counts: ({ state }) => state !== 'cancelled',
    links: [{ text: text.bookText.listTitle, href: bookPaths.list, kind: 'secondary' }, { text: text.forms, href: chequeFormPaths.list, kind: 'secondary' }],
  }),
  get(paths.showRoute, rights.view, (read, request) => show(read, request)),
  ...stepRoutes({ lifecycle: chequeLifecycle, paths, show, steps: {
    sign: withVersion(signCheque, text.done.sign), draw: confirmed(withForm(drawSchema, drawCheque, text.done.draw), askDraw), unclear: withReason(unclearCheque, text.done.unclear),
    clear: confirmed(withForm(clearSchema, clearCheque, text.done.clear), async (read, request, errors) => (
      clearPage(await openFor(read, request, 'clear'), typed(request, 'clearedOn') || formatThaiDateField(read.today), errors))),
    replace: confirmed(withForm(replaceSchema, replaceCheque, text.done.replace), async (read, request, errors) => {
      const cheque = await openFor(read, request, 'replace')
      return replacePage(cheque, {
        number: typed(request, 'number'), chequeDate: typed(request, 'chequeDate') || formatThaiDateField(read.today), reason: typed(request, 'reason'),
        proposed: (await findNextLeaves(read)).get(cheque.bankAccountId),
      }, errors)
    }),
  } }),
]

async function askDraw(read: OfficerRead, request: FormRequest, errors: FieldErrors): Promise<ConfirmPage> {
  const cheque = await openFor(read, request, 'draw')
  const now = (isSo: boolean) => (isSo ? 'yes' : 'no')
  return drawPage(cheque, { crossed: typed(request, 'crossed') || now(cheque.isCrossed), struck: typed(request, 'struck') || now(cheque.isBearerStruck), why: typed(request, 'why') }, errors)
}

/** Of the own office, in a state in which this step can be taken. */
async function openFor(read: OfficerRead, request: FormRequest, step: ChequeStep): Promise<Cheque> {
  const cheque = await getCheque(read, read.actor.organisationId, idIn(request.params.id))
  if (!chequeLifecycle.allows(read.actor, cheque).includes(step)) throw new NotFound(`cheque for ${step}`)
  return cheque
}

async function show(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  await getOffice(read, organisationId)
  const cheque = await getCheque(read, organisationId, idIn(request.params.id))
  const trail = trailRows(await findTrail(read, organisationId, { kind: chequeSource, id: cheque.id }), text.trail)
  return page('expenditure/cheque/show', showPage({ cheque, stale: await getStaleDay(read), officer: read.actor, trail }, errors))
}
