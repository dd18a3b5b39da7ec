// The buttons of documents that stand, by table and state: who presses them, how often. Steps back are rarer than steps on.
import { reopenContract } from '../../src/expenditure/contract-money/contract-money.service.ts'
import { approveAddendum, cancelAddendum } from '../../src/expenditure/addendum/addendum.service.ts'
import { acceptDelivery, cancelAcceptance, rejectDelivery, reverseAcceptance } from '../../src/expenditure/acceptance/acceptance.service.ts'
import { bouncePayment, unbouncePayment } from '../../src/expenditure/bounce/bounce.service.ts'
import { approveReport, cancelReport, dropRow, getReport, issueReport, returnReport } from '../../src/expenditure/cheque-report/cheque-report.service.ts'
import { clearCheque, unclearCheque } from '../../src/expenditure/cheque/cheque.service.ts'
import { checkWhole } from '../../src/expenditure/claim-check/claim-check.service.ts'
import { approveClaim, cancelClaim, endorseClaim, refuseClaim, rejectClaim, returnClaim, revokeClaim, submitClaim, withdrawClaim } from '../../src/expenditure/claim-step/claim-step.service.ts'
import { approveClearing, cancelClearing, claimExcess, returnClearing, reverseClearing, settleLoan } from '../../src/expenditure/clearing/clearing.service.ts'
import { closeContract, completeContract, revokeContract, signContract, terminateContract } from '../../src/expenditure/contract/contract.service.ts'
import { countOutstandingCheques } from '../../src/expenditure/index.ts'
import { cancelForfeiture, postForfeiture, reverseForfeiture } from '../../src/expenditure/forfeiture/forfeiture.service.ts'
import { cancelGuarantee, forfeitGuarantee, returnGuarantee } from '../../src/expenditure/guarantee/guarantee.service.ts'
import { approveLoan, cancelLoan, claimLoan, returnLoan, revokeLoan, submitLoan, withdrawLoan } from '../../src/expenditure/loan/loan.service.ts'
import { approveRun, cancelRun, claimRun, reopenRun, returnRun, submitRun, withdrawRun } from '../../src/expenditure/pay-run/pay-run.service.ts'
import { cancelPayment } from '../../src/expenditure/payment/payment.service.ts'
import { postPayment, reversePayment } from '../../src/expenditure/payment-post/payment-post.service.ts'
import { approveRequest, cancelRequest, returnRequest, revokeRequest, submitRequest } from '../../src/expenditure/purchase-request/purchase-request.service.ts'
import { approveFloat, cancelFloat, claimFloat, dropVoucher, refuseFloat, topUpFloat, withdrawFloat } from '../../src/expenditure/petty-cash/petty-cash.service.ts'
import { findVouchers } from '../../src/expenditure/petty-cash/petty-cash.repository.ts'
import { approveJournal, journalBooks, reverseJournal, submitJournal } from '../../src/ledger/index.ts'
import { cancelJournal, returnJournal } from '../../src/ledger/journal/journal.service.ts'
import { approvePawnDocument, cancelPawnDocument, returnPawnDocument, reversePawnDocument, submitPawnDocument, withdrawPawnDocument } from '../../src/pawnshops/pawn-document/pawn-document.service.ts'
import { pawnBooks, type PawnBook } from '../../src/pawnshops/pawn-document/pawn-document.ts'
import { type OfficerWork } from '../../src/platform/database/work.ts'
import { signPosition } from '../../src/receipts/daily-position/daily-position.service.ts'
import { approveEntry, cancelEntry, returnEntry, reverseEntry, submitEntry } from '../../src/receipts/money-entry/money-entry.service.ts'
import { approveRun as approveTaxRun, refuseRun as refuseTaxRun, reverseRun as reverseTaxRun } from '../../src/receipts/tax-run/tax-run.service.ts'
import { cancelDebt, confirmCancelDebt, refuseCancelDebt } from '../../src/receipts/tax-debt/tax-debt.service.ts'
import { cancelPayIn, payIn, reversePayIn } from '../../src/receipts/pay-in/pay-in.service.ts'
import { cancelReceipt, confirmCancel, refuseCancellation } from '../../src/receipts/receipt/receipt.service.ts'
import { cancelSummary, confirmSummary, gatherSlips, reverseSummary } from '../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { cancelRemittance, receiveRemittance, returnRemittance, submitRemittance } from '../../src/receipts/remittance/remittance.service.ts'
import { placeOf, type Place, type Role } from './town.ts'

export interface Button {
  readonly place: Place
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

const { journal: book } = journalBooks
type JournalAct = (work: OfficerWork, place: { readonly book: typeof book; readonly id: string }, version: number) => Promise<unknown>
type PawnAct = (work: OfficerWork, place: { readonly book: PawnBook; readonly id: string }, version: number) => Promise<unknown>

function ofJournal(act: JournalAct): Act {
  return (work, id, version) => act(work, { book, id }, version)
}

/** A document of the pawnshop lies in the book of its kind. */
function ofPawn(act: PawnAct): Act {
  return async (work, id, version) => {
    const row: { kind: PawnBook['kind'] } | undefined = await work.db('pawn_documents').where({ organisation_id: work.actor.organisationId, id }).first('kind')
    return act(work, { book: pawnBooks[row?.kind ?? 'pledge'], id }, version)
  }
}

const dropFirst: Act = async (work, id, version) => {
  const { rows: [row] } = await getReport(work, work.actor.organisationId, id)
  return dropRow(work, id, { version, reason: 'ทดลอง', rowId: row?.id ?? '' })
}

const dropFirstVoucher: Act = async (work, id, version) => {
  const kept = (await findVouchers(work, work.actor.organisationId, id)).find(({ state }) => state === 'kept')
  return dropVoucher(work, id, { version, voucherId: kept?.id ?? '0' })
}

/** state · name · who · act · how often */
type Row = readonly [state: string, name: string, by: Role, press: Act, weight: number]

const tables: Readonly<Record<string, readonly Row[]>> = {
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
    ['approved', 'return', 'head', reasoned(returnReport), rarely], ['issued', 'return', 'head', reasoned(returnReport), rarely], ['approved', 'drop', 'finance', dropFirst, rarely], ['issued', 'drop', 'finance', dropFirst, rarely],
  ],
  payments: [
    ['recorded', 'post', 'head', postPayment, often], ['recorded', 'cancel', 'finance', reasoned(cancelPayment), rarely], ['posted', 'reverse', 'head', reasoned(reversePayment), rarely],
    ['posted', 'bounce', 'head', (work, id, version) => bouncePayment(work, id, { version, reason: 'บัญชีปิด', bouncedOn: work.today }), sometimes], ['bounced', 'unbounce', 'head', reasoned(unbouncePayment), sometimes],
  ],
  cheques: [
    ['handed_over', 'clear', 'finance', (work, id, version) => clearCheque(work, id, { version, clearedOn: work.today }), sometimes], ['cleared', 'unclear', 'finance', reasoned(unclearCheque), rarely],
  ],
  loans: [
    ['draft', 'submit', 'preparer', submitLoan, often], ['draft', 'cancel', 'preparer', cancelLoan, rarely], ['submitted', 'approve', 'head', approveLoan, often], ['submitted', 'return', 'head', reasoned(returnLoan), rarely],
    ['submitted', 'withdraw', 'preparer', withdrawLoan, rarely], ['approved', 'claim', 'preparer', claimLoan, often], ['approved', 'revoke', 'head', reasoned(revokeLoan), rarely],
    ['paid', 'settle', 'preparer', settleLoan, sometimes],
  ],
  clearings: [
    ['submitted', 'approve', 'head', approveClearing, often], ['submitted', 'return', 'head', reasoned(returnClearing), rarely], ['submitted', 'cancel', 'preparer', cancelClearing, rarely],
    ['posted', 'claim', 'preparer', claimExcess, sometimes], ['posted', 'reverse', 'head', reasoned(reverseClearing), rarely],
  ],
  pay_runs: [
    ['draft', 'submit', 'payroll', submitRun, often], ['submitted', 'approve', 'head', approveRun, often], ['submitted', 'return', 'head', reasoned(returnRun), rarely],
    ['approved', 'claim', 'payroll', claimRun, often], ['approved', 'reopen', 'head', reasoned(reopenRun), rarely],
    ['draft', 'cancel', 'payroll', cancelRun, rarely], ['submitted', 'withdraw', 'payroll', withdrawRun, rarely],
  ],
  purchase_requests: [
    ['draft', 'submit', 'preparer', submitRequest, often], ['draft', 'cancel', 'preparer', cancelRequest, rarely], ['submitted', 'approve', 'endorser', approveRequest, often],
    ['submitted', 'return', 'endorser', reasoned(returnRequest), rarely], ['approved', 'revoke', 'endorser', reasoned(revokeRequest), rarely],
  ],
  contracts: [
    ['draft', 'sign', 'buyer', signContract, often], ['signed', 'complete', 'buyer', completeContract, sometimes], ['signed', 'terminate', 'buyer', reasoned(terminateContract), rarely],
    ['signed', 'revoke', 'buyer', reasoned(revokeContract), rarely], ['completed', 'close', 'buyer', closeContract, sometimes], ['terminated', 'close', 'buyer', closeContract, sometimes], ['completed', 'reopen', 'buyer', reopenContract, rarely],
  ],
  acceptances: [
    ['draft', 'accept', 'endorser', acceptDelivery, often], ['draft', 'reject', 'endorser', reasoned(rejectDelivery), rarely], ['draft', 'cancel', 'buyer', cancelAcceptance, rarely],
    ['accepted', 'reverse', 'endorser', reasoned(reverseAcceptance), rarely],
  ],
}

const rareTables: typeof tables = {
  addenda: [['draft', 'approve', 'buyer', approveAddendum, often], ['draft', 'cancel', 'buyer', cancelAddendum, rarely]],
  guarantees: [['held', 'return', 'buyer', reasoned(returnGuarantee), sometimes], ['held', 'forfeit', 'head', reasoned(forfeitGuarantee), rarely], ['held', 'cancel', 'buyer', reasoned(cancelGuarantee), rarely]],
  forfeitures: [['draft', 'post', 'head', postForfeiture, often], ['draft', 'cancel', 'buyer', reasoned(cancelForfeiture), rarely], ['posted', 'reverse', 'head', reasoned(reverseForfeiture), rarely]],
  money_entries: [
    ['draft', 'submit', 'finance', submitEntry, often], ['draft', 'cancel', 'finance', cancelEntry, rarely], ['submitted', 'approve', 'head', approveEntry, often],
    ['submitted', 'return', 'head', reasoned(returnEntry), rarely], ['posted', 'reverse', 'head', reasoned(reverseEntry), rarely],
  ],
  tax_debts: [['assessed', 'cancel', 'collector', reasoned(cancelDebt), rarely], ['cancelling', 'confirm-cancel', 'head', confirmCancelDebt, often], ['cancelling', 'refuse-cancel', 'head', reasoned(refuseCancelDebt), rarely]],
  tax_runs: [['asked', 'approve', 'head', approveTaxRun, often], ['asked', 'refuse', 'head', reasoned(refuseTaxRun), rarely], ['posted', 'reverse', 'head', reasoned(reverseTaxRun), rarely]],
  daily_positions: [['draft', 'sign', 'head', (work, id, version) => signPosition(work, { outstandingCheques: countOutstandingCheques }, { id, version }), often]],
  petty_floats: [
    ['submitted', 'approve', 'head', approveFloat, often], ['submitted', 'refuse', 'head', reasoned(refuseFloat), rarely], ['submitted', 'withdraw', 'preparer', withdrawFloat, rarely],
    ['approved', 'claim', 'preparer', claimFloat, often], ['approved', 'cancel', 'head', reasoned(cancelFloat), rarely], ['open', 'top-up', 'preparer', topUpFloat, sometimes], ['open', 'drop', 'finance', dropFirstVoucher, rarely],
  ],
  journals: [
    ['draft', 'submit', 'accountant', ofJournal(submitJournal), often], ['draft', 'cancel', 'accountant', ofJournal(cancelJournal), rarely], ['submitted', 'approve', 'head', ofJournal(approveJournal), often],
    ['submitted', 'return', 'head', (work, id, version) => returnJournal(work, { book, id }, { version, reason: 'ทดลอง' }), rarely],
    ['posted', 'reverse', 'head', (work, id, version) => reverseJournal(work, { book, id }, { version, reason: 'ทดลอง', documentDate: work.today }), rarely],
  ],
  pawn_documents: [
    ['draft', 'submit', 'cashier', ofPawn(submitPawnDocument), often], ['draft', 'cancel', 'cashier', ofPawn(cancelPawnDocument), rarely], ['submitted', 'approve', 'manager', ofPawn(approvePawnDocument), often],
    ['submitted', 'withdraw', 'cashier', ofPawn(withdrawPawnDocument), rarely],
    ['submitted', 'return', 'manager', ofPawn((work, place, version) => returnPawnDocument(work, place, { version, reason: 'ทดลอง' })), rarely],
    ['posted', 'reverse', 'manager', ofPawn((work, place, version) => reversePawnDocument(work, place, { version, reason: 'ทดลอง' })), rarely],
  ],
}

/** At the counters of the town and of the school: who writes, who receives, who confirms. */
function atCounter(writer: Role, receiver: Role, head: Role): typeof tables {
  return {
    receipts: [
      ['recorded', 'cancel', writer, (work, id, version) => cancelReceipt(work, id, { version, cause: 'paper', reason: 'เขียนผิด' }), rarely],
      ['cancelling', 'confirm-cancel', head, confirmCancel, often], ['cancelling', 'refuse-cancel', head, reasoned(refuseCancellation), sometimes],
    ],
    remittances: [
      ['draft', 'submit', writer, submitRemittance, often], ['draft', 'cancel', writer, cancelRemittance, rarely],
      ['submitted', 'receive', receiver, receiveRemittance, often], ['submitted', 'return', receiver, reasoned(returnRemittance), sometimes],
    ],
    remittance_summaries: [
      ['draft', 'confirm', head, confirmSummary, often], ['draft', 'gather', receiver, gatherSlips, often], ['draft', 'cancel', receiver, cancelSummary, rarely],
      ['confirmed', 'reverse', head, reasoned(reverseSummary), rarely],
    ],
  }
}

export const buttons: readonly Button[] = [atCounter('collector', 'finance', 'head'), atCounter('teacher', 'bursar', 'rector'), tables, rareTables].flatMap((each) => Object.entries(each)).flatMap(([table, rows]) =>
  rows.map(([state, name, by, press, weight]) => ({ place: placeOf(by), table, state, name, by, press, weight })))
