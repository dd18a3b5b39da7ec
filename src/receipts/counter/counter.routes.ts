import { randomUUID } from 'node:crypto'
import { printMark, recordPrint } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { isId, rowsIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, printPage as printed, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { findDayOfCounter } from '../day-close/day-close.service.ts'
import { findOffer } from '../counter-offer/counter-offer.service.ts'
import { asksForRows, choicesOf } from '../receipt-lines/receipt-lines.service.ts'
import { getPrint } from '../receipt-print/receipt-print.service.ts'
import { printPage, receiptPrintView } from '../receipt-print/receipt-print.view.ts'
import { getReceipt } from '../receipt/receipt.repository.ts'
import { counterText as text } from '../counter.text.ts'
import { paperName } from '../receipts.names.ts'
import { counterPaths as paths, receiptPaths } from '../receipts.paths.ts'
import { counterSchema } from './counter.schema.ts'
import { issueReceipt } from './counter.service.ts'
import { blankInput, formPage, nextInput, offeredInput, type CounterInput } from './counter.view.ts'

const rights = { create: 'revenue.receipt:create', print: 'revenue.receipt:print' } as const
const view = 'receipts/counter/form'

export const counterRoutes: readonly Route[] = [
  get(paths.form, rights.create, { handle: (read, request) => showForm(read, request), under: 'revenue.receipt' }),
  post(paths.form, rights.create, {
    handle: (work, request) => (asksForRows(request) ? showForm(work, request) : issue(work, request)),
    again: (read, request, { errors }) => showForm(read, request, errors),
  }),
]

/** The paper comes back at once where it was asked for: who waits at the counter waits for it. */
async function issue(work: OfficerWork, request: FormRequest): Promise<Reply> {
  const id = await issueReceipt(work, readForm(counterSchema, request))
  const then = typed(request, 'then')
  if (then === 'print' && work.actor.permissions.has(rights.print)) {
    const before = await recordPrint(work, { kind: 'receipt', id })
    return printed(receiptPrintView, printPage(await getPrint(work, id), { mark: printMark(before), before, backHref: paths.next(id) }))
  }
  const { paper } = await getReceipt(work, work.actor.organisationId, id)
  return redirect(then === 'next' ? paths.next(id) : receiptPaths.show(id), text.issued(paperName(paper)))
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  // Sub-units write theirs by hand.
  if (read.actor.organisationKind !== 'LAO') return redirect(receiptPaths.handwritten)
  const choices = {
    ...await choicesOf(read, request), day: await findDayOfCounter(read), today: read.today, mayPrint: read.actor.permissions.has(rights.print),
  }
  return page(view, formPage(await inputOf(read, request), choices, errors))
}

async function inputOf(read: OfficerRead, request: FormRequest): Promise<CounterInput> {
  if (Object.keys(request.body).length > 0) return typedInput(request)
  const offer = await findOffer(read, request.query)
  if (offer) return offeredInput(randomUUID(), offer)
  const { after } = request.query
  return isId(after) ? nextInput(randomUUID(), await getReceipt(read, read.actor.organisationId, after)) : blankInput(randomUUID())
}

function typedInput(request: FormRequest): CounterInput {
  const kept = (name: string) => typed(request, name)
  return {
    formKey: kept('formKey') || randomUUID(), payer: kept('payer'), payerKind: kept('payerKind'), payerNumber: kept('payerNumber'),
    payerAddress: kept('payerAddress'), remark: kept('remark'), cash: kept('cash'),
    lines: rowsIn(request.body, 'lines'), transfers: rowsIn(request.body, 'transfers'), cheques: rowsIn(request.body, 'cheques'),
  }
}
