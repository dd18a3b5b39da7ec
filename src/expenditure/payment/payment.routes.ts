import { randomUUID } from 'node:crypto'
import { exportRoutes, findOffices, findTrail, getOffice, mostExported, mustFit, saveActions, stepRoutes, trailRows, withReason, withVersion, type ExportTable } from '../../documents/index.ts'
import { getVoucher, ledgerPaths, maySignAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { formatThaiDateField } from '../../platform/dates.ts'
import { findBankAccounts } from '../../registers/index.ts'
import { paymentPaths as paths } from '../payment.paths.ts'
import { paymentText as text } from '../payment.text.ts'
import { findWithholdingsOf } from '../withholding/withholding.repository.ts'
import { findPayable, findPayments, getPayment } from './payment.repository.ts'
import { askedPayments, claimIdsIn, newPaymentSchema } from './payment.schema.ts'
import { cancelPayment, postPayment, recordPayment, reversePayment } from './payment.service.ts'
import { paymentLifecycle, paymentSource } from './payment.ts'
import { exportTable, formPage, inputNames, listPage, showPage, type PaymentInput } from './payment.view.ts'

const rights = { view: 'expense.pay:view', create: 'expense.pay:create', print: 'expense.pay:print' } as const
const views = { list: 'expenditure/payment/list', form: 'expenditure/payment/form', show: 'expenditure/payment/show' } as const
const mostPayable = 200

export const paymentRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const { permissions, organisationId: own } = read.actor
    const asked = askedPayments(request.query, own)
    await getOffice(read, asked.filter.organisationId)
    const { organisationId, state = '' } = asked.filter
    const query = new URLSearchParams({ organisation: organisationId, state, search: asked.search, ...asked.days.typed })
    return page(views.list, listPage(asked, {
      ...await findPayments(read, { ...asked.filter, search: asked.search }), offices: await findOffices(read), mayCreate: permissions.has(rights.create), own,
      exports: saveActions(paths.list, query, permissions.has(rights.print)),
    }))
  }, menu: 'expense.pay' }),
  ...exportRoutes(paths.list, rights.print, fileOf),

  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => {
    const id = await recordPayment(work, { ...readForm(newPaymentSchema, request), claimIds: claimIdsIn(request) })
    return redirect(paths.show(id), text.done.recorded)
  }, again: (read, request, refusal) => showForm(read, request, refusal.errors) }),

  get(paths.showRoute, rights.view, (read, request) => show(read, request)),
  ...stepRoutes({ lifecycle: paymentLifecycle, paths, show, steps: {
    post: withVersion(postPayment, text.done.post), cancel: withReason(cancelPayment, text.done.cancel), reverse: withReason(reversePayment, text.done.reverse),
  } }),
]

async function fileOf(read: OfficerRead, request: FormRequest): Promise<ExportTable> {
  const { filter, search } = askedPayments(request.query, read.actor.organisationId)
  const office = await getOffice(read, filter.organisationId)
  const { items, hasMore } = await findPayments(read, { ...filter, after: undefined, search }, mostExported)
  mustFit(items.length + Number(hasMore), mostExported)
  return exportTable(items, office.name, read.today)
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const box = Object.fromEntries(inputNames.map((name) => [name, typed(request, name)]))
  const fresh = { paymentDate: formatThaiDateField(read.today), channel: 'cheque', formKey: randomUUID() }
  const said = Object.fromEntries(Object.entries(box).filter(([, value]) => value !== ''))
  const input: PaymentInput = { ...blank, ...fresh, ...said, claimIds: claimIdsIn(request) }
  return page(views.form, formPage({ claims: await findPayable(read, mostPayable), banks: await findBankAccounts(read, { activeOnly: true }), officer: read.actor }, input, errors))
}

const blank = {
  paymentDate: '', channel: '', bankAccountId: '', chequeNumber: '', chequeDate: '', handedTo: '', paperNumber: '', paperDate: '', reference: '', remark: '', formKey: '',
}

async function show(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  await getOffice(read, organisationId)
  const payment = await getPayment(read, organisationId, idIn(request.params.id))
  const voucher = payment.voucherId === null ? undefined : await getVoucher(read, organisationId, payment.voucherId)
  return page(views.show, showPage({
    payment, withholdings: await findWithholdingsOf(read, organisationId, payment.id), officer: read.actor, isAlone: await maySignAlone(read),
    voucher: voucher && { number: voucher.number, href: ledgerPaths.payment(organisationId, voucher.id) },
    trail: trailRows(await findTrail(read, organisationId, { kind: paymentSource, id: payment.id }), text.trail),
  }, errors))
}
