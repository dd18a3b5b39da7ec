// A loan contract from the borrower's request to its claim; what its claim's payment and the books make of it afterwards (expenditure-accounting-assets §1.8).
// Locks: contract → borrower → budget lines → counters.
import { nextNumber, printedNumber, recordChange, stepStarter } from '../../documents/index.ts'
import { accountsOfRoles, signsAlone } from '../../ledger/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { Conflict, RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, plus, zero, type Money } from '../../platform/money.ts'
import { saveSubLedgerKey } from '../../registers/index.ts'
import { claimKinds } from '../claim-kind/claim-kind.ts'
import { findClaimsOf } from '../claim/claim.repository.ts'
import { draftClaim } from '../claim/claim.service.ts'
import { type Claim, type ClaimLine, type ClaimPayment, type NewClaim, type OriginHooks } from '../claim/claim.ts'
import { getRate } from '../deduction/deduction.repository.ts'
import { loanText as text } from '../loan.text.ts'
import { findOpenLoans, getLoan, holdBorrower, insertLoan, loanRows, moveLoan, updateLoan } from './loan.repository.ts'
import { daysLate, dueDayOf, loanKeyKind, loanKeyOf, loanLifecycle, loanNumber, loanSource, type Loan, type LoanCommand, type LoanHead } from './loan.ts'

const { errors } = text

const start = stepStarter({ rows: loanRows, get: getLoan, lifecycle: loanLifecycle, signsAlone })

/** The id of the draft; the same form sent twice gives the same one. */
export async function createLoan(work: OfficerWork, loan: LoanCommand & { readonly formKey: string }): Promise<string> {
  const earlier = await loanRows.findMade(work, loan.formKey)
  if (earlier !== undefined) return earlier
  const id = await insertLoan(work, loan)
  await recordChange(work, { kind: loanSource, id, action: 'create', after: factsOf(loan) })
  return id
}

export async function editLoan(work: OfficerWork, id: string, changed: LoanCommand & { readonly version: number }): Promise<void> {
  const loan = await start(work, id, { action: 'edit', version: changed.version })
  await updateLoan(work, loan, changed)
  await recordChange(work, { kind: loanSource, id, action: 'edit', before: factsOf(loan), after: factsOf(changed) })
}

function factsOf({ loanDate, purpose, lines }: LoanCommand) {
  return { date: loanDate, purpose, amount: lines.reduce((total, { amount }) => plus(total, amount), zero) }
}

export async function submitLoan(work: OfficerWork, id: string, version: number): Promise<void> {
  const loan = await start(work, id, { action: 'submit', version })
  if (!loan.consents) throw new RuleBroken(errors.consent)
  if (compareDates(loan.loanDate, work.today) > 0) throw new RuleBroken(errors.future)
  await mustOweNothing(work, loan)
  const number = loan.number ?? await nextNumber(work, 'LON', loan.fiscalYear)
  await moveLoan(work, loan, { state: loan.next, number, submitted: true, returnReason: null })
  await recordChange(work, { kind: loanSource, id, action: 'submit', after: { number: printedNumber('LON', number, loan.fiscalYear), amount: loan.amount } })
}

/** E_LOAN_OUTSTANDING: no second loan while one is asked for, granted, or not wholly cleared. */
async function mustOweNothing(work: OfficerWork, loan: LoanHead): Promise<void> {
  const { isActive } = await holdBorrower(work, loan.payeeId)
  if (!isActive) throw new RuleBroken(errors.inactive)
  const [open] = await findOpenLoans(work, loan)
  if (open) throw new RuleBroken(errors.outstanding(openName(open, daysLate(open, work.today))))
}

function openName(open: LoanHead, late: number): string {
  const number = loanNumber(open) ?? ''
  if (open.dueOn === null) return text.openLoan(number, formatMoney(open.amount))
  return text.owedLoan({ number, balance: formatMoney(open.balance), due: formatThaiDate(open.dueOn), late: String(late) })
}

export async function withdrawLoan(work: OfficerWork, id: string, version: number): Promise<void> {
  const loan = await start(work, id, { action: 'withdraw', version })
  await moveLoan(work, loan, { state: loan.next, submitted: false })
  await recordChange(work, { kind: loanSource, id, action: 'withdraw' })
}

export async function returnLoan(work: OfficerWork, id: string, { version, reason }: { readonly version: number; readonly reason: string }): Promise<void> {
  const loan = await start(work, id, { action: 'return', version })
  await moveLoan(work, loan, { state: loan.next, submitted: false, returnReason: reason })
  await recordChange(work, { kind: loanSource, id, action: 'return', reason })
}

export async function cancelLoan(work: OfficerWork, id: string, version: number): Promise<void> {
  const loan = await start(work, id, { action: 'cancel', version })
  await moveLoan(work, loan, { state: loan.next })
  await recordChange(work, { kind: loanSource, id, action: 'cancel', before: { amount: loan.amount } })
}

/** From here on the contract is a key of the ledger's register. */
export async function approveLoan(work: OfficerWork, id: string, version: number): Promise<void> {
  const loan = await start(work, id, { action: 'approve', version })
  await mustOweNothing(work, loan)
  await saveSubLedgerKey(work, { kind: loanKeyKind, key: loanKeyOf(loan), name: `${loanNumber(loan) ?? ''} ${loan.payeeName}`, registerId: id, isOpen: true })
  await moveLoan(work, loan, { state: loan.next, isApproved: true })
  await recordChange(work, { kind: loanSource, id, action: 'approve', after: { amount: loan.amount }, isAlone: loan.isAlone })
}

/** ฎีกาเงินยืม, drafted by the department that will hand it in; one at a time. */
export async function claimLoan(work: OfficerWork, id: string, version: number): Promise<void> {
  const loan = await start(work, id, { action: 'claim', version })
  const live = (await findClaimsOf(work, { kind: loanSource, id })).filter(({ state }) => state !== 'cancelled')
  if (live.length > 0) throw new RuleBroken(errors.claimed)
  await moveLoan(work, loan, { state: loan.next })
  const claim = await draftClaim(work, await claimOf(work, loan))
  await recordChange(work, { kind: loanSource, id, action: 'claim', after: { claim } })
}

async function claimOf(work: OfficerWork, loan: Loan): Promise<NewClaim> {
  const kind = loan.source === 'budget' ? 'C6' : 'C7'
  const role = claimKinds[kind].debits
  const accountCode = role && (await accountsOfRoles(work, loan.fiscalYear))[role]
  if (accountCode === undefined) throw new RuleBroken(errors.noAccount)
  return {
    kind, claimDate: work.today, title: text.claimTitle(loanNumber(loan) ?? '', loan.purpose).slice(0, 300), payeeId: loan.payeeId, departmentId: loan.departmentId,
    loanId: loan.id, approvalReference: loan.approvalReference, origin: { kind: loanSource, id: loan.id }, lines: claimLines(loan, accountCode),
  }
}

/** One line for each control line of the estimate. */
function claimLines(loan: Loan, accountCode: string): ClaimLine[] {
  const amounts = new Map<string | null, Money>()
  for (const { budgetLineId, amount } of loan.lines) amounts.set(budgetLineId, plus(amounts.get(budgetLineId) ?? zero, amount))
  return [...amounts].map(([budgetLineId, amount]) => ({
    budgetLineId, accountCode, subKey: loanKeyOf(loan), counterpartyId: null, fundCode: null, revenueCode: null, description: loan.payeeName, amount, source: null,
  }))
}

/** Granted and not taken: only while no claim of it is on its way. */
export async function revokeLoan(work: OfficerWork, id: string, { version, reason }: { readonly version: number; readonly reason: string }): Promise<void> {
  const loan = await start(work, id, { action: 'revoke', version })
  const live = (await findClaimsOf(work, { kind: loanSource, id })).filter(({ state }) => state !== 'cancelled')
  if (live.length > 0) throw new RuleBroken(errors.claimed)
  await moveLoan(work, loan, { state: loan.next, returnReason: reason })
  await recordChange(work, { kind: loanSource, id, action: 'revoke', reason, before: { amount: loan.amount } })
}

/** What its claim's payment makes of the contract, in the payment's transaction. */
export const loanHooks: OriginHooks = {
  earliestOn: async (read, claim) => (await getLoan(read, claim.organisationId, claim.origin?.id ?? '')).loanDate,
  onPaid: loanPaid, onReversed: loanUnpaid, onReopened: loanWaits, onPaidAnew: loanPaidAnew,
}

async function loanPaid(work: OfficerWork, claim: Claim, { paidOn }: ClaimPayment): Promise<void> {
  const loan = await held(work, claim)
  if (loan.state !== 'approved') throw new Conflict(errors.moved(loanNumber(loan) ?? ''))
  await givenOn(work, loan, paidOn)
}

async function givenOn(work: OfficerWork, loan: Loan, paidOn: CalendarDate): Promise<void> {
  const days = { travel: Number(await getRate(work, 'loan-travel-days', paidOn)), other: Number(await getRate(work, 'loan-other-days', paidOn)) }
  const dueOn = dueDayOf(loan, paidOn, days)
  await moveLoan(work, loan, { state: 'paid', paid: { on: paidOn, dueOn } })
  await recordChange(work, { kind: loanSource, id: loan.id, action: 'paid', after: { paidOn, dueOn } })
}

/** The borrower has no money yet: nothing falls due (§1.8). */
async function loanWaits(work: OfficerWork, claim: Claim): Promise<void> {
  const loan = await held(work, claim)
  if (loan.state !== 'paid' || loan.paidOn === null) return
  await moveLoan(work, loan, { state: 'paid', paid: { on: loan.paidOn, dueOn: null } })
  await recordChange(work, { kind: loanSource, id: loan.id, action: 'bounced', before: { dueOn: loan.dueOn } })
}

async function loanPaidAnew(work: OfficerWork, claim: Claim, { paidOn }: ClaimPayment): Promise<void> {
  const loan = await held(work, claim)
  if (loan.state === 'paid') await givenOn(work, loan, paidOn)
}

async function loanUnpaid(work: OfficerWork, claim: Claim): Promise<void> {
  const loan = await held(work, claim)
  if (compare(loan.balance, loan.amount) !== 0) throw new RuleBroken(errors.partlyCleared(loanNumber(loan) ?? ''))
  await moveLoan(work, loan, { state: 'approved', paid: null })
  await recordChange(work, { kind: loanSource, id: loan.id, action: 'unpaid', before: { paidOn: loan.paidOn } })
}

async function held(work: OfficerWork, { origin }: Claim): Promise<Loan> {
  const id = origin?.id ?? ''
  await loanRows.lock(work, id)
  return getLoan(work, work.actor.organisationId, id)
}
