// Loans for tests: asked for, granted, claimed and paid by the people it takes.
import { findClaimsOf } from '../../../src/expenditure/claim/claim.repository.ts'
import { getLoan } from '../../../src/expenditure/loan/loan.repository.ts'
import { approveLoan, claimLoan, createLoan, submitLoan } from '../../../src/expenditure/loan/loan.service.ts'
import { type Loan, type LoanCommand } from '../../../src/expenditure/loan/loan.ts'
import { postLines } from '../../../src/ledger/index.ts'
import { calendarDate, type CalendarDate } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { carriedThrough, type SpendingOffice } from '../world.ts'
import { posted, type PayingOffice } from '../payment/paying.ts'

const sequence = { cheque: 1 }

export function loanNow(office: SpendingOffice, id: string): Promise<Loan> {
  return office.head.read((read) => getLoan(read, office.organisationId, id))
}

export interface Asked extends Partial<LoanCommand> {
  readonly payeeId: string
}

export function aLoanDraft(office: SpendingOffice, lines: LoanCommand['lines'], asked: Asked): Promise<string> {
  return office.preparer.work((work) => createLoan(work, {
    loanDate: calendarDate('2025-02-03'), kind: 'training', source: 'budget', departmentId: office.departmentId, position: 'นักจัดการงานทั่วไป', purpose: 'โครงการฝึกอบรมพนักงาน',
    returnDate: null, consents: true, approvalReference: '', lines, formKey: crypto.randomUUID(), ...asked,
  }))
}

export async function aSubmittedLoan(office: SpendingOffice, lines: LoanCommand['lines'], asked: Asked): Promise<string> {
  const id = await aLoanDraft(office, lines, asked)
  await office.preparer.work((work) => submitLoan(work, id, 1))
  return id
}

export async function aGrantedLoan(office: SpendingOffice, lines: LoanCommand['lines'], asked: Asked): Promise<string> {
  const id = await aSubmittedLoan(office, lines, asked)
  await office.head.work((work) => approveLoan(work, id, 2))
  return id
}

/** The claim of the granted loan, drafted by the department and dated like the contract. */
export async function claimed(office: SpendingOffice, id: string): Promise<string> {
  const { version } = await loanNow(office, id)
  await office.preparer.work((work) => claimLoan(work, id, version))
  const [claim] = await office.head.read((read) => findClaimsOf(read, { kind: 'loan', id }))
  const made = claim?.id ?? ''
  await office.db.owner('claims').where({ organisation_id: office.organisationId, id: made }).update({ claim_date: (await loanNow(office, id)).loanDate })
  return made
}

/** Approved, and paid by cheque on the day; gives the payment. */
export async function paidOut(office: PayingOffice, claimId: string, on: CalendarDate): Promise<string> {
  return posted(office, [await carriedThrough(office, claimId)], { paymentDate: on, channel: 'cheque', chequeNumber: String(20_000_000 + sequence.cheque++) })
}

/** Cash that the borrower returns, as a receipt posts it. */
export function returnedCash(office: PayingOffice, loanId: string, { amount, on }: { readonly amount: string; readonly on: CalendarDate }): Promise<string> {
  return office.head.work(async (work) => (await postLines(work, {
    type: 'RV', documentDate: on, source: { kind: 'receipt', id: `${loanId}${amount.replace('.', '')}` }, event: 'returned', description: 'รับคืนเงินยืม', preparedBy: office.preparer.officer.userId,
    lines: [{ side: 'D', accountCode: '1101030102.001', subKey: office.savings, amount: baht(amount) }, { side: 'C', accountCode: '1102010102.001', subKey: `LON${loanId}`, amount: baht(amount) }],
  })).id)
}
