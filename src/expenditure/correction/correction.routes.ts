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
import { claimNumber } from '../claim/claim.view.ts'
import { correctionText as text } from '../correction.text.ts'
import { findExpenseAccounts } from '../expense-account/expense-account.repository.ts'
import { claimPaths, correctionPaths as paths } from '../expenditure.paths.ts'
import { registerRoutes, rightsOf } from '../purchase-desk/purchase-desk.routes.ts'
import { findCorrections, getCorrection } from './correction.repository.ts'
import { correctionSchema, typedCorrection } from './correction.schema.ts'
import {
  approveCorrection, attachToCorrection, cancelCorrection, createCorrection, detachFromCorrection, findKnownCosts, refuseCorrection, reverseCorrection,
} from './correction.service.ts'
import { correctionLifecycle, correctionSource, correctionStates } from './correction.ts'
import { blankCorrection, correctionColumns, correctionForm, correctionPage, correctionPaper } from './correction.view.ts'

const leaf = 'expense.voucherreq'
const rights = rightsOf(leaf)

export const correctionRoutes: readonly Route[] = [
  ...registerRoutes({
    leaf, menu: { under: leaf }, text: { ...text, listTitle: text.registerTitle }, paths, states: correctionStates, hasNew: false, columns: (read) => correctionColumns(read.actor.organisationId),
    find: findCorrections, counts: ({ state }) => state === 'submitted' || state === 'posted',
  }),
  get(paths.new, rights.create, async (read, request) => (
    request.query.claim === undefined ? redirect(`${claimPaths.list}?state=paid`, { kind: 'info', text: text.chooseClaim }) : showForm(read, request))),
  post(paths.new, rights.create, { handle: async (work, request) => redirect(paths.show(await createCorrection(work, readForm(correctionSchema, request))), text.done.create),
    again: (read, request, { errors }) => showForm(read, request, errors) }),
  get(paths.showRoute, rights.view, (read, request) => show(read, request)),
  ...stepRoutes({ lifecycle: correctionLifecycle, paths, show, steps: {
    approve: withVersion(approveCorrection, text.done.approve), refuse: withReason(refuseCorrection, text.done.refuse), cancel: withVersion(cancelCorrection, text.done.cancel),
    reverse: withReason(reverseCorrection, text.done.reverse),
  } }),
  ...attachRoutes({ right: rights.edit, paths, attach: attachToCorrection, detach: detachFromCorrection, show }),
  printRoute(paths.printRoute, rights.print, { kind: correctionSource, view: 'expenditure/purchase-desk/paper', find: async (read, request) => {
    const correction = await getCorrection(read, read.actor.organisationId, idIn(request.params.id))
    if (correction.state === 'cancelled') throw new NotFound('correction to print')
    return { id: correction.id, pageOf: (mark) => correctionPaper(correction, mark) }
  } }),
]

async function show(read: OfficerRead, { query, params }: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(query, read.actor.organisationId)
  await getOffice(read, organisationId)
  const correction = await getCorrection(read, organisationId, idIn(params.id))
  const key = { kind: correctionSource, id: correction.id }
  const mayFollow = correction.voucherId !== null && read.actor.permissions.has('account.report:view')
  return page('expenditure/purchase-desk/show', correctionPage({
    correction, officer: read.actor, isAlone: await signsAlone(read, correction),
    links: mayFollow ? [{ text: text.fields.voucher, href: ledgerPaths.registered(organisationId, correction.voucherId) }] : [],
    attachments: await findAttachments(read, organisationId, key), trail: trailRows(await findTrail(read, organisationId, key), text.trail),
  }, errors))
}

/** Of one claim, which the address names. */
async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const given = typedCorrection(request)
  const isTyped = Object.keys(request.body).length > 0
  const known = await findKnownCosts(read, idIn(isTyped ? given.claim : request.query.claim))
  const start = blankCorrection(randomUUID(), read.today, known)
  const input = isTyped ? { ...given, formKey: given.formKey || start.formKey } : start
  const codes = new Set(known.costs.map(({ accountCode }) => accountCode))
  return page('expenditure/purchase-desk/form', correctionForm(input, {
    known, claimName: claimNumber(known.claim), accountNames: new Map((await findAccounts(read)).filter(({ code }) => codes.has(code)).map(({ code, name }) => [code, name])),
    accounts: await findExpenseAccounts(read, { itemCodes: [...new Set(known.lines.map(({ economicCode }) => economicCode))], fiscalYear: known.claim.fiscalYear }),
  }, errors))
}
