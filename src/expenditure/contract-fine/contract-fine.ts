// ค่าปรับค้างชำระ: what a claim could not bear of a fine stays owed by the other side, and the next claim of the contract bears it, or cash pays it (§1.5). Pure.
import { isNegative, minus, sum, zero, type Money } from '../../platform/money.ts'

/** An accepted delivery. */
export interface FinedDelivery {
  readonly id: string
  readonly fine: Money
  /** By claims made from it. */
  readonly deducted: Money
  /** No claim will be made from it any more. */
  readonly isClaimed: boolean
}

export interface Settled {
  readonly fines: Money
  /** By all claims upon the contract. */
  readonly deducted: Money
  /** By receipts that name the contract. */
  readonly received: Money
}

export interface ContractFines extends Omit<Settled, 'fines'> {
  readonly deliveries: readonly FinedDelivery[]
}

/** Of all fines of the contract: what neither claims nor receipts have settled. */
export function fineOwed({ fines, deducted, received }: Settled): Money {
  return positive(minus(minus(fines, deducted), received))
}

export const finesOf = ({ deliveries, ...settled }: ContractFines): Settled => ({ ...settled, fines: sum(deliveries.map(({ fine }) => fine)) })

/** What a claim has to bear: everything owed, less what other deliveries can still bear themselves. */
export function fineDue(fines: ContractFines, acceptanceId?: string): Money {
  const others = fines.deliveries.filter(({ id, isClaimed }) => id !== acceptanceId && !isClaimed)
  return positive(minus(fineOwed(finesOf(fines)), sum(others.map(({ fine, deducted }) => positive(minus(fine, deducted))))))
}

function positive(amount: Money): Money {
  return isNegative(amount) ? zero : amount
}
