// The buttons of documents that stand, by table and state: who presses them, how often. Steps back are rarer than steps on.
import { acceptDelivery, cancelAcceptance, rejectDelivery, reverseAcceptance } from '../../src/expenditure/acceptance/acceptance.service.ts'
import { approveReport, cancelReport, issueReport, returnReport } from '../../src/expenditure/cheque-report/cheque-report.service.ts'
import { clearCheque, unclearCheque } from '../../src/expenditure/cheque/cheque.service.ts'
import { checkWhole } from '../../src/expenditure/claim-check/claim-check.service.ts'
import { approveClaim, cancelClaim, endorseClaim, refuseClaim, rejectClaim, returnClaim, revokeClaim, submitClaim, withdrawClaim } from '../../src/expenditure/claim-step/claim-step.service.ts'
import { approveClearing, cancelClearing, claimExcess, returnClearing, reverseClearing } from '../../src/expenditure/clearing/clearing.service.ts'
import { closeContract, completeContract, revokeContract, signContract, terminateContract } from '../../src/expenditure/contract/contract.service.ts'
import { approveLoan, cancelLoan, claimLoan, returnLoan, revokeLoan, submitLoan, withdrawLoan } from '../../src/expenditure/loan/loan.service.ts'
import { approveRun, claimRun, reopenRun, returnRun, submitRun } from '../../src/expenditure/pay-run/pay-run.service.ts'
import { cancelPayment, postPayment, reversePayment } from '../../src/expenditure/payment/payment.service.ts'
import { approveRequest, cancelRequest, returnRequest, revokeRequest, submitRequest } from '../../src/expenditure/purchase-request/purchase-request.service.ts'
import { type OfficerWork } from '../../src/platform/database/work.ts'
import { cancelPayIn, payIn, reversePayIn } from '../../src/receipts/pay-in/pay-in.service.ts'
import { cancelReceipt, confirmCancel, refuseCancellation } from '../../src/receipts/receipt/receipt.service.ts'
import { cancelSummary, confirmSummary, gatherSlips, reverseSummary } from '../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { cancelRemittance, receiveRemittance, returnRemittance, submitRemittance } from '../../src/receipts/remittance/remittance.service.ts'
import { type Role } from './town.ts'

export interface Button {
  readonly table: string
  readonly state: string
  readonly name: string
  readonly by: Role
  readonly weight: number
  press(work: OfficerWork, id: string, version: number): Promise<unknown>
}

type Act = Button['press']
type ReasonAct = (work: OfficerWork, id: string, form: { version: number; reason: string }) => Promise<unknown>

const reasoned = (act: ReasonAct): Act => (work, id, version) => act(work, id, { version, reason: 'ทดลอง' })
const [often, sometimes, rarely] = [20, 2, 1]

/** state · name · who · act · how often */
type Row = readonly [state: string, name: string, by: Role, press: Act, weight: number]

const tables: Readonly<Record<string, readonly Row[]>> = {
  receipts: [
    ['recorded', 'cancel', 'collector', (work, id, version) => cancelReceipt(work, id, { version, cause: 'paper', reason: 'เขียนผิด' }), rarely],
    ['cancelling', 'confirm-cancel', 'head', confirmCancel, often], ['cancelling', 'refuse-cancel', 'head', reasoned(refuseCancellation), sometimes],
  ],
  remittances: [
    ['draft', 'submit', 'collector', submitRemittance, often], ['draft', 'cancel', 'collector', cancelRemittance, rarely],
    ['submitted', 'receive', 'finance', receiveRemittance, often], ['submitted', 'return', 'finance', reasoned(returnRemittance), sometimes],
  ],
  remittance_summaries: [
    ['draft', 'confirm', 'head', confirmSummary, often], ['draft', 'gather', 'finance', gatherSlips, often], ['draft', 'cancel', 'finance', cancelSummary, rarely],
    ['confirmed', 'reverse', 'head', reasoned(reverseSummary), rarely],
  ],
  pay_ins: [
    ['draft', 'pay', 'head', (work, id, version) => payIn(work, id, { version, paidOn: work.today, bankReference: 'KTB 1' }), often], ['draft', 'cancel', 'finance', cancelPayIn, rarely],
    ['paid-in', 'reverse', 'head', reasoned(reversePayIn), rarely],
  ],
  claims: [
    ['draft', 'submit', 'preparer', submitClaim, often], ['draft', 'cancel', 'preparer', cancelClaim, rarely],
    ['submitted', 'endorse', 'endorser', endorseClaim, often], ['submitted', 'reject', 'endorser', reasoned(rejectClaim), rarely], ['submitted', 'withdraw', 'preparer', withdrawClaim, rarely],
    ['endorsed', 'check', 'checker', (work, id, version) => checkWhole(work, { id, version }), often], ['endorsed', 'return', 'checker', reasoned(returnClaim), rarely],
    ['checked', 'approve', 'head', approveClaim, often], ['checked', 'refuse', 'head', reasoned(refuseClaim), rarely], ['approved', 'revoke', 'head', reasoned(revokeClaim), rarely],
  ],
  cheque_reports: [
    ['draft', 'approve', 'head', approveReport, often], ['draft', 'cancel', 'finance', cancelReport, rarely], ['approved', 'issue', 'finance', issueReport, often],
    ['approved', 'return', 'head', reasoned(returnReport), rarely], ['issued', 'return', 'head', reasoned(returnReport), rarely],
  ],
  payments: [
    ['recorded', 'post', 'head', postPayment, often], ['recorded', 'cancel', 'finance', reasoned(cancelPayment), rarely], ['posted', 'reverse', 'head', reasoned(reversePayment), rarely],
  ],
  cheques: [
    ['handed_over', 'clear', 'finance', (work, id, version) => clearCheque(work, id, { version, clearedOn: work.today }), sometimes], ['cleared', 'unclear', 'finance', reasoned(unclearCheque), rarely],
  ],
  loans: [
    ['draft', 'submit', 'preparer', submitLoan, often], ['draft', 'cancel', 'preparer', cancelLoan, rarely], ['submitted', 'approve', 'head', approveLoan, often], ['submitted', 'return', 'head', reasoned(returnLoan), rarely],
    ['submitted', 'withdraw', 'preparer', withdrawLoan, rarely], ['approved', 'claim', 'preparer', claimLoan, often], ['approved', 'revoke', 'head', reasoned(revokeLoan), rarely],
  ],
  clearings: [
    ['submitted', 'approve', 'head', approveClearing, often], ['submitted', 'return', 'head', reasoned(returnClearing), rarely], ['submitted', 'cancel', 'preparer', cancelClearing, rarely],
    ['posted', 'claim', 'preparer', claimExcess, sometimes], ['posted', 'reverse', 'head', reasoned(reverseClearing), rarely],
  ],
  pay_runs: [
    ['draft', 'submit', 'payroll', submitRun, often], ['submitted', 'approve', 'head', approveRun, often], ['submitted', 'return', 'head', reasoned(returnRun), rarely],
    ['approved', 'claim', 'payroll', claimRun, often], ['approved', 'reopen', 'head', reasoned(reopenRun), rarely],
  ],
  purchase_requests: [
    ['draft', 'submit', 'preparer', submitRequest, often], ['draft', 'cancel', 'preparer', cancelRequest, rarely], ['submitted', 'approve', 'endorser', approveRequest, often],
    ['submitted', 'return', 'endorser', reasoned(returnRequest), rarely], ['approved', 'revoke', 'endorser', reasoned(revokeRequest), rarely],
  ],
  contracts: [
    ['draft', 'sign', 'buyer', signContract, often], ['signed', 'complete', 'buyer', completeContract, sometimes], ['signed', 'terminate', 'buyer', reasoned(terminateContract), rarely],
    ['signed', 'revoke', 'buyer', reasoned(revokeContract), rarely], ['completed', 'close', 'buyer', closeContract, sometimes], ['terminated', 'close', 'buyer', closeContract, sometimes],
  ],
  acceptances: [
    ['draft', 'accept', 'endorser', acceptDelivery, often], ['draft', 'reject', 'endorser', reasoned(rejectDelivery), rarely], ['draft', 'cancel', 'buyer', cancelAcceptance, rarely],
    ['accepted', 'reverse', 'endorser', reasoned(reverseAcceptance), rarely],
  ],
}

export const buttons: readonly Button[] = Object.entries(tables).flatMap(([table, rows]) => rows.map(([state, name, by, press, weight]) => ({ table, state, name, by, press, weight })))
export const documentTables: readonly string[] = Object.keys(tables)
