import { randomUUID } from 'node:crypto'
import { attachRoutes, findAttachments, findTrail, getOffice, printRoute, stepRoutes, trailRows, withVersion } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { addendumText as text } from '../addendum.text.ts'
import { getContract, isSigned } from '../contract/contract.repository.ts'
import { addendumPaths as paths, contractPaths } from '../procurement.paths.ts'
import { procurementText } from '../procurement.text.ts'
import { registerRoutes, rightsOf } from '../purchase-desk/purchase-desk.routes.ts'
import { findAddenda, getAddendum } from './addendum.repository.ts'
import { editAddendumSchema, newAddendumSchema, typedAddendum } from './addendum.schema.ts'
import { approveAddendum, attachToAddendum, cancelAddendum, createAddendum, detachFromAddendum, editAddendum } from './addendum.service.ts'
import { addendumLifecycle, addendumSource, addendumStates, type Addendum } from './addendum.ts'
import { addendumColumns, addendumForm, addendumInput, addendumPage, addendumPaper, blankAddendum } from './addendum.view.ts'

const leaf = 'expense.contract'
const rights = rightsOf(leaf)

export const addendumRoutes: readonly Route[] = [
  ...registerRoutes({
    leaf, menu: { under: leaf }, text: { ...text, listTitle: text.registerTitle }, paths, states: addendumStates, hasNew: false, columns: (read) => addendumColumns(read.actor.organisationId),
    find: findAddenda, counts: ({ state }) => state !== 'cancelled',
  }),
  get(paths.newRoute, rights.create, (read, request) => showForm(read, request)),
  post(paths.newRoute, rights.create, { handle: async (work, request) => {
    if (asksForRows(request)) return showForm(work, request)
    const given = readForm(newAddendumSchema, request)
    return redirect(paths.show(await createAddendum(work, { ...given, contract: idIn(request.params.contract) })), procurementText.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),
  get(paths.editRoute, rights.edit, (read, request) => showForm(read, request)),
  post(paths.editRoute, rights.edit, { handle: async (work, request) => {
    if (asksForRows(request)) return showForm(work, request)
    const id = idIn(request.params.id)
    await editAddendum(work, id, readForm(editAddendumSchema, request))
    return redirect(paths.show(id), procurementText.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),
  get(paths.showRoute, rights.view, (read, request) => show(read, request)),
  ...stepRoutes({ lifecycle: addendumLifecycle, paths, show, steps: { approve: withVersion(approveAddendum, text.done.approve), cancel: withVersion(cancelAddendum, text.done.cancel) } }),
  ...attachRoutes({ right: rights.edit, paths, attach: attachToAddendum, detach: detachFromAddendum, show }),
  printRoute(paths.printRoute, rights.print, { kind: addendumSource, view: 'expenditure/purchase-desk/paper', find: async (read, request) => {
    const addendum = await getAddendum(read, read.actor.organisationId, idIn(request.params.id))
    if (addendum.number === null) throw new NotFound('addendum with a number')
    return { id: addendum.id, pageOf: (mark) => addendumPaper(addendum, mark) }
  } }),
]

function asksForRows(request: FormRequest): boolean {
  return typed(request, 'again') !== ''
}

async function show(read: OfficerRead, { query, params }: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(query, read.actor.organisationId)
  await getOffice(read, organisationId)
  const addendum = await getAddendum(read, organisationId, idIn(params.id))
  const key = { kind: addendumSource, id: addendum.id }
  return page('expenditure/purchase-desk/show', addendumPage({
    addendum, officer: read.actor, links: [{ text: text.steps.contract, href: contractPaths.show(addendum.contractId) }],
    attachments: await findAttachments(read, organisationId, key), trail: trailRows(await findTrail(read, organisationId, key), text.trail),
  }, errors))
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const addendum = request.params.id === undefined ? undefined : await getDraft(read, request)
  const contractId = addendum?.contractId ?? idIn(request.params.contract)
  if (!await isSigned(read, contractId)) throw new NotFound('signed contract')
  const contract = await getContract(read, read.actor.organisationId, contractId)
  const start = addendum ? addendumInput(addendum, contract) : blankAddendum(randomUUID(), read.today, contract)
  const given = typedAddendum(request)
  const input = Object.keys(request.body).length === 0 ? start : { ...given, formKey: given.formKey || start.formKey, version: given.version || start.version }
  const form = addendumForm(input, { contract, id: addendum?.id, isMore: asksForRows(request) }, errors)
  return page('expenditure/purchase-desk/form', addendum ? form : { ...form, action: paths.newFor(contractId), cancelHref: contractPaths.show(contractId) })
}

async function getDraft(read: OfficerRead, request: FormRequest): Promise<Addendum> {
  const addendum = await getAddendum(read, read.actor.organisationId, idIn(request.params.id))
  if (!addendumLifecycle.allows(read.actor, addendum).includes('edit')) throw new NotFound('draft of an addendum')
  return addendum
}
