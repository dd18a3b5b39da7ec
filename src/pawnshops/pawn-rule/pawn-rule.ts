// What the law lets a pawnshop do: how much it may lend on a pledge, what interest it may take, and when a pledge is forfeited
// (expenditure-accounting-assets §1.12; rates and days are rows, each with its first day).
import { addDays, addMonths, compareDates, daysBetween, type CalendarDate } from '../../platform/dates.ts'
import { compare, minus, sum, times, zero, type Money } from '../../platform/money.ts'

/** Of the part of the principal above the tier before and up to `upTo` (null: all the rest), so many hundredths of a per cent a month. */
export interface RateTier {
  readonly upTo: Money | null
  readonly monthlyHundredths: bigint
}

export interface PawnRule {
  /** At most so much on one pledge. */
  readonly ceiling: Money
  readonly termMonths: number
  /** Days of the posted notice after the term. */
  readonly noticeDays: number
  /** A part of a month up to so many days counts half, a longer one whole. */
  readonly halfMonthDays: number
  /** Per cent of last year's profit: to the LAO, to the operating capital; what is left is the staff's. */
  readonly localPercent: bigint
  readonly capitalPercent: bigint
  readonly tiers: readonly RateTier[]
}

/** Half months between the pledge (or the last renewal) and the day: never by the day (scenario S55). */
export function halfMonths({ from, until }: { readonly from: CalendarDate; readonly until: CalendarDate }, rule: Pick<PawnRule, 'halfMonthDays'>): number {
  let months = 0
  while (compareDates(addMonths(from, months + 1), until) <= 0) months += 1
  const rest = daysBetween(addMonths(from, months), until)
  if (rest <= 0) return months * 2
  return months * 2 + (rest <= rule.halfMonthDays ? 1 : 2)
}

/** The most that may be asked for so many half months: 2 % a month on the first 2,000 and 1.25 % on the rest, as the rows say. */
export function mostInterest(principal: Money, halves: number, { tiers }: Pick<PawnRule, 'tiers'>): Money {
  let below = zero
  return sum(tiers.map(({ upTo, monthlyHundredths }) => {
    const top = upTo === null || compare(principal, upTo) < 0 ? principal : upTo
    const part = compare(top, below) > 0 ? minus(top, below) : zero
    below = top
    return times(part, { numerator: monthlyHundredths * BigInt(halves), denominator: 20_000n }, 'half-up')
  }))
}

/** The first day on which a pledge may be listed as forfeited: after its term and the posted notice of section 25. */
export function forfeitableFrom(pledgedOn: CalendarDate, { termMonths, noticeDays }: Pick<PawnRule, 'termMonths' | 'noticeDays'>): CalendarDate {
  return addDays(addMonths(pledgedOn, termMonths), noticeDays + 1)
}

export interface ProfitShares {
  readonly local: Money
  readonly capital: Money
  readonly bonus: Money
}

/** 30 and 50 per cent rounded half up to satang, the staff's 20 per cent is the rest. */
export function sharesOf(profit: Money, { localPercent, capitalPercent }: Pick<PawnRule, 'localPercent' | 'capitalPercent'>): ProfitShares {
  const share = (percent: bigint) => times(profit, { numerator: percent, denominator: 100n }, 'half-up')
  const [local, capital] = [share(localPercent), share(capitalPercent)]
  return { local, capital, bonus: minus(minus(profit, local), capital) }
}
