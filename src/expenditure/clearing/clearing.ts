// ใบรับใบสำคัญ: what a loan was spent on, and what that leaves of it (expenditure-accounting-assets §1.2, §1.4 P20, §1.8). Pure.
import { type AmountByLine } from '../../budget/index.ts'
import { lifecycle, printedNumber, type DocumentHead, type PaperRule } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { compare, isZero, minus, plus, sum, zero, type Money } from '../../platform/money.ts'

/** Kind of its trail, papers and source, and the origin of the claim for what was spent beyond the loan. */
export const clearingSource = 'clearing'

export const clearingStates = ['submitted', 'posted', 'reversed', 'cancelled'] as const
export type ClearingState = (typeof clearingStates)[number]

export const clearingLifecycle = lifecycle({
  submitted: {
    approve: { to: 'posted', may: 'expense.loan:approve', notBy: 'author' },
    return: { to: 'cancelled', may: 'expense.loan:approve' },
    cancel: { to: 'cancelled', may: 'expense.loan:edit' },
  },
  posted: {
    claim: { to: 'posted', may: 'expense.voucherreq:create' },
    reverse: { to: 'reversed', may: 'expense.loan:approve', notBy: 'author' },
  },
  reversed: {},
  cancelled: {},
})

/** The vouchers themselves; one that was missed may come after them. */
export const clearingPapers: PaperRule<ClearingState> = { may: 'expense.loan:edit', loose: ['submitted'], late: ['posted'] }

export type ClearingStep = 'approve' | 'return' | 'cancel' | 'claim' | 'reverse'

export interface ClearingLine {
  readonly budgetLineId: string
  readonly accountCode: string
  /** The voucher: its number and what it was for. */
  readonly description: string
  readonly amount: Money
}

export interface ClearingCommand {
  readonly loanId: string
  readonly clearingDate: CalendarDate
  readonly receiptReference: string
  readonly remark: string
  readonly lines: readonly ClearingLine[]
}

export interface ClearingHead extends DocumentHead<ClearingState> {
  readonly loanId: string
  readonly clearingDate: CalendarDate
  /** Of the vouchers. */
  readonly amount: Money
  /** So much of it pays the loan back; the rest is claimed. */
  readonly settled: Money
  readonly author: Person
}

export interface Clearing extends ClearingHead, Omit<ClearingCommand, keyof ClearingHead> {
  readonly organisationName: string
  readonly returnReason: string | null
  readonly voucherId: string | null
  readonly approver: Person | null
}

export function clearingNumber({ number, fiscalYear }: Pick<ClearingHead, 'number' | 'fiscalYear'>): string {
  return printedNumber('CLR', number ?? 0, fiscalYear)
}

export interface SplitLines<L> {
  readonly settled: readonly L[]
  readonly excess: readonly L[]
}

/** In their order: up to what is owed they pay the loan back, beyond it they are claimed (S35). A line on the border stands in both. */
export function splitAt<L extends { readonly amount: Money }>(lines: readonly L[], owed: Money): SplitLines<L> {
  const settled: L[] = []
  const excess: L[] = []
  let left = owed
  for (const line of lines) {
    const part = compare(line.amount, left) < 0 ? line.amount : left
    if (!isZero(part)) settled.push({ ...line, amount: part })
    if (compare(part, line.amount) < 0) excess.push({ ...line, amount: minus(line.amount, part) })
    left = minus(left, part)
  }
  return { settled, excess }
}

export function byLine(lines: readonly { readonly budgetLineId: string; readonly amount: Money }[]): AmountByLine {
  const amounts = new Map<string, Money>()
  for (const { budgetLineId, amount } of lines) amounts.set(budgetLineId, plus(amounts.get(budgetLineId) ?? zero, amount))
  return amounts
}

export interface LineMove {
  readonly from: string
  readonly to: string
  readonly amount: Money
}

/** Vouchers of other lines than the loan's: what they need is taken from the lines that have money of the loan left. */
export function movesFor(settled: AmountByLine, unspent: AmountByLine): LineMove[] {
  const left = new Map(unspent)
  const take = (lineId: string, wanted: Money): Money => {
    const there = left.get(lineId) ?? zero
    const part = compare(wanted, there) < 0 ? wanted : there
    left.set(lineId, minus(there, part))
    return part
  }
  const needs = [...settled].map(([to, amount]) => ({ to, amount: minus(amount, take(to, amount)) })).filter(({ amount }) => !isZero(amount))
  return needs.flatMap(({ to, amount: need }) => {
    const moves: LineMove[] = []
    for (const from of left.keys()) {
      const part = take(from, minus(need, sum(moves.map(({ amount }) => amount))))
      if (!isZero(part)) moves.push({ from, to, amount: part })
    }
    return moves
  })
}

/** Came back in cash or from the pay, by the books, and is not yet back in the budget; below zero: back in the budget, and not in the books any more. */
export function returnable(given: { readonly lent: Money; readonly balance: Money; readonly settled: Money; readonly held: Money }): Money {
  const back = minus(minus(given.lent, given.balance), given.settled)
  return minus(back, minus(given.lent, given.held))
}
