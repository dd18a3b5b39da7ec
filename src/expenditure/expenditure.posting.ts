// How money out reaches the books (expenditure-accounting-assets §1.4).
import { creditEach, debitEach, rules, type SlotAmount } from '../ledger/index.ts'

/** P1: what a claim without commitment costs, and to whom it is owed. */
export interface ClaimApproved {
  readonly lists: { readonly costs: readonly SlotAmount[]; readonly owed: readonly SlotAmount[] }
}

/** P7: what is settled, less what is held back, out of the money that pays it. */
export interface PaymentPosted {
  readonly lists: { readonly settled: readonly SlotAmount[]; readonly deductions: readonly SlotAmount[]; readonly money: readonly SlotAmount[] }
}

export interface ExpenditureEvents {
  readonly 'payment.posted': PaymentPosted
  readonly 'claim.approved': ClaimApproved
}

export const expenditurePosting = rules<ExpenditureEvents>({
  'payment.posted': { lines: [debitEach('settled'), creditEach('deductions'), creditEach('money')] },
  'claim.approved': { lines: [debitEach('costs'), creditEach('owed')] },
})
