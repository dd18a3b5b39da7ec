import { randomUUID } from 'node:crypto'
import { attachRoutes, confirmed, exportActions, findAttachments, findOffices, findTrail, getOffice, mostExported, mustFit, printRoute, stepRoutes, tableRoutes, trailRows, withForm, withReason, withVersion, type ConfirmPage, type ExportTable, type Step } from '../../documents/index.ts'
import { getVoucher, ledgerPaths, signsAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { type LineTable, type PageHeader } from '../../platform/http/components.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { formatThaiDateField } from '../../platform/dates.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { findBankAccounts } from '../../registers/index.ts'
import { paymentManyPaths, paymentPaths as paths } from '../payment.paths.ts'
import { paymentText as text } from '../payment.text.ts'
import { bounceSchema } from '../bounce/bounce.schema.ts'
import { bouncePayment, unbouncePayment } from '../bounce/bounce.service.ts'
import { bouncePage, unbouncePage } from '../bounce/bounce.view.ts'
import { findPaidPeople, findPartBounces } from '../bounce-people/bounce-people.repository.ts'
import { bouncePeopleSchema, peopleIn } from '../bounce-people/bounce-people.schema.ts'
import { bouncePeople, unbouncePeople } from '../bounce-people/bounce-people.service.ts'
import { bouncePeoplePage, bouncesTable, unbouncePeoplePage } from '../bounce-people/bounce-people.view.ts'
import { findRowToPay, findRowsToPay } from '../cheque-report/cheque-report.service.ts'
import { postPayment, reversePayment } from '../payment-post/payment-post.service.ts'
import { findWithholdingsOf } from '../withholding/withholding.repository.ts'
import { findPayable, findPayments, getPayment, isPaidAnew, totalPayments } from './payment.repository.ts'
import { askedPayments, claimIdsIn, isSearching, newPaymentSchema } from './payment.schema.ts'
import { attachToPayment, cancelPayment, detachFromPayment, recordPayment } from './payment.service.ts'
import { paymentLifecycle, paymentSource, type Payment } from './payment.ts'
import { formPage, inputNames, rowPage, type PaymentInput } from '../payment-form/payment-form.view.ts'
import { exportTable, listPage, paymentPaper, showPage } from './payment.view.ts'

const rights = { view: 'expense.pay:view', create: 'expense.pay:create', edit: 'expense.pay:edit', approve: 'expense.pay:approve', print: 'expense.pay:print' } as const
const views = { list: 'documents/list', form: 'expenditure/payment/form', row: 'expenditure/payment/row', show: 'expenditure/payment/show' } as const
const mostRows = 200

/** Who was ticked stands beside the form. */
const takePeople: Step = {
  async take(work, id, request) {
    await bouncePeople(work, id, { ...readForm(bouncePeopleSchema, request), people: peopleIn(request) })
    return text.done['bounce-people']
  },
}

export const paymentRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const { permissions, organisationId: own } = read.actor
    const asked = askedPayments(request.query, own)
    await getOffice(read, asked.filter.organisationId)
    const { organisationId, state = '' } = asked.filter
    const query = new URLSearchParams({ organisation: organisationId, state, search: asked.search, ...asked.days.typed })
    return page(views.list, listPage(asked, {
      ...await findPayments(read, { ...asked.filter, search: asked.search }), listTotals: await totalPayments(read, { ...asked.filter, search: asked.search }), offices: await findOffices(read), mayCreate: permissions.has(rights.create), own,
      many: manyActions(permissions), exports: exportActions(paths.list, query, permissions.has(rights.print)),
    }))
  }, menu: 'expense.pay' }),
  ...tableRoutes(paths.list, rights.print, fileOf),

  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => {
    if (isSearching(request)) return showForm(work, request)
    const id = await recordPayment(work, { ...readForm(newPaymentSchema, request), claimIds: claimIdsIn(request) })
    return redirect(paths.show(id), text.done.recorded)
  }, again: (read, request, refusal) => showForm(read, request, refusal.errors) }),

  get(paths.showRoute, rights.view, (read, request) => show(read, request)),
  ...stepRoutes({ lifecycle: paymentLifecycle, paths, show, steps: {
    post: withVersion(postPayment, text.done.post), cancel: withReason(cancelPayment, text.done.cancel), reverse: withReason(reversePayment, text.done.reverse),
    bounce: confirmed(withForm(bounceSchema, bouncePayment, text.done.bounce), askBounce), unbounce: confirmed(withReason(unbouncePayment, text.done.unbounce), askUnbounce),
    'bounce-people': confirmed(takePeople, askPeople), 'unbounce-people': confirmed(withReason(unbouncePeople, text.done['unbounce-people']), askPeopleBack),
  } }),
  ...attachRoutes({ right: rights.edit, paths, show, attach: attachToPayment, detach: detachFromPayment }),
  printRoute(paths.printRoute, rights.print, { kind: paymentSource, view: 'expenditure/purchase-desk/paper', find: async (read, request) => {
    const payment = await getPayment(read, read.actor.organisationId, idIn(request.params.id))
    if (payment.state === 'cancelled') throw new NotFound('a cancelled payment has no paper')
    const voucher = payment.voucherId === null ? undefined : (await getVoucher(read, payment.organisationId, payment.voucherId)).number
    const taxes = await findWithholdingsOf(read, payment.organisationId, payment.id)
    return { id: payment.id, pageOf: (mark) => paymentPaper({ payment, voucher, taxes }, mark) }
  } }),
]

function manyActions(permissions: OfficerRead['actor']['permissions']): NonNullable<PageHeader['actions']> {
  return [
    ...(permissions.has(rights.create) ? [{ text: text.many.recordTitle, href: paymentManyPaths.record, kind: 'secondary' as const }] : []),
    ...(permissions.has(rights.approve) ? [{ text: text.many.approveTitle, href: paymentManyPaths.waiting, kind: 'secondary' as const }] : []),
  ]
}

async function fileOf(read: OfficerRead, request: FormRequest): Promise<ExportTable> {
  const { filter, search } = askedPayments(request.query, read.actor.organisationId)
  const office = await getOffice(read, filter.organisationId)
  const asked = { ...filter, after: undefined, search }
  const { items, hasMore } = await findPayments(read, asked, mostExported)
  mustFit(items.length + Number(hasMore), mostExported)
  return exportTable(items, { office: office.name, totals: await totalPayments(read, asked), today: read.today })
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const box = Object.fromEntries(inputNames.map((name) => [name, typed(request, name)]))
  const fresh = { paymentDate: formatThaiDateField(read.today), channel: '', formKey: randomUUID() }
  const said = Object.fromEntries(Object.entries(box).filter(([, value]) => value !== ''))
  const input: PaymentInput = { ...blank, ...fresh, ...said, claimIds: claimIdsIn(request) }
  const rowId = input.reportRowId || (request.query.row ?? '')
  if (rowId !== '') return showRow(read, idIn(rowId), { input, errors })
  const rows = await findRowsToPay(read, { most: mostRows })
  const search = normalizeThai(typed(request, 'search')).slice(0, 100)
  return page(views.form, formPage({ ...await findPayable(read, { search, chosen: input.claimIds }), search, banks: await findBankAccounts(read, { activeOnly: true }), officer: read.actor, rows }, input, errors))
}

async function showRow(read: OfficerRead, rowId: string, { input, errors }: { readonly input: PaymentInput; readonly errors: FieldErrors }): Promise<Reply> {
  const found = await findRowToPay(read, rowId)
  if (found === undefined) throw new NotFound('row of an issued report')
  return page(views.row, rowPage(found, input, errors))
}

const blank = {
  paymentDate: '', channel: '', bankAccountId: '', chequeNumber: '', chequeDate: '', handedTo: '', receiverId: '', paperNumber: '', paperDate: '', reference: '', remark: '', formKey: '', reportRowId: '',
}

/** Of a payment of the own office that can come back. */
async function askBounce(read: OfficerRead, request: FormRequest, errors: FieldErrors): Promise<ConfirmPage> {
  const payment = await getPayment(read, read.actor.organisationId, idIn(request.params.id))
  if (payment.state !== 'posted' || payment.bankAccountId === null) throw new NotFound('payment that can come back')
  return bouncePage(payment, { bouncedOn: typed(request, 'bouncedOn') || formatThaiDateField(read.today), reason: typed(request, 'reason') }, errors)
}

async function askUnbounce(read: OfficerRead, request: FormRequest, errors: FieldErrors): Promise<ConfirmPage> {
  const payment = await getPayment(read, read.actor.organisationId, idIn(request.params.id))
  if (payment.state !== 'bounced') throw new NotFound('payment that came back')
  return unbouncePage(payment, { reason: typed(request, 'reason') }, errors)
}

async function askPeople(read: OfficerRead, request: FormRequest, errors: FieldErrors): Promise<ConfirmPage> {
  const payment = await getPayment(read, read.actor.organisationId, idIn(request.params.id))
  const people = await findPaidPeople(read, payment.organisationId, payment.id)
  if (payment.state !== 'posted' || payment.bankAccountId === null || people.length === 0) throw new NotFound('payment of people whose money can come back')
  const said = { people: peopleIn(request), bouncedOn: typed(request, 'bouncedOn') || formatThaiDateField(read.today), reason: typed(request, 'reason') }
  return bouncePeoplePage(payment, people, { typed: said, errors })
}

async function askPeopleBack(read: OfficerRead, request: FormRequest, errors: FieldErrors): Promise<ConfirmPage> {
  const payment = await getPayment(read, read.actor.organisationId, idIn(request.params.id))
  const bounce = (await findPartBounces(read, payment.organisationId, payment.id)).findLast(({ isLive }) => isLive)
  if (bounce === undefined) throw new NotFound('payment of which some money came back')
  return unbouncePeoplePage(payment, bounce, { typed: { reason: typed(request, 'reason') }, errors })
}

async function partBouncesOf(read: OfficerRead, { organisationId, id }: Payment): Promise<LineTable | undefined> {
  const bounces = await findPartBounces(read, organisationId, id)
  const vouchers = new Map<string, { readonly number: string; readonly href: string }>()
  for (const { voucherId } of bounces) vouchers.set(voucherId, { number: (await getVoucher(read, organisationId, voucherId)).number, href: ledgerPaths.registered(organisationId, voucherId) })
  return bounces.length === 0 ? undefined : bouncesTable(bounces, vouchers)
}

async function show(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  await getOffice(read, organisationId)
  const payment = await getPayment(read, organisationId, idIn(request.params.id))
  const voucher = payment.voucherId === null ? undefined : await getVoucher(read, organisationId, payment.voucherId)
  const bounced = payment.bounceVoucherId === null ? undefined : await getVoucher(read, organisationId, payment.bounceVoucherId)
  return page(views.show, showPage({
    payment, bounceVoucher: bounced && { number: bounced.number, href: ledgerPaths.registered(organisationId, bounced.id) }, partBounces: await partBouncesOf(read, payment), isPaidAnew: payment.state === 'bounced' && await isPaidAnew(read, payment), attachments: await findAttachments(read, organisationId, { kind: paymentSource, id: payment.id }), withholdings: await findWithholdingsOf(read, organisationId, payment.id), officer: read.actor, isAlone: await signsAlone(read, payment),
    voucher: voucher && { number: voucher.number, href: ledgerPaths.payment(organisationId, voucher.id) },
    trail: trailRows(await findTrail(read, organisationId, { kind: paymentSource, id: payment.id }), text.trail),
  }, errors))
}
