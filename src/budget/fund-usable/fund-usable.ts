// How much of เงินสะสม or ทุนสำรองเงินสะสม may still be approved (budget-and-receipts §3.8, §5.2). Pure.
import { minus, sum, times, zero, type Money, type Rate } from '../../platform/money.ts'

/** 2001 เงินสะสม, 2002 ทุนสำรองเงินสะสม */
export const accumulatedSources = ['2001', '2002'] as const
export type AccumulatedSource = (typeof accumulatedSources)[number]

export interface UsableFacts {
  /** Of the account, on the books. */
  readonly balance: Money
  /** Of the surplus the year was opened with: what is not money, but for what is lent. */
  readonly notMoney: Money
  /** กันเงิน of the budget, of the years before and neither claimed in them nor lapsed. */
  readonly carried: Money
  /** Approved out of it and not paid, lapsed or carried nowhere. */
  readonly unspent: Money
  /** Paid out of it this year: the account gets less only when the year is closed. */
  readonly spent: Money
  /** ยืมเงินสะสม: lent out of it and not yet back. */
  readonly lent: Money
  /** The year's budget for staff, and all of it. */
  readonly staff: Money
  readonly budget: Money
  readonly staffMonths: number
  readonly emergency: Rate
}

export const deductions = ['notMoney', 'carried', 'unspent', 'spent', 'lent', 'staff', 'emergency'] as const
export type Deduction = (typeof deductions)[number]

export interface Usable {
  readonly balance: Money
  readonly deducted: Readonly<Record<Deduction, Money>>
  readonly usable: Money
}

export interface UsableAsked {
  readonly source: AccumulatedSource
  /** สาธารณภัย: what is kept for emergencies may be used, for this is one. */
  readonly isDisaster: boolean
}

/** Set-asides, loans and what is not money belong to เงินสะสม; ทุนสำรอง is kept apart in an account of its own. */
export function usableOf(facts: UsableFacts, { source, isDisaster }: UsableAsked): Usable {
  const isMain = source === '2001'
  const staff = times(facts.staff, { numerator: BigInt(facts.staffMonths), denominator: 12n }, 'half-up')
  const deducted = {
    notMoney: isMain ? facts.notMoney : zero, carried: isMain ? facts.carried : zero,
    unspent: facts.unspent, spent: facts.spent, lent: isMain ? facts.lent : zero, staff: isMain ? staff : zero,
    emergency: isMain && !isDisaster ? times(facts.budget, facts.emergency, 'half-up') : zero,
  }
  return { balance: facts.balance, deducted, usable: minus(facts.balance, sum(Object.values(deducted))) }
}
