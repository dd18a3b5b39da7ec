import { randomUUID } from 'node:crypto'
import { attachRoutes, findAttachments, findTrail, getOffice, printRoute, stepRoutes, trailRows, withReason, withVersion } from '../../documents/index.ts'
import { findAccounts, ledgerPaths, signsAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { peopleIn } from '../bounce-people/bounce-people.schema.ts'
import { namesOfLines } from '../claim-form/claim-form.service.ts'
import { claimNumber } from '../claim/claim.view.ts'
import { claimPaths, waiverPaths as paths } from '../expenditure.paths.ts'
import { registerRoutes, rightsOf } from '../purchase-desk/purchase-desk.routes.ts'
import { waiverText as text } from '../waiver.text.ts'
import { findWaivers, getWaiver } from './waiver.repository.ts'
import { sharesIn, typedWaiver, waiverSchema } from './waiver.schema.ts'
import { approveWaiver, attachToWaiver, cancelWaiver, createWaiver, detachFromWaiver, findKnownWaiver, refuseWaiver, reverseWaiver } from './waiver.service.ts'
import { waiverLifecycle, waiverSource, waiverStates } from './waiver.ts'
import { blankWaiver, waiverColumns, waiverForm, waiverPage, waiverPaper } from './waiver.view.ts'

const leaf = 'expense.voucherreq'
const rights = rightsOf(leaf)

export const waiverRoutes: readonly Route[] = [
  ...registerRoutes({
    leaf, menu: { under: leaf }, text: { ...text, listTitle: text.registerTitle }, paths, states: waiverStates, hasNew: false, columns: (read) => waiverColumns(read.actor.organisationId),
    find: findWaivers, counts: ({ state }) => state === 'submitted' || state === 'posted',
  }),
  get(paths.new, rights.create, async (read, request) => (
    request.query.claim === undefined ? redirect(`${claimPaths.list}?state=approved`, { kind: 'info', text: text.chooseClaim }) : showForm(read, request))),
  post(paths.new, rights.create, { handle: async (work, request) => {
    const form = { ...readForm(waiverSchema, request), people: peopleIn(request), shares: sharesIn(request) }
    return redirect(paths.show(await createWaiver(work, form)), text.done.create)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),
  get(paths.showRoute, rights.view, (read, request) => show(read, request)),
  ...stepRoutes({ lifecycle: waiverLifecycle, paths, show, steps: {
    approve: withVersion(approveWaiver, text.done.approve), refuse: withReason(refuseWaiver, text.done.refuse), cancel: withVersion(cancelWaiver, text.done.cancel),
    reverse: withReason(reverseWaiver, text.done.reverse),
  } }),
  ...attachRoutes({ right: rights.edit, paths, attach: attachToWaiver, detach: detachFromWaiver, show }),
  printRoute(paths.printRoute, rights.print, { kind: waiverSource, view: 'expenditure/purchase-desk/paper', find: async (read, request) => {
    const waiver = await getWaiver(read, read.actor.organisationId, idIn(request.params.id))
    if (waiver.state === 'cancelled') throw new NotFound('waiver to print')
    return { id: waiver.id, pageOf: (mark) => waiverPaper(waiver, mark) }
  } }),
]

async function show(read: OfficerRead, { query, params }: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(query, read.actor.organisationId)
  await getOffice(read, organisationId)
  const waiver = await getWaiver(read, organisationId, idIn(params.id))
  const key = { kind: waiverSource, id: waiver.id }
  const mayFollow = waiver.voucherId !== null && read.actor.permissions.has('account.report:view')
  return page('expenditure/purchase-desk/show', waiverPage({
    waiver, officer: read.actor, isAlone: await signsAlone(read, waiver),
    links: mayFollow ? [{ text: text.fields.voucher, href: ledgerPaths.registered(organisationId, waiver.voucherId) }] : [],
    attachments: await findAttachments(read, organisationId, key), trail: trailRows(await findTrail(read, organisationId, key), text.trail),
  }, errors))
}

/** Of one claim, which the address names. */
async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const given = typedWaiver(request)
  const isTyped = Object.keys(request.body).length > 0
  const known = await findKnownWaiver(read, idIn(isTyped ? given.claim : request.query.claim))
  const start = blankWaiver(randomUUID(), read.today, known)
  const input = isTyped ? { ...given, formKey: given.formKey || start.formKey } : start
  const codes = new Set(known.costs.map(({ accountCode }) => accountCode))
  const names = {
    claimName: claimNumber(known.claim), lineNames: await namesOfLines(read, known.claim),
    accountNames: new Map((await findAccounts(read)).filter(({ code }) => codes.has(code)).map(({ code, name }) => [code, name])),
  }
  return page('expenditure/purchase-desk/form', waiverForm(input, known, { names, errors }))
}
