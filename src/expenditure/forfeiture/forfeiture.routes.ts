import { randomUUID } from 'node:crypto'
import { attachRoutes, findAttachments, findTrail, getOffice, stepRoutes, trailRows, withReason, withVersion } from '../../documents/index.ts'
import { ledgerPaths, signsAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { findContractsIn } from '../contract/contract.repository.ts'
import { securedStates } from '../contract/contract.ts'
import { forfeitureText as text } from '../forfeiture.text.ts'
import { contractPaths, forfeiturePaths as paths } from '../procurement.paths.ts'
import { registerRoutes, rightsOf } from '../purchase-desk/purchase-desk.routes.ts'
import { findForfeitures, getForfeiture } from './forfeiture.repository.ts'
import { newForfeitureSchema, typedForfeiture } from './forfeiture.schema.ts'
import { attachToForfeiture, cancelForfeiture, createForfeiture, detachFromForfeiture, postForfeiture, reverseForfeiture } from './forfeiture.service.ts'
import { forfeitureLifecycle, forfeitureSource, forfeitureStates } from './forfeiture.ts'
import { blankForfeiture, forfeitureColumns, forfeitureForm, forfeiturePage } from './forfeiture.view.ts'

const leaf = 'expense.guarantee'
const rights = rightsOf(leaf)

export const forfeitureRoutes: readonly Route[] = [
  ...registerRoutes({ leaf, menu: { under: leaf }, text, paths, states: forfeitureStates, hasNew: true, columns: (read) => forfeitureColumns(read.actor.organisationId), find: findForfeitures, counts: ({ state }) => state !== 'cancelled' && state !== 'reversed' }),
  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => redirect(paths.show(await createForfeiture(work, readForm(newForfeitureSchema, request))), text.done.create),
    again: (read, request, { errors }) => showForm(read, request, errors) }),
  get(paths.showRoute, rights.view, (read, request) => show(read, request)),
  ...stepRoutes({ lifecycle: forfeitureLifecycle, paths, show, steps: {
    post: withVersion(postForfeiture, text.done.post), cancel: withReason(cancelForfeiture, text.done.cancel), reverse: withReason(reverseForfeiture, text.done.reverse),
  } }),
  ...attachRoutes({ right: rights.edit, paths, attach: attachToForfeiture, detach: detachFromForfeiture, show }),
]

async function show(read: OfficerRead, { query, params }: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(query, read.actor.organisationId)
  await getOffice(read, organisationId)
  const forfeiture = await getForfeiture(read, organisationId, idIn(params.id))
  const key = { kind: forfeitureSource, id: forfeiture.id }
  const { permissions } = read.actor
  return page('expenditure/purchase-desk/show', forfeiturePage({
    forfeiture, officer: read.actor, isAlone: await signsAlone(read, forfeiture),
    links: [
      ...(permissions.has('expense.contract:view') ? [{ text: text.steps.contract, href: contractPaths.show(forfeiture.contractId) }] : []),
      ...(forfeiture.voucherId !== null && permissions.has('account.report:view') ? [{ text: text.fields.voucher, href: ledgerPaths.registered(organisationId, forfeiture.voucherId) }] : []),
    ],
    attachments: await findAttachments(read, organisationId, key), trail: trailRows(await findTrail(read, organisationId, key), text.trail),
  }, errors))
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const start = blankForfeiture(randomUUID(), read.today, request.query.contract ?? '')
  const given = typedForfeiture(request)
  const input = Object.keys(request.body).length === 0 ? start : { ...given, formKey: given.formKey || start.formKey }
  return page('expenditure/purchase-desk/form', forfeitureForm(input, await findContractsIn(read, securedStates, input.contract), errors))
}
