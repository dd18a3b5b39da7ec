// ค่าปรับ: what a late delivery costs (expenditure-accounting-assets §1.5; ระเบียบกระทรวงการคลังว่าด้วยการจัดซื้อจัดจ้าง พ.ศ. 2560 ข้อ 162). Pure.
import { addDays, compareDates, daysBetween, type CalendarDate } from '../../platform/dates.ts'
import { compare, isNegative, minus, money, times, zero, type Money, type Rate } from '../../platform/money.ts'
import { comparePercents, percentRate } from '../../platform/percent.ts'

/** undelivered: goods and hire whose parts are of use · whole: works done only when complete · traffic: works that hamper traffic · consultancy. */
export const fineKinds = ['undelivered', 'whole', 'traffic', 'consultancy'] as const
export type FineKind = (typeof fineKinds)[number]

export interface Delivery {
  readonly dueOn: CalendarDate
  readonly deliveredOn: CalendarDate
  /** By an approved addendum. */
  readonly waivedDays: number
}

/** The due day itself is not late. */
export function lateDaysOf({ dueOn, deliveredOn, waivedDays }: Delivery): number {
  const allowed = addDays(dueOn, waivedDays)
  return compareDates(deliveredOn, allowed) <= 0 ? 0 : daysBetween(allowed, deliveredOn)
}

export interface FineTerms {
  readonly kind: FineKind
  /** Per cent a day. */
  readonly rate: string
  readonly price: Money
  /** Of works that must be complete at once. */
  readonly leastADay: Money
}

/** `undelivered`: the value that came late. Goods are fined for that alone, works for the price of the contract. */
export function fineOf(terms: FineTerms, undelivered: Money, lateDays: number): Money {
  if (lateDays <= 0) return zero
  const rate = percentRate(terms.rate)
  if (terms.kind === 'undelivered') return times(undelivered, forDays(rate, lateDays), 'half-up')
  if (terms.kind !== 'whole') return times(terms.price, forDays(rate, lateDays), 'half-up')
  const daily = times(terms.price, rate, 'half-up')
  return compare(daily, terms.leastADay) < 0 ? timesDays(terms.leastADay, lateDays) : times(terms.price, forDays(rate, lateDays), 'half-up')
}

/** Of the lots of one instalment that stand accepted: the latest one's days, and what they are fined together. */
export interface Fined {
  readonly days: number
  readonly amount: Money
}

/** Where the price of the contract is the base, a day is fined once, however many lots of the instalment come late: of the latest one, less what the others bear. */
export function fineOfLot(terms: FineTerms, lot: { readonly value: Money; readonly lateDays: number }, { days, amount }: Fined): Money {
  if (terms.kind === 'undelivered' || lot.lateDays <= 0) return fineOf(terms, lot.value, lot.lateDays)
  const rest = minus(fineOf(terms, lot.value, Math.max(days, lot.lateDays)), amount)
  return isNegative(rest) ? zero : rest
}

function forDays({ numerator, denominator }: Rate, days: number): Rate {
  return { numerator: numerator * BigInt(days), denominator }
}

function timesDays(amount: Money, days: number): Money {
  return money(amount * BigInt(days))
}

export interface FineRange {
  readonly least: string
  readonly most: string
}

export function isWithin(rate: string, { least, most }: FineRange): boolean {
  return comparePercents(rate, least) >= 0 && comparePercents(rate, most) <= 0
}

/** Above this share of the price the office considers to end the contract. */
export function asksForTermination(fines: Money, price: Money, warning: string): boolean {
  return compare(fines, times(price, percentRate(warning), 'down')) > 0
}
