import { randomUUID } from 'node:crypto'
import { attachRoutes, confirmed, findAttachments, findTrail, getOffice, printRoute, stepRoutes, trailRows, withForm, withReason, withVersion } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { type Link } from '../../platform/http/components.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { findAcceptancesOf } from '../acceptance/acceptance.repository.ts'
import { acceptancesTable } from '../acceptance/acceptance.view.ts'
import { addendumText } from '../addendum.text.ts'
import { findAddendaOf } from '../addendum/addendum.repository.ts'
import { addendaTable } from '../addendum/addendum.view.ts'
import { blankContract, contractForm, contractInput } from '../contract-form/contract-form.view.ts'
import { findRegisteredContracts } from '../contract-register/contract-register.service.ts'
import { contractColumns } from '../contract-register/contract-register.view.ts'
import { contractMoneyText } from '../contract-money.text.ts'
import { advanceSchema, refundSchema } from '../contract-money/contract-money.schema.ts'
import { claimAdvance, claimRefund, findAdvanceLeft, findRefundable, reopenContract } from '../contract-money/contract-money.service.ts'
import { advancePage, refundPage } from '../contract-money/contract-money.view.ts'
import { contractText as text } from '../contract.text.ts'
import { forfeitureText } from '../forfeiture.text.ts'
import { guaranteeText } from '../guarantee.text.ts'
import { findGuaranteesOf } from '../guarantee/guarantee.repository.ts'
import { guaranteesTable } from '../guarantee/guarantee.view.ts'
import { getProcurementRules } from '../procurement-rules/procurement-rules.repository.ts'
import { acceptancePaths, addendumPaths, contractPaths as paths, egpPaths, forfeiturePaths, guaranteePaths } from '../procurement.paths.ts'
import { procurementText } from '../procurement.text.ts'
import { registerRoutes, rightsOf } from '../purchase-desk/purchase-desk.routes.ts'
import { findApproved, getRequest } from '../purchase-request/purchase-request.repository.ts'
import { type RequestHead } from '../purchase-request/purchase-request.ts'
import { getContract } from './contract.repository.ts'
import { editContractSchema, newContractSchema, typedContract, type ContractInput } from './contract.schema.ts'
import {
  attachToContract, cancelContract, closeContract, completeContract, createContract, detachFromContract, editContract, findFigures, revokeContract, signContract, terminateContract,
} from './contract.service.ts'
import { contractLifecycle, contractSource, contractStates, liveStates, type Contract } from './contract.ts'
import { contractPage, orderPaper } from './contract.view.ts'

const leaf = 'expense.contract'
const rights = rightsOf(leaf)

export const contractRoutes: readonly Route[] = [
  ...registerRoutes({
    leaf, menu: { menu: leaf }, text: { ...text, listTitle: text.registerTitle }, paths, states: contractStates, hasNew: true, columns: (read) => contractColumns(read.actor.organisationId),
    find: findRegisteredContracts, counts: ({ state }) => state !== 'cancelled' && state !== 'revoked',
    links: [{ text: addendumText.registerTitle, href: addendumPaths.list }],
  }),
  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => {
    if (asksForRows(request)) return showForm(work, request)
    return redirect(paths.show(await createContract(work, readForm(newContractSchema, request))), procurementText.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),
  get(paths.editRoute, rights.edit, (read, request) => showForm(read, request)),
  post(paths.editRoute, rights.edit, { handle: async (work, request) => {
    if (asksForRows(request)) return showForm(work, request)
    const id = idIn(request.params.id)
    await editContract(work, id, readForm(editContractSchema, request))
    return redirect(paths.show(id), procurementText.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),
  // Advance and securities are claimed upon it by who drafts claims; in a sub-unit that is somebody else than who keeps it.
  get(paths.showRoute, rights.view, { handle: (read, request) => show(read, request), alsoFor: ['expense.voucherreq:create'] }),
  ...stepRoutes({ lifecycle: contractLifecycle, paths, show, steps: {
    sign: withVersion(signContract, text.done.sign), cancel: withVersion(cancelContract, text.done.cancel), complete: withVersion(completeContract, text.done.complete),
    terminate: withReason(terminateContract, text.done.terminate), close: withVersion(closeContract, text.done.close), reopen: withVersion(reopenContract, text.done.reopen),
    revoke: withReason(revokeContract, text.done.revoke),
    advance: confirmed(withForm(advanceSchema, claimAdvance, contractMoneyText.done.advance), askAdvance),
    refund: confirmed(withForm(refundSchema, claimRefund, contractMoneyText.done.refund), askRefund),
  } }),
  ...attachRoutes({ right: rights.edit, paths, attach: attachToContract, detach: detachFromContract, show }),
  printRoute(paths.printRoute, rights.print, { kind: contractSource, view: 'expenditure/purchase-desk/paper', find: async (read, request) => {
    const found = await getContract(read, read.actor.organisationId, idIn(request.params.id))
    if (found.number === null) throw new NotFound('signed contract')
    const asked = await getRequest(read, found.organisationId, found.requestId)
    return { id: found.id, pageOf: (mark) => orderPaper(found, asked, mark) }
  } }),
]

async function askAdvance(read: OfficerRead, request: FormRequest, errors: FieldErrors) {
  const contract = await getAsked(read, request, 'advance')
  return advancePage(contract, await findAdvanceLeft(read, contract), { typed: (name) => typed(request, name), errors })
}

async function askRefund(read: OfficerRead, request: FormRequest, errors: FieldErrors) {
  const contract = await getAsked(read, request, 'refund')
  return refundPage(contract, await findRefundable(read, contract), { typed: (name) => typed(request, name), errors })
}

async function getAsked(read: OfficerRead, request: FormRequest, step: 'advance' | 'refund'): Promise<Contract> {
  const contract = await getContract(read, read.actor.organisationId, idIn(request.params.id))
  if (!contractLifecycle.allows(read.actor, contract).includes(step)) throw new NotFound('contract with money of its own')
  return contract
}

function asksForRows(request: FormRequest): boolean {
  return typed(request, 'again') !== ''
}

async function show(read: OfficerRead, { query, params }: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(query, read.actor.organisationId)
  await getOffice(read, organisationId)
  const contract = await getContract(read, organisationId, idIn(params.id))
  const key = { kind: contractSource, id: contract.id }
  return page('expenditure/purchase-desk/show', contractPage({
    contract, officer: read.actor, today: read.today, figures: await findFigures(read, contract), rules: await getProcurementRules(read, contract.signedOn),
    links: linksFor(read.actor, contract), tables: await tablesOf(read, contract),
    attachments: await findAttachments(read, organisationId, key), trail: trailRows(await findTrail(read, organisationId, key), text.trail),
  }, errors))
}

/** What may be begun upon it. */
function linksFor({ organisationId, permissions }: OfficerRead['actor'], contract: Contract): Link[] {
  if (contract.organisationId !== organisationId || contract.number === null) return []
  const isOpen = liveStates.has(contract.state)
  return [
    ...(contract.state === 'signed' && permissions.has('expense.accept:create') ? [{ text: text.steps.accept, href: acceptancePaths.newFor(contract.id) }] : []),
    ...(contract.state === 'signed' && permissions.has('expense.contract:create') ? [{ text: addendumText.newTitle, href: addendumPaths.newFor(contract.id) }] : []),
    ...(isOpen && permissions.has('expense.guarantee:create') ? [{ text: guaranteeText.newTitle, href: guaranteePaths.newFor(contract.id) }] : []),
    ...(contract.state !== 'revoked' && permissions.has('expense.guarantee:create') ? [{ text: forfeitureText.newTitle, href: forfeiturePaths.newFor(contract.id) }] : []),
    ...(permissions.has('expense.egp:edit') || permissions.has('expense.contract:edit') ? [{ text: text.steps.egp, href: egpPaths.show(contract.id) }] : []),
  ]
}

/** What came of it, for those who may open it. */
async function tablesOf(read: OfficerRead, { organisationId, id, number }: Contract) {
  if (number === null) return []
  return [
    acceptancesTable(await findAcceptancesOf(read, organisationId, id), read.actor), guaranteesTable(await findGuaranteesOf(read, organisationId, id), read),
    addendaTable(read.actor.organisationId, await findAddendaOf(read, organisationId, id)),
  ]
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const contract = request.params.id === undefined ? undefined : await getDraft(read, request)
  const requests = await findApproved(read, { asked: typed(request, 'request') || request.query.request, draft: contract?.requestId })
  return page('expenditure/purchase-desk/form', contractForm(await inputFor(read, request, { contract, requests }), { requests, contract, isMore: asksForRows(request) }, errors))
}

interface Around {
  readonly contract: Contract | undefined
  readonly requests: readonly RequestHead[]
}

async function inputFor(read: OfficerRead, request: FormRequest, { contract, requests }: Around): Promise<ContractInput> {
  const begun = requests.find(({ id }) => id === request.query.request)
  const asked = begun && await getRequest(read, begun.organisationId, begun.id)
  const start = contract ? contractInput(contract) : blankContract(randomUUID(), read.today, asked)
  if (Object.keys(request.body).length === 0) return start
  const given = typedContract(request)
  return { ...given, formKey: given.formKey || start.formKey, version: given.version || start.version }
}

async function getDraft(read: OfficerRead, request: FormRequest): Promise<Contract> {
  const contract = await getContract(read, read.actor.organisationId, idIn(request.params.id))
  if (!contractLifecycle.allows(read.actor, contract).includes('edit')) throw new NotFound('draft of a contract')
  return contract
}
