import { randomUUID } from 'node:crypto'
import { attachRoutes, findAttachments, findTrail, getOffice, stepRoutes, trailRows, withReason } from '../../documents/index.ts'
import { signsAlone } from '../../ledger/index.ts'
import { type FoundPage } from '../../platform/database/heads.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { addDays } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { formatMoney } from '../../platform/money.ts'
import { findContractsIn } from '../contract/contract.repository.ts'
import { openStates } from '../contract/contract.ts'
import { guaranteeText as text } from '../guarantee.text.ts'
import { forfeitureText } from '../forfeiture.text.ts'
import { heldSecurityText } from '../held-security.text.ts'
import { contractPaths, forfeiturePaths, guaranteePaths as paths, heldSecurityPaths } from '../procurement.paths.ts'
import { getProcurementRules } from '../procurement-rules/procurement-rules.repository.ts'
import { type PurchaseFilter } from '../purchase-desk/purchase-desk.ts'
import { registerRoutes, rightsOf } from '../purchase-desk/purchase-desk.routes.ts'
import { countExpiring, findGuarantees, getGuarantee } from './guarantee.repository.ts'
import { newGuaranteeSchema, typedGuarantee } from './guarantee.schema.ts'
import { attachToGuarantee, cancelGuarantee, detachFromGuarantee, forfeitGuarantee, registerGuarantee, returnGuarantee } from './guarantee.service.ts'
import { guaranteeLifecycle, guaranteeSource, guaranteeStates, type Guarantee, type GuaranteeState } from './guarantee.ts'
import { blankGuarantee, guaranteeColumns, guaranteeForm, guaranteePage } from './guarantee.view.ts'

const leaf = 'expense.guarantee'
const rights = rightsOf(leaf)

/** What waits is what has run out or soon will. */
async function findAsked(read: OfficerRead, filter: PurchaseFilter<GuaranteeState>, most?: number): Promise<FoundPage<Guarantee>> {
  const expiresBy = filter.isWaiting ? addDays(read.today, (await getProcurementRules(read, read.today)).number('guarantee-alarm-days')) : undefined
  return findGuarantees(read, { ...filter, expiresBy }, most)
}

export const guaranteeRoutes: readonly Route[] = [
  ...registerRoutes({
    leaf, menu: { menu: leaf }, text: { ...text, listTitle: text.registerTitle }, paths, states: guaranteeStates, hasNew: true, columns: (read) => guaranteeColumns(read.actor.organisationId, read.today), find: findAsked, notices: expiring,
    links: [{ text: heldSecurityText.title, href: heldSecurityPaths.list }, { text: forfeitureText.listTitle, href: forfeiturePaths.list }],
  }),
  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => redirect(paths.show(await registerGuarantee(work, readForm(newGuaranteeSchema, request))), text.done.create),
    again: (read, request, { errors }) => showForm(read, request, errors) }),
  get(paths.showRoute, rights.view, (read, request) => show(read, request)),
  ...stepRoutes({ lifecycle: guaranteeLifecycle, paths, show, steps: {
    return: withReason(returnGuarantee, text.done.return), forfeit: withReason(forfeitGuarantee, text.done.forfeit), cancel: withReason(cancelGuarantee, text.done.cancel),
  } }),
  ...attachRoutes({ right: rights.edit, paths, attach: attachToGuarantee, detach: detachFromGuarantee, show }),
]

const alarmDays = async (read: OfficerRead): Promise<number> => (await getProcurementRules(read, read.today)).number('guarantee-alarm-days')

async function expiring(read: OfficerRead): Promise<readonly string[]> {
  const days = await alarmDays(read)
  const { count, amount } = await countExpiring(read, days)
  return count === 0 ? [] : [text.expiring(String(count), String(days), formatMoney(amount))]
}

async function show(read: OfficerRead, { query, params }: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(query, read.actor.organisationId)
  await getOffice(read, organisationId)
  const guarantee = await getGuarantee(read, organisationId, idIn(params.id))
  const key = { kind: guaranteeSource, id: guarantee.id }
  return page('expenditure/purchase-desk/show', guaranteePage({
    guarantee, officer: read.actor, isAlone: await signsAlone(read, guarantee), today: read.today, alarmDays: await alarmDays(read),
    links: read.actor.permissions.has('expense.contract:view') ? [{ text: text.steps.contract, href: contractPaths.show(guarantee.contractId) }] : [],
    attachments: await findAttachments(read, organisationId, key), trail: trailRows(await findTrail(read, organisationId, key), text.trail),
  }, errors))
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const start = blankGuarantee(randomUUID(), read.today, request.query.contract ?? '')
  const given = typedGuarantee(request)
  const input = Object.keys(request.body).length === 0 ? start : { ...given, formKey: given.formKey || start.formKey }
  return page('expenditure/purchase-desk/form', guaranteeForm(input, await findContractsIn(read, openStates, input.contract), errors))
}
