// How money out reaches the books (expenditure-accounting-assets §1.4).
import { credit, creditEach, debit, debitEach, rules, type Slot, type SlotAmount } from '../ledger/index.ts'
import { type Money } from '../platform/money.ts'

/** P1: what a claim without commitment costs, and to whom it is owed. */
export interface ClaimApproved {
  readonly lists: { readonly costs: readonly SlotAmount[]; readonly owed: readonly SlotAmount[] }
}

/** P2–P5: what was accepted, and to whom it is owed before anybody claims. */
export interface AcceptancePosted {
  readonly lists: { readonly costs: readonly SlotAmount[]; readonly owed: readonly SlotAmount[] }
}

/** P15: what was held as security becomes revenue. */
export interface SecurityForfeited {
  readonly slots: { readonly held: Slot; readonly penalty: Slot }
  readonly amounts: { readonly forfeited: Money }
}

/** P7: what is settled, less what is held back, out of the money that pays it. */
export interface PaymentPosted {
  readonly lists: { readonly settled: readonly SlotAmount[]; readonly deductions: readonly SlotAmount[]; readonly money: readonly SlotAmount[] }
}

/** P27: money that came back, and the debt that is open again. */
export interface PaymentBounced {
  readonly lists: { readonly money: readonly SlotAmount[]; readonly owed: readonly SlotAmount[] }
}

/** P20: what the vouchers of a loan cost, and the contract they pay back. */
export interface LoanCleared {
  readonly slots: { readonly loan: Slot }
  readonly amounts: { readonly settled: Money }
  readonly lists: { readonly costs: readonly SlotAmount[] }
}

/** R7, P28: advances of grants that a payment spent, and the income they become. */
export interface GrantRecognised {
  readonly lists: { readonly advances: readonly SlotAmount[]; readonly revenues: readonly SlotAmount[] }
}

/** S41: what a paid claim cost belongs to another account or control line. */
export interface ExpenseCorrected {
  readonly lists: { readonly right: readonly SlotAmount[]; readonly wrong: readonly SlotAmount[] }
}

/** P24, P27: a debt whose money came back ends, and what it cost is taken back. */
export interface ClaimWaived {
  readonly lists: { readonly owed: readonly SlotAmount[]; readonly costs: readonly SlotAmount[] }
}

export interface ExpenditureEvents {
  readonly 'acceptance.accepted': AcceptancePosted
  readonly 'security.forfeited': SecurityForfeited
  readonly 'payment.posted': PaymentPosted
  readonly 'payment.bounced': PaymentBounced
  readonly 'grant.recognised': GrantRecognised
  readonly 'claim.approved': ClaimApproved
  readonly 'clearing.posted': LoanCleared
  readonly 'expense.corrected': ExpenseCorrected
  readonly 'claim.waived': ClaimWaived
}

export const expenditurePosting = rules<ExpenditureEvents>({
  'acceptance.accepted': { lines: [debitEach('costs'), creditEach('owed')] },
  'security.forfeited': { lines: [debit('held').of('forfeited'), credit('penalty').of('forfeited')] },
  'payment.posted': { lines: [debitEach('settled'), creditEach('deductions'), creditEach('money')] },
  'payment.bounced': { lines: [debitEach('money'), creditEach('owed')] },
  'grant.recognised': { lines: [debitEach('advances'), creditEach('revenues')] },
  'claim.approved': { lines: [debitEach('costs'), creditEach('owed')] },
  'clearing.posted': { lines: [debitEach('costs'), credit('loan').of('settled')] },
  'expense.corrected': { lines: [debitEach('right'), creditEach('wrong')] },
  'claim.waived': { lines: [debitEach('owed'), creditEach('costs')] },
})
