import { randomUUID } from 'node:crypto'
import { foundOf, tickedIn, tickedRoute } from '../../documents/index.ts'
import { formatThaiDateField } from '../../platform/dates.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { manyIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { page, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { countIssuedRows } from '../cheque-report/cheque-report.repository.ts'
import { findRowsToPay, getRow } from '../cheque-report/cheque-report.service.ts'
import { reportChannels } from '../cheque-report/cheque-report.ts'
import { paymentManyPaths as paths } from '../payment.paths.ts'
import { paymentText as text } from '../payment.text.ts'
import { findPayments, getPayment } from '../payment/payment.repository.ts'
import { askedPayments } from '../payment/payment.schema.ts'
import { boxesIn, channelAsked, receiverOf, rowsTicked } from './payment-many.schema.ts'
import { postTicked, recordRow } from './payment-many.service.ts'
import { approvedPage, recordedPage, rowsPage, waitingPage } from './payment-many.view.ts'

const mostRows = 100
const besideList = { under: 'expense.pay' } as const

export const paymentManyRoutes: readonly Route[] = [
  get(paths.record, 'expense.pay:create', { handle: (read, request) => showRows(read, request), ...besideList }),
  tickedRoute(paths.record, 'expense.pay:create', {
    ticked: rowsTicked, act: recordRow, none: text.many.noRows, again: showRows,
    results: async (read, results) => recordedPage(results, await foundOf(results, (id) => getRow(read, id))),
  }),
  get(paths.waiting, 'expense.pay:approve', { handle: (read, request) => showWaiting(read, request), ...besideList }),
  tickedRoute(paths.approve, 'expense.pay:approve', {
    ticked: ({ body }) => tickedIn(manyIn(body, 'payments')), act: postTicked, none: text.many.noPayments, again: showWaiting,
    results: async (read, results) => approvedPage(results, await foundOf(results, (id) => getPayment(read, read.actor.organisationId, id))),
  }),
]

async function showRows(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const waiting = await countIssuedRows(read)
  const channel = channelAsked(request) ?? reportChannels.find((one) => waiting.has(one)) ?? 'cheque'
  const rows = await findRowsToPay(read, { channel, most: mostRows + 1 })
  return page('documents/tick-list', rowsPage({
    rows: rows.slice(0, mostRows), hasMore: rows.length > mostRows, channel, waiting, paymentDate: typed(request, 'paymentDate') || formatThaiDateField(read.today),
    ticked: boxesIn(request), makeKey: randomUUID, receiverOf: ({ id, payeeName }) => receiverOf(request, id) || payeeName,
  }, errors))
}

/** Of the own office, recorded and not in the books. */
async function showWaiting(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const own = read.actor.organisationId
  const asked = askedPayments(request.query, own)
  return page('documents/tick-list', waitingPage(asked, await findPayments(read, { ...asked.filter, organisationId: own, state: 'recorded', search: asked.search }), errors))
}
