// What the budget tells the books by itself (budget-and-receipts §4.11: R8).
import { credit, debit, rules, type Slot } from '../ledger/index.ts'
import { type Money } from '../platform/money.ts'

export interface GrantClosed {
  /** The advance of this notice, by its key. */
  readonly slots: { readonly grant: Slot }
  readonly amounts: { readonly left: Money }
}

export const budgetPosting = rules<{ 'grant.closed': GrantClosed }>({
  'grant.closed': { lines: [debit('grant').of('left'), credit('to-return').of('left')] },
})
