// A grant is revenue as far as it is spent: with each payment its advance becomes income (R7, P28). Pure.
import { type SlotAmount } from '../../ledger/index.ts'
import { compare, isNegative, isZero, plus, zero, type Money } from '../../platform/money.ts'

export const recognitionEvent = 'grant.recognised'

export interface GrantOfLine {
  readonly lineId: string
  /** Of the notice, in the ledger's register. */
  readonly key: string
  /** The account of the revenue code it was received under; null where it came with the opening. */
  readonly revenue: string | null
}

export interface Spent {
  readonly key: string
  readonly revenue: string
  readonly amount: Money
}

/** What a payment spends of each notice. */
export function spentOf(shares: readonly { readonly lineId: string; readonly amount: Money }[], grants: readonly GrantOfLine[], usual: string): Spent[] {
  const byKey = new Map<string, Spent>()
  for (const { lineId, amount } of shares) {
    const grant = grants.find((each) => each.lineId === lineId)
    if (grant === undefined) continue
    const before = byKey.get(grant.key)?.amount ?? zero
    byKey.set(grant.key, { key: grant.key, revenue: grant.revenue ?? usual, amount: plus(before, amount) })
  }
  return [...byKey.values()]
}

/** No more than the books hold of the notice, which may have been told of less than the budget. */
export function recognised(spent: readonly Spent[], held: ReadonlyMap<string, Money>): Spent[] {
  return spent.flatMap((each) => {
    const most = held.get(each.key) ?? zero
    const amount = compare(each.amount, most) > 0 ? most : each.amount
    return isNegative(amount) || isZero(amount) ? [] : [{ ...each, amount }]
  })
}

export function factsOf(spent: readonly Spent[], advance: string): { readonly lists: { readonly advances: readonly SlotAmount[]; readonly revenues: readonly SlotAmount[] } } {
  return {
    lists: {
      advances: spent.map(({ key, amount }) => ({ accountCode: advance, subKey: key, amount })),
      revenues: spent.map(({ revenue, amount }) => ({ accountCode: revenue, amount })),
    },
  }
}
