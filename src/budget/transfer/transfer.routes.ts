import { randomUUID } from 'node:crypto'
import {
  confirmed, findAttachments, findOffices, findTrail, getOffice, largestAttachment, printRoute, stepRoutes, trailRows, withForm, withReason, withVersion,
} from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { readThaiDate } from '../../platform/dates.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { yearIn } from '../asked.ts'
import { transferPaths as paths } from '../budget.paths.ts'
import { transferText as text } from '../change.text.ts'
import { findDocuments } from '../document/document.repository.ts'
import { findBudgetYears } from '../line/line.repository.ts'
import { getSettings } from '../settings/settings.repository.ts'
import { getNames } from '../settings/settings.service.ts'
import { blankInput, formPage, inputOf } from '../transfer-form/transfer-form.view.ts'
import { findKnown } from '../transfer-lines/transfer-lines.service.ts'
import { judge } from '../transfer-lines/transfer-lines.ts'
import { announceSchema, approveSchema, askedTransfers, asksForPage, editTransferSchema, newTransferSchema, typedInput } from './transfer.schema.ts'
import {
  announceTransfer, approveTransfer, attachToTransfer, cancelTransfer, createTransfer, detachFromTransfer, editTransfer, getTransfer, rejectTransfer,
  reportTransfer, returnTransfer, revokeTransfer, submitTransfer, transferKey,
} from './transfer.service.ts'
import { isReportLate, transferLifecycle, type Transfer, type TransferState } from './transfer.ts'
import { listPage, printPage, showPage, stepPage } from './transfer.view.ts'

const rights = {
  view: 'budget.transfer:view', create: 'budget.transfer:create', edit: 'budget.transfer:edit', print: 'budget.transfer:print',
} as const
const views = { list: 'budget/transfer/list', form: 'budget/transfer/form', show: 'budget/transfer/show', print: 'budget/transfer/print' } as const

export const transferRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const own = read.actor.organisationId
    const filter = { ...askedTransfers(request.query, own, read.today), fiscalYear: yearIn(request.query, read.today) }
    await getOffice(read, filter.organisationId)
    const around = { offices: await findOffices(read), years: await findBudgetYears(read, filter.organisationId), own }
    const found = await findDocuments<TransferState>(read, filter)
    return page(views.list, listPage(filter, { ...found, ...around, mayCreate: read.actor.permissions.has(rights.create) }))
  }, menu: 'budget.transfer' }),

  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => {
    if (asksForPage(request)) return showForm(work, request)
    return redirect(paths.show(await createTransfer(work, readForm(newTransferSchema, request))), text.saved)
  }, again: (read, request, refusal) => showForm(read, request, refusal.errors) }),

  get(paths.editRoute, rights.edit, (read, request) => showForm(read, request)),
  post(paths.editRoute, rights.edit, { handle: async (work, request) => {
    if (asksForPage(request)) return showForm(work, request)
    const id = idIn(request.params.id)
    await editTransfer(work, id, readForm(editTransferSchema, request))
    return redirect(paths.show(id), text.saved)
  }, again: (read, request, refusal) => showForm(read, request, refusal.errors) }),

  get(paths.showRoute, rights.view, (read, request) => showTransfer(read, request)),

  ...stepRoutes({ lifecycle: transferLifecycle, paths, show: showTransfer, steps: {
    submit: withVersion(submitTransfer, text.done.submit), cancel: withVersion(cancelTransfer, text.done.cancel),
    approve: confirmed(withForm(approveSchema, approveTransfer, text.done.approve), ask('approve', ['submitted'])),
    reject: withReason(rejectTransfer, text.done.reject), return: withReason(returnTransfer, text.done.return),
    announce: confirmed(withForm(announceSchema, announceTransfer, text.done.announce), ask('announce', ['approved'])),
    report: confirmed(withForm(announceSchema, reportTransfer, text.done.report), ask('report', ['announced'])),
    revoke: withReason(revokeTransfer, text.done.revoke),
  } }),

  post(paths.attachRoute, rights.edit, { handle: async (work, request) => {
    const id = idIn(request.params.id)
    await attachToTransfer(work, id, request.files.filter((file) => file.field === 'files'))
    return redirect(paths.show(id), text.done.attached)
  }, again: (read, request, refusal) => showTransfer(read, request, refusal.errors), uploadBytes: 2 * largestAttachment }),

  post(paths.detachRoute, rights.edit, { handle: async (work, request) => {
    const id = idIn(request.params.id)
    await detachFromTransfer(work, id, idIn(request.params.attachment))
    return redirect(paths.show(id), text.done.detached)
  }, again: (read, request, refusal) => showTransfer(read, request, refusal.errors) }),

  printRoute(paths.printRoute, rights.print, { kind: transferKey('').kind, view: views.print, find: async (read, request) => {
    const transfer = await getTransfer(read, read.actor.organisationId, idIn(request.params.id))
    if (transfer.number === null) throw new NotFound('transfer without number')
    const names = await getNames(read, transfer.organisationId, transfer.fiscalYear)
    return { id: transfer.id, pageOf: (mark) => printPage(transfer, names, { organisation: read.actor.organisationName, mark }) }
  } }),
]

/** Faults of the rows are told with those of the head, even when the head alone was refused. */
async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const transfer = request.params.id === undefined ? undefined : await getDraft(read, request)
  const start = transfer ? inputOf(transfer) : blankInput(randomUUID(), read.today)
  const isTyped = Object.keys(request.body).length > 0
  const given = typedInput(request)
  // A draft kept while nobody was signed in knows no version: it is taken up at the present one.
  const input = isTyped ? { ...given, formKey: given.formKey || start.formKey, version: given.version || start.version } : start
  const known = await findKnown(read, input.lines, readThaiDate(input.documentDate) ?? read.today)
  const judged = judge(input.lines, input.changes === 'yes', known)
  const all = Object.keys(errors).length > 0 ? { ...judged.faults, ...errors } : {}
  return page(views.form, formPage(input, { transfer, known, judged, isAgain: isTyped || transfer !== undefined }, all))
}

async function getDraft(read: OfficerRead, request: FormRequest): Promise<Transfer> {
  const transfer = await getTransfer(read, read.actor.organisationId, idIn(request.params.id))
  if (!transferLifecycle.allows(read.actor, transfer).includes('edit')) throw new NotFound('draft of a transfer')
  return transfer
}

async function showTransfer(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  const office = await getOffice(read, organisationId)
  const transfer = await getTransfer(read, organisationId, idIn(request.params.id))
  const settings = await getSettings(read, { fiscalYear: transfer.fiscalYear, laoKind: office.laoKind })
  const days = settings.number('report-days')
  return page(views.show, showPage({
    transfer, officer: read.actor, names: await getNames(read, organisationId, transfer.fiscalYear),
    attachments: await findAttachments(read, organisationId, transferKey(transfer.id)),
    trail: trailRows(await findTrail(read, organisationId, transferKey(transfer.id)), text.trail),
    overdue: isReportLate(transfer, read.today, days) ? days : undefined,
  }, errors))
}

function ask(step: 'approve' | 'announce' | 'report', states: readonly TransferState[]) {
  return async (read: OfficerRead, request: FormRequest, errors: FieldErrors) => {
    const transfer = await getTransfer(read, read.actor.organisationId, idIn(request.params.id))
    if (!states.includes(transfer.state)) throw new NotFound(`transfer for ${step}`)
    const of = (name: string) => typed(request, name)
    const given = { happenedOn: of('happenedOn'), approver: of('approver'), meeting: of('meeting'), letterNumber: of('letterNumber'), note: of('note') }
    return stepPage(step, { transfer, today: read.today, typed: given, errors })
  }
}
