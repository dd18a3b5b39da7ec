import { randomUUID } from 'node:crypto'
import { attachRoutes, findAttachments, findTrail, getOffice, printRoute, seenFrom, stepRoutes, trailRows, withReason, withVersion } from '../../documents/index.ts'
import { signsAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf, readThaiDate } from '../../platform/dates.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { type Link } from '../../platform/http/components.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { findContractOf } from '../contract/contract.repository.ts'
import { contractPaths, requestPaths as paths } from '../procurement.paths.ts'
import { procurementText } from '../procurement.text.ts'
import { requestText as text } from '../purchase-request.text.ts'
import { registerRoutes, rightsOf } from '../purchase-desk/purchase-desk.routes.ts'
import { blankRequest, requestForm, requestInput } from '../purchase-request-form/purchase-request-form.view.ts'
import { judgeRows } from '../purchase-request-rows/purchase-request-rows.ts'
import { findRequests, getRequest } from './purchase-request.repository.ts'
import { editRequestSchema, newRequestSchema, typedRequest } from './purchase-request.schema.ts'
import {
  approveRequest, attachToRequest, cancelRequest, createRequest, detachFromRequest, editRequest, findPresentLines, findRequestKnown, findSplit, returnRequest, revokeRequest, submitRequest,
} from './purchase-request.service.ts'
import { requestLifecycle, requestSource, requestStates, type PurchaseRequest } from './purchase-request.ts'
import { requestColumns, requestPage, requestPaper } from './purchase-request.view.ts'

const leaf = 'expense.request'
const rights = rightsOf(leaf)

export const requestRoutes: readonly Route[] = [
  ...registerRoutes({
    leaf, menu: { menu: leaf }, text: { ...text, listTitle: text.registerTitle }, paths, states: requestStates, hasNew: true, columns: (read) => requestColumns(read.actor.organisationId),
    find: findRequests, counts: ({ state }) => state !== 'cancelled',
  }),
  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => {
    if (asksForRows(request)) return showForm(work, request)
    return redirect(paths.show(await createRequest(work, readForm(newRequestSchema, request))), procurementText.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),
  get(paths.editRoute, rights.edit, (read, request) => showForm(read, request)),
  post(paths.editRoute, rights.edit, { handle: async (work, request) => {
    if (asksForRows(request)) return showForm(work, request)
    const id = idIn(request.params.id)
    await editRequest(work, id, readForm(editRequestSchema, request))
    return redirect(paths.show(id), procurementText.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),
  get(paths.showRoute, rights.view, (read, request) => show(read, request)),
  ...stepRoutes({ lifecycle: requestLifecycle, paths, show, steps: {
    submit: withVersion(submitRequest, text.done.submit), approve: withVersion(approveRequest, text.done.approve), return: withReason(returnRequest, text.done.return),
    cancel: withVersion(cancelRequest, text.done.cancel), revoke: withReason(revokeRequest, text.done.revoke),
  } }),
  ...attachRoutes({ right: rights.edit, paths, attach: attachToRequest, detach: detachFromRequest, show }),
  printRoute(paths.printRoute, rights.print, { kind: requestSource, view: 'expenditure/purchase-desk/paper', find: async (read, request) => {
    const found = await getRequest(read, read.actor.organisationId, idIn(request.params.id))
    if (found.number === null) throw new NotFound('purchase request without number')
    return { id: found.id, pageOf: (mark) => requestPaper(found, mark) }
  } }),
]

/** Without script: the button below a table. */
function asksForRows(request: FormRequest): boolean {
  return typed(request, 'again') !== ''
}

async function show(read: OfficerRead, { query, params }: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(query, read.actor.organisationId)
  await getOffice(read, organisationId)
  const request = await getRequest(read, organisationId, idIn(params.id))
  const key = { kind: requestSource, id: request.id }
  const isAlone = await signsAlone(read, request)
  return page('expenditure/purchase-desk/show', requestPage({
    request, officer: read.actor, isAlone, split: await findSplit(read, request), present: await findPresentLines(read, request),
    links: await linksFor(read, request),
    attachments: await findAttachments(read, organisationId, key), trail: trailRows(await findTrail(read, organisationId, key), text.trail),
  }, errors))
}

/** On to its contract, or to make one. */
async function linksFor(read: OfficerRead, { organisationId, id, state }: PurchaseRequest): Promise<Link[]> {
  const { permissions } = read.actor
  if (state === 'approved' && permissions.has('expense.contract:create')) return [{ text: text.makeContract, href: contractPaths.newFor(id) }]
  const contract = permissions.has('expense.contract:view') ? await findContractOf(read, organisationId, id) : undefined
  return contract ? [{ text: text.columns.contract, href: seenFrom(read.actor.organisationId, organisationId, contractPaths.show(contract.id)) }] : []
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const draft = request.params.id === undefined ? undefined : await getDraft(read, request)
  const start = draft ? requestInput(draft) : blankRequest(randomUUID(), read.today)
  const isTyped = Object.keys(request.body).length > 0
  const given = typedRequest(request)
  const input = isTyped ? { ...given, formKey: given.formKey || start.formKey, version: given.version || start.version } : start
  const on = readThaiDate(input.documentDate) ?? read.today
  const known = await findRequestKnown(read, on)
  const all = Object.keys(errors).length > 0 ? { ...judgeRows(input.rows, { methodCode: input.methodCode }, known).faults, ...errors } : {}
  return page('expenditure/purchase-desk/form', requestForm(input, { known, request: draft, fiscalYear: fiscalYearOf(on), isMore: asksForRows(request) }, all))
}

async function getDraft(read: OfficerRead, request: FormRequest): Promise<PurchaseRequest> {
  const draft = await getRequest(read, read.actor.organisationId, idIn(request.params.id))
  if (!requestLifecycle.allows(read.actor, draft).includes('edit')) throw new NotFound('draft of a purchase request')
  return draft
}
