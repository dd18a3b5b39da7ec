// เงินที่หักรอนำส่ง: what was kept back from pay and is still held for each creditor, by the books (expenditure-accounting-assets §1.4 P17, S29). Pure.
import { compare, minus, zero, type Money } from '../../platform/money.ts'

/** Kind of the origin of its claims; its id is the creditor's. */
export const withheldSource = 'withheld-money'

export interface Withheld {
  readonly creditorId: string
  readonly payeeId: string
  readonly code: string
  readonly name: string
  readonly deduction: string
  readonly accountCode: string
  readonly subKey: string
  /** Kept back and paid out, by the books. */
  readonly kept: Money
  readonly remitted: Money
  /** In claims that are not paid yet. */
  readonly onTheWay: Money
  /** Kept back by the paid runs of the month that is looked at: what the books must have taken in for it. */
  readonly ofMonth: Money
}

export function balanceOf({ kept, remitted }: Pick<Withheld, 'kept' | 'remitted'>): Money {
  return minus(kept, remitted)
}

/** What can still be claimed. */
export function leftOf(each: Withheld): Money {
  const left = minus(balanceOf(each), each.onTheWay)
  return compare(left, zero) < 0 ? zero : left
}
