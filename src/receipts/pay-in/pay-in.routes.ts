import { randomUUID } from 'node:crypto'
import {
  attachmentSteps, attachRoutes, confirmed, findAttachments, findOffices, findTrail, getOffice, mostExported, mustFit, printRoute, stepRoutes, tableRoutes, trailRows, withForm, withReason, withVersion,
} from '../../documents/index.ts'
import { ledgerPaths } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { formatThaiDateField } from '../../platform/dates.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, manyIn, organisationIn, rowsIn } from '../../platform/http/asked.ts'
import { readForm, typed, typedAll } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { findBankAccounts } from '../../registers/index.ts'
import { asksForRows } from '../desk-page/desk-page.routes.ts'
import { deskViews as views } from '../desk-page/desk-page.view.ts'
import { formPage, inputOf, type PayInInput } from '../pay-in-form/pay-in-form.view.ts'
import { payInText as text } from '../pay-in.text.ts'
import { findInSafe } from '../returned-cheque/returned-cheque.repository.ts'
import { payInPaths as paths } from '../receipts.paths.ts'
import { officesBelow } from '../receipts.view.ts'
import { findAllPayIns, findPayIns, payInRows, totalPayIns } from './pay-in.repository.ts'
import { askedPayIns, editPayInSchema, editTransferSchema, newPayInSchema, newTransferSchema, paidSchema } from './pay-in.schema.ts'
import { cancelPayIn, cashOnHand, createPayIn, editPayIn, getPayIn, payIn, reversePayIn } from './pay-in.service.ts'
import { payInLifecycle, payInPapers } from './pay-in.ts'
import { exportTable, listPage, payPage, printPage, showPage } from './pay-in.view.ts'

const kind = 'pay-in'
const rights = { view: 'revenue.deposit:view', create: 'revenue.deposit:create', edit: 'revenue.deposit:edit', print: 'revenue.deposit:print' } as const

export const payInRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const asked = askedPayIns(request.query, read.actor.organisationId)
    await getOffice(read, asked.filter.organisationId)
    const found = { ...await findPayIns(read, asked.filter), listTotals: await totalPayIns(read, asked.filter), offices: await findOffices(read, officesBelow) }
    return page(views.list, listPage(asked, { ...found, mayCreate: read.actor.permissions.has(rights.create) }, read.actor))
  }, menu: 'revenue.deposit' }),

  ...tableRoutes(paths.list, rights.print, async (read, request) => {
    const { filter } = askedPayIns(request.query, read.actor.organisationId)
    const office = await getOffice(read, filter.organisationId)
    const payIns = await findAllPayIns(read, filter, mostExported)
    mustFit(payIns.length, mostExported)
    return exportTable(payIns, { office: office.name, totals: await totalPayIns(read, filter) })
  }),

  get(paths.new, rights.create, (read, request) => showNew(read, request, { isTransfer: false })),
  post(paths.new, rights.create, { handle: async (work, request) => {
    if (asksForRows(request)) return showNew(work, request, { isTransfer: false })
    return redirect(paths.show(await createPayIn(work, readForm(newPayInSchema, request))), text.saved)
  }, again: (read, request, refusal) => showNew(read, request, { isTransfer: false, errors: refusal.errors }) }),

  get(paths.newTransfer, rights.create, (read, request) => showNew(read, request, { isTransfer: true })),
  post(paths.newTransfer, rights.create, { handle: async (work, request) => (
    redirect(paths.show(await createPayIn(work, readForm(newTransferSchema, request))), text.saved)
  ), again: (read, request, refusal) => showNew(read, request, { isTransfer: true, errors: refusal.errors }) }),

  get(paths.editRoute, rights.edit, (read, request) => showEdit(read, request)),
  post(paths.editRoute, rights.edit, { handle: async (work, request) => {
    if (asksForRows(request)) return showEdit(work, request)
    const id = idIn(request.params.id)
    const { from } = await getPayIn(work, work.actor.organisationId, id)
    await editPayIn(work, id, from ? readForm(editTransferSchema, request) : readForm(editPayInSchema, request))
    return redirect(paths.show(id), text.saved)
  }, again: (read, request, refusal) => showEdit(read, request, refusal.errors) }),

  get(paths.showRoute, rights.view, (read, request) => showPayIn(read, request)),

  ...stepRoutes({ lifecycle: payInLifecycle, paths, show: showPayIn, steps: {
    pay: confirmed(withForm(paidSchema, payIn, text.done.pay), askPay),
    cancel: withVersion(cancelPayIn, text.done.cancel),
    reverse: withReason(reversePayIn, text.done.reverse),
  } }),

  ...attachRoutes({ right: rights.edit, paths, show: showPayIn, ...attachmentSteps({ kind, rows: payInRows, get: getPayIn, papers: payInPapers }) }),

  printRoute(paths.printRoute, rights.print, { kind, view: views.print, find: async (read, request) => {
    const found = await getPayIn(read, read.actor.organisationId, idIn(request.params.id))
    if (found.state === 'cancelled') throw new NotFound('a cancelled pay-in has no paper')
    return { id: found.id, pageOf: (mark) => printPage({ payIn: found, officer: read.actor }, mark) }
  } }),
]

function typedInput(request: FormRequest): Pick<PayInInput, 'values' | 'cheques' | 'chosen'> {
  return { values: typedAll(request), cheques: rowsIn(request.body, 'cheques'), chosen: manyIn(request.body, 'chequeKeys') }
}

async function choicesOf(read: OfficerRead, payInId?: string) {
  return { banks: await findBankAccounts(read, { activeOnly: true }), onHand: await cashOnHand(read), inSafe: await findInSafe(read, payInId) }
}

async function showNew(read: OfficerRead, request: FormRequest, { isTransfer, errors = {} }: { isTransfer: boolean; errors?: FieldErrors }): Promise<Reply> {
  const { values, ...carried } = typedInput(request)
  const fresh = { payInDate: formatThaiDateField(read.today) }
  const input = { isTransfer, ...carried, values: { ...fresh, ...values, formKey: values.formKey || randomUUID() } }
  return page(views.form, formPage(input, await choicesOf(read), errors))
}

async function showEdit(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const found = await getPayIn(read, read.actor.organisationId, idIn(request.params.id))
  if (!payInLifecycle.allows(read.actor, found).includes('edit')) throw new NotFound('draft of a pay-in')
  const stored = inputOf(found)
  const isTyped = Object.keys(request.body).length > 0
  return page(views.form, formPage(isTyped ? { ...stored, ...typedInput(request) } : stored, await choicesOf(read, found.id), errors))
}

async function showPayIn(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  const found = await getPayIn(read, organisationId, idIn(request.params.id))
  const key = { kind, id: found.id }
  const [attachments, trail] = [await findAttachments(read, organisationId, key), trailRows(await findTrail(read, organisationId, key), text.trail)]
  return page(views.show, showPage({ payIn: found, attachments, trail, officer: read.actor, voucherPath: ledgerPaths.registered }, errors))
}

async function askPay(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}) {
  const found = await getPayIn(read, read.actor.organisationId, idIn(request.params.id))
  if (!payInLifecycle.allows(read.actor, found).includes('pay')) throw new NotFound('draft of a pay-in')
  return payPage(found, { paidOn: typed(request, 'paidOn'), bankReference: typed(request, 'bankReference') }, errors)
}
