// How money out reaches the books (expenditure-accounting-assets §1.4).
import { creditEach, debitEach, rules, type SlotAmount } from '../ledger/index.ts'

/** P1: what a claim without commitment costs, and to whom it is owed. */
export interface ClaimApproved {
  readonly lists: { readonly costs: readonly SlotAmount[]; readonly owed: readonly SlotAmount[] }
}

export interface ExpenditureEvents {
  readonly 'claim.approved': ClaimApproved
}

export const expenditurePosting = rules<ExpenditureEvents>({
  'claim.approved': { lines: [debitEach('costs'), creditEach('owed')] },
})
