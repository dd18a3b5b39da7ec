import { printRoute } from '../../documents/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { type Route } from '../../platform/http/route.ts'
import { getBankAccount } from '../../registers/index.ts'
import { findForm } from '../cheque-form/cheque-form.repository.ts'
import { getReport } from '../cheque-report/cheque-report.service.ts'
import { hasSlips } from '../cheque-report/cheque-report.ts'
import { getCheque } from '../cheque/cheque.repository.ts'
import { chequeSource, isPrintable } from '../cheque/cheque.ts'
import { chequePaths, chequeReportPaths, paymentPaths } from '../payment.paths.ts'
import { getPayment } from '../payment/payment.repository.ts'
import { hasSlip } from '../payment/payment.ts'
import { chequePaper, slipsPaper } from './cheque-paper.view.ts'

const view = 'expenditure/cheque-paper/print'
/** Counted apart from the papers of the report and of the payment. */
const slipSources = { report: 'withdrawal-slips', payment: 'withdrawal-slip' } as const

export const chequePaperRoutes: readonly Route[] = [
  printRoute(chequePaths.printRoute, 'expense.pay:print', { kind: chequeSource, view, find: async (read, request) => {
    const cheque = await getCheque(read, read.actor.organisationId, idIn(request.params.id))
    const { chequeDate, amount } = cheque
    if (!isPrintable(cheque) || chequeDate === null || amount === null) throw new NotFound('cheque to be printed')
    const { bankName } = await getBankAccount(read, cheque.bankAccountId)
    const form = await findForm(read, { kind: 'cheque', bankName, bookId: cheque.bookId })
    return { id: cheque.id, pageOf: (_mark, before) => chequePaper({ ...cheque, chequeDate, amount }, form, { backHref: chequePaths.show(cheque.id), before }) }
  } }),
  printRoute(chequeReportPaths.slipsRoute, 'expense.cheque:print', { kind: slipSources.report, view, find: async (read, request) => {
    const report = await getReport(read, read.actor.organisationId, idIn(request.params.id))
    if (!hasSlips(report)) throw new NotFound('slips to be printed')
    const { bankName, accountNumber: account, accountName } = await getBankAccount(read, report.bankAccountId)
    const form = await findForm(read, { kind: 'withdrawal', bankName, bookId: null })
    const slips = report.rows.filter(({ channel }) => channel === 'withdrawal').map(({ payeeName, net }) => ({ day: report.reportDate, payee: payeeName, amount: net, account, accountName }))
    return { id: report.id, pageOf: (_mark, before) => slipsPaper(slips, form, { backHref: chequeReportPaths.show(report.id), before }) }
  } }),
  printRoute(paymentPaths.slipRoute, 'expense.pay:print', { kind: slipSources.payment, view, find: async (read, request) => {
    const payment = await getPayment(read, read.actor.organisationId, idIn(request.params.id))
    if (!hasSlip(payment) || payment.bankAccountId === null) throw new NotFound('slip to be printed')
    const { bankName, accountNumber: account, accountName } = await getBankAccount(read, payment.bankAccountId)
    const form = await findForm(read, { kind: 'withdrawal', bankName, bookId: null })
    const slip = { day: payment.paymentDate, payee: payment.payeeNames, amount: payment.net, account, accountName }
    return { id: payment.id, pageOf: (_mark, before) => slipsPaper([slip], form, { backHref: paymentPaths.show(payment.id), before }) }
  } }),
]
