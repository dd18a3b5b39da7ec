import { randomUUID } from 'node:crypto'
import { attachRoutes, confirmed, findAttachments, findTrail, getOffice, printRoute, stepRoutes, trailRows, withForm, withReason, withVersion } from '../../documents/index.ts'
import { ledgerPaths, signsAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { acceptanceText as text } from '../acceptance.text.ts'
import { claimDelivery, findUnclaimed } from '../acceptance-claim/acceptance-claim.service.ts'
import { judgeAcceptance } from '../acceptance-form/acceptance-form.ts'
import { acceptanceForm, acceptanceInput, blankAcceptance } from '../acceptance-form/acceptance-form.view.ts'
import { findClaimsOf } from '../claim/claim.repository.ts'
import { findContractsIn, getContract } from '../contract/contract.repository.ts'
import { acceptancePaths as paths, contractPaths } from '../procurement.paths.ts'
import { procurementText } from '../procurement.text.ts'
import { getProcurementRules } from '../procurement-rules/procurement-rules.repository.ts'
import { registerRoutes, rightsOf } from '../purchase-desk/purchase-desk.routes.ts'
import { getRequest } from '../purchase-request/purchase-request.repository.ts'
import { findAcceptances, findAcceptancesOf, getAcceptance } from './acceptance.repository.ts'
import { claimSchema, editAcceptanceSchema, newAcceptanceSchema, typedAcceptance, type AcceptanceInput } from './acceptance.schema.ts'
import {
  acceptDelivery, attachToAcceptance, cancelAcceptance, createAcceptance, detachFromAcceptance, editAcceptance, findKnownForAcceptance, rejectDelivery, reverseAcceptance,
} from './acceptance.service.ts'
import { acceptanceLifecycle, acceptanceSource, acceptanceStates, type Acceptance } from './acceptance.ts'
import { acceptanceColumns, acceptancePage, acceptancePaper, claimPage } from './acceptance.view.ts'

const leaf = 'expense.accept'
const rights = rightsOf(leaf)

export const acceptanceRoutes: readonly Route[] = [
  ...registerRoutes({
    leaf, menu: { menu: leaf }, text: { ...text, listTitle: text.registerTitle }, paths, states: acceptanceStates, hasNew: true, columns: (read) => acceptanceColumns(read.actor.organisationId),
    find: findAcceptances, counts: ({ state }) => state !== 'cancelled' && state !== 'rejected' && state !== 'reversed',
  }),
  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => {
    if (asksForRows(request)) return showForm(work, request)
    readForm(newAcceptanceSchema, request)
    return redirect(paths.show(await createAcceptance(work, typedAcceptance(request))), procurementText.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),
  get(paths.editRoute, rights.edit, (read, request) => showForm(read, request)),
  post(paths.editRoute, rights.edit, { handle: async (work, request) => {
    if (asksForRows(request)) return showForm(work, request)
    readForm(editAcceptanceSchema, request)
    const id = idIn(request.params.id)
    await editAcceptance(work, id, typedAcceptance(request))
    return redirect(paths.show(id), procurementText.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),
  get(paths.showRoute, rights.view, (read, request) => show(read, request)),
  ...stepRoutes({ lifecycle: acceptanceLifecycle, paths, show, steps: {
    accept: withVersion(acceptDelivery, text.done.accept), reject: withReason(rejectDelivery, text.done.reject), cancel: withVersion(cancelAcceptance, text.done.cancel),
    reverse: withReason(reverseAcceptance, text.done.reverse), claim: confirmed(withForm(claimSchema, claimDelivery, text.done.claim), askClaim),
  } }),
  ...attachRoutes({ right: rights.edit, paths, attach: attachToAcceptance, detach: detachFromAcceptance, show }),
  printRoute(paths.printRoute, rights.print, { kind: acceptanceSource, view: 'expenditure/purchase-desk/paper', find: async (read, request) => {
    const found = await getAcceptance(read, read.actor.organisationId, idIn(request.params.id))
    if (found.number === null) throw new NotFound('acceptance without number')
    const { inspectors } = await requestOf(read, found)
    return { id: found.id, pageOf: (mark) => acceptancePaper(found, inspectors, mark) }
  } }),
]

function asksForRows(request: FormRequest): boolean {
  return typed(request, 'again') !== ''
}

async function requestOf(read: OfficerRead, { organisationId, contractId }: Acceptance) {
  const { requestId } = await getContract(read, organisationId, contractId)
  return getRequest(read, organisationId, requestId)
}

async function askClaim(read: OfficerRead, request: FormRequest, errors: FieldErrors) {
  const acceptance = await getAcceptance(read, read.actor.organisationId, idIn(request.params.id))
  if (acceptance.state !== 'accepted') throw new NotFound('accepted delivery')
  return claimPage(acceptance, { rest: await findUnclaimed(read, acceptance), typed: typed(request, 'amount'), errors })
}

async function show(read: OfficerRead, { query, params }: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(query, read.actor.organisationId)
  await getOffice(read, organisationId)
  const acceptance = await getAcceptance(read, organisationId, idIn(params.id))
  const key = { kind: acceptanceSource, id: acceptance.id }
  const contract = await getContract(read, organisationId, acceptance.contractId)
  const { permissions } = read.actor
  const links = [
    { text: text.steps.contract, href: contractPaths.show(contract.id) },
    ...(acceptance.voucherId !== null && permissions.has('account.report:view') ? [{ text: text.fields.voucher, href: ledgerPaths.registered(organisationId, acceptance.voucherId) }] : []),
  ]
  return page('expenditure/purchase-desk/show', acceptancePage({
    acceptance, officer: read.actor, isAlone: await signsAlone(read, acceptance), links, inspectors: (await requestOf(read, acceptance)).inspectors,
    claims: organisationId === read.actor.organisationId ? await findClaimsOf(read, key) : [],
    warning: { percent: (await getProcurementRules(read, contract.signedOn)).text('fine-warning'), price: contract.price },
    attachments: await findAttachments(read, organisationId, key), trail: trailRows(await findTrail(read, organisationId, key), text.trail),
  }, errors))
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const acceptance = request.params.id === undefined ? undefined : await getDraft(read, request)
  const input = await inputFor(read, request, acceptance)
  const known = await findKnownForAcceptance(read, input.contract)
  const all = Object.keys(errors).length > 0 ? { ...judgeAcceptance(input, known).faults, ...errors } : {}
  return page('expenditure/purchase-desk/form', acceptanceForm(input, { known, contracts: await findContractsIn(read, ['signed'], input.contract), acceptance, isMore: asksForRows(request) }, all))
}

async function inputFor(read: OfficerRead, request: FormRequest, acceptance: Acceptance | undefined): Promise<AcceptanceInput> {
  const start = acceptance ? acceptanceInput(acceptance) : blankAcceptance(randomUUID(), read.today, await begun(read, request.query.contract))
  if (Object.keys(request.body).length === 0) return start
  const given = typedAcceptance(request)
  return { ...given, formKey: given.formKey || start.formKey, version: given.version || start.version }
}

/** The contract in the address, and the first of its instalments that nothing was delivered for. */
async function begun(read: OfficerRead, contractId: string | undefined) {
  const { contract } = await findKnownForAcceptance(read, contractId ?? '')
  if (!contract) return undefined
  const made = await findAcceptancesOf(read, contract.organisationId, contract.id)
  const done = new Set(made.filter(({ state }) => state === 'draft' || state === 'accepted').map(({ instalment }) => instalment))
  const { items } = await getRequest(read, contract.organisationId, contract.requestId)
  return { contract, items, next: contract.instalments.find(({ number }) => !done.has(number))?.number ?? 1 }
}

async function getDraft(read: OfficerRead, request: FormRequest): Promise<Acceptance> {
  const acceptance = await getAcceptance(read, read.actor.organisationId, idIn(request.params.id))
  if (!acceptanceLifecycle.allows(read.actor, acceptance).includes('edit')) throw new NotFound('draft of an acceptance')
  return acceptance
}
