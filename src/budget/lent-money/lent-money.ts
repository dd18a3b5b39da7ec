// What a claim lent to an officer: how much of it each control line holds, and which vouchers stand for it. Pure.
import { compare, isNegative, isZero, minus, zero, type Money } from '../../platform/money.ts'
import { type Share, type Source } from '../control/control.ts'

export type AmountByLine = ReadonlyMap<string, Money>

export interface LentMoney {
  /** The claim that lent it. */
  readonly claim: Source
  readonly held: AmountByLine
  /** Held, and no voucher in the books has accounted for it. */
  readonly unspent: AmountByLine
}

/** Registers of advances also keep floats of petty cash, of which no budget knows. */
export function loanIdIn(subKey: string | null | undefined): string | undefined {
  return /^LON([1-9][0-9]*)$/.exec(subKey ?? '')?.[1]
}

export function unspentOf(held: AmountByLine, spent: AmountByLine): AmountByLine {
  return new Map([...held].map(([lineId, amount]) => [lineId, minus(amount, spent.get(lineId) ?? zero)] as const).filter(([, amount]) => !isZero(amount) && !isNegative(amount)))
}

/** Money that came back, line by line, never more than is unspent there. */
export function sharesBack(unspent: AmountByLine, amount: Money): Share[] {
  let left = amount
  return [...unspent].flatMap(([lineId, there]) => {
    const part = compare(left, there) < 0 ? left : there
    left = minus(left, part)
    return isZero(part) ? [] : [{ lineId, amount: part }]
  })
}
