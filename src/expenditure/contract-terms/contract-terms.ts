// What a contract may promise (expenditure-accounting-assets §1.2, §1.5): instalments, advance, retention, security. Pure.
import { compareDates, type CalendarDate } from '../../platform/dates.ts'
import { compare, isZero, minus, plus, sum, times, zero, type Money } from '../../platform/money.ts'
import { comparePercents, percentRate } from '../../platform/percent.ts'

export interface Instalment {
  readonly number: number
  readonly amount: Money
  readonly dueOn: CalendarDate
}

/** Price less the sum of the instalments: nothing is left over. */
export function restOfPrice(price: Money, instalments: readonly Pick<Instalment, 'amount'>[]): Money {
  return minus(price, sum(instalments.map(({ amount }) => amount)))
}

/** So much of the price, half a satang up. */
export function shareOf(price: Money, percent: string): Money {
  return times(price, percentRate(percent), 'half-up')
}

export function isOver(percent: string, most: string): boolean {
  return comparePercents(percent, most) > 0
}

/** Days of instalments go on, and end no later than the contract. */
export function isInOrder(instalments: readonly Instalment[], until: CalendarDate): boolean {
  return instalments.every(({ dueOn }, index) => {
    const before = instalments[index - 1]
    return compareDates(dueOn, until) <= 0 && (before === undefined || compareDates(before.dueOn, dueOn) <= 0)
  })
}

export interface LineShare {
  readonly lineId: string
  readonly amount: Money
}

/** One amount spread over control lines, the first ones first; a line gets no more than it holds. */
export function spread(amount: Money, held: readonly LineShare[]): LineShare[] {
  const shares: LineShare[] = []
  let left = amount
  for (const line of held) {
    const share = compare(left, line.amount) < 0 ? left : line.amount
    if (!isZero(share)) shares.push({ lineId: line.lineId, amount: share })
    left = minus(left, share)
  }
  const [first] = held
  if (!isZero(left) && first) return merged(shares, { lineId: first.lineId, amount: left })
  return shares
}

/** What no line holds falls to the first: its budget is asked for more. */
function merged(shares: readonly LineShare[], more: LineShare): LineShare[] {
  const known = shares.find(({ lineId }) => lineId === more.lineId)?.amount ?? zero
  return [{ lineId: more.lineId, amount: plus(known, more.amount) }, ...shares.filter(({ lineId }) => lineId !== more.lineId)]
}

/** Where the obligation stands now: what was accepted on a line of last year is claimed on the one its rest was carried to. What nobody holds stays on its line, where it is refused. */
export function whereHeld(shares: readonly LineShare[], holds: readonly LineShare[]): LineShare[] {
  const left = new Map(holds.map(({ lineId, amount }) => [lineId, amount]))
  const found: LineShare[] = []
  const take = (lineId: string, most: Money): Money => {
    const part = smaller(most, left.get(lineId) ?? zero)
    left.set(lineId, minus(left.get(lineId) ?? zero, part))
    found.push({ lineId, amount: part })
    return minus(most, part)
  }
  const missing = shares.map(({ lineId, amount }) => ({ lineId, amount: take(lineId, amount) }))
  for (const { lineId, amount } of missing) {
    const rest = holds.reduce((open, held) => take(held.lineId, open), amount)
    found.push({ lineId, amount: rest })
  }
  return [...new Set(found.map(({ lineId }) => lineId))]
    .map((lineId) => ({ lineId, amount: sum(found.filter((each) => each.lineId === lineId).map(({ amount }) => amount)) })).filter(({ amount }) => !isZero(amount))
}

const smaller = (one: Money, other: Money): Money => (compare(one, other) < 0 ? one : other)
