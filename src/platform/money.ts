/** Money is whole satang in a bigint; baht exist only as text at the edges. Rates belong to the rooms, never to floating numbers. */
import { toArabicDigits } from './thai.ts'

export type Money = bigint & { readonly brand: 'Money' }

/** An exact rate: seven per cent is { numerator: 7n, denominator: 100n }. */
export interface Rate {
  readonly numerator: bigint
  readonly denominator: bigint
}

export type Rounding = 'half-up' | 'down'

// numeric(18,2): sixteen digits of baht and two of satang.
const limit = 10n ** 18n

export function money(satang: bigint): Money {
  if (typeof satang !== 'bigint') throw new RangeError('Money is made of a bigint of satang')
  if (satang >= limit || satang <= -limit) throw new RangeError('Amount is beyond numeric(18,2)')
  return satang as Money
}

export const zero: Money = money(0n)

// Plain digits, or groups of three after commas; at most two decimals.
const amountShape = /^(-?)([0-9]{1,20}|[0-9]{1,3}(?:,[0-9]{3}){1,6})(?:\.([0-9]{1,2}))?$/

/** Reads an amount as an officer types it; undefined for anything else. Leading zeros are harmless, lost commas are not guessed. */
export function readBaht(text: string): Money | undefined {
  const found = amountShape.exec(toArabicDigits(text).trim())
  if (found === null) return undefined
  const [, sign, whole = '', decimals = ''] = found
  const satang = BigInt(whole.replaceAll(',', '') + decimals.padEnd(2, '0'))
  if (satang >= limit) return undefined
  return money(sign === '-' ? -satang : satang)
}

export function baht(text: string): Money {
  const amount = readBaht(text)
  if (amount === undefined) throw new RangeError(`Not an amount of baht: ${JSON.stringify(text)}`)
  return amount
}

const numericShape = /^(-?[0-9]{1,16})(?:\.([0-9]{2}))?$/

/** For the row mapper of a repository. coalesce(sum(…), 0) comes without decimals; any other scale is refused, not rounded. */
export function fromNumeric(text: string): Money {
  const found = numericShape.exec(text)
  if (found === null) throw new RangeError(`Not a numeric(18,2): ${JSON.stringify(text)}`)
  const [, whole = '', decimals = '00'] = found
  return money(BigInt(whole + decimals))
}

export function toNumeric(amount: Money): string {
  const { sign, baht: whole, satang } = parts(amount)
  return `${sign}${whole}.${satang}`
}

export function plus(a: Money, b: Money): Money {
  return money(a + b)
}

export function minus(a: Money, b: Money): Money {
  return money(a - b)
}

export function negate(amount: Money): Money {
  return money(-amount)
}

export function sum(amounts: Iterable<Money>): Money {
  let total = 0n
  for (const amount of amounts) total += amount
  return money(total)
}

/** 'half-up' rounds half a satang away from zero, 'down' drops it; a negative amount mirrors the positive one, so a reversal is exact. */
export function times(amount: Money, rate: Rate, rounding: Rounding): Money {
  if (rate.denominator <= 0n) throw new RangeError('The denominator of a rate is positive')
  const product = amount * rate.numerator
  const size = absolute(product)
  const share = rounding === 'half-up' ? (2n * size + rate.denominator) / (2n * rate.denominator) : size / rate.denominator
  return money(product < 0n ? -share : share)
}

/** Splits a total by weights so that the parts add up again: left-over satang go to the largest remainders, then to the first in line. */
export function allocate(total: Money, weights: readonly bigint[]): Money[] {
  const whole = weights.reduce((known, weight) => known + weight, 0n)
  if (weights.some((weight) => weight < 0n) || whole === 0n) throw new RangeError('Weights are not negative and not all zero')
  const size = absolute(total)
  const shares = weights.map((weight, index) => ({ index, satang: (size * weight) / whole, remainder: (size * weight) % whole }))
  const left = Number(shares.reduce((rest, share) => rest - share.satang, size))
  const lucky = new Set(shares.toSorted((a, b) => order(b.remainder, a.remainder)).slice(0, left).map((share) => share.index))
  return shares.map(({ index, satang }) => withSign(lucky.has(index) ? satang + 1n : satang, total))
}

export function isZero(amount: Money): boolean {
  return amount === 0n
}

export function isNegative(amount: Money): boolean {
  return amount < 0n
}

export function compare(a: Money, b: Money): -1 | 0 | 1 {
  return order(a, b)
}

const wholeBaht = new Intl.NumberFormat('en-US')

/** '1,234.50' */
export function formatMoney(amount: Money): string {
  const { sign, baht: whole, satang } = parts(amount)
  return `${sign}${wholeBaht.format(whole)}.${satang}`
}

/** '(1,234.50)' for a negative amount, as statements show it. */
export function formatMoneyParen(amount: Money): string {
  return amount < 0n ? `(${formatMoney(negate(amount))})` : formatMoney(amount)
}

function parts(amount: Money): { sign: string; baht: bigint; satang: string } {
  const size = absolute(amount)
  return { sign: amount < 0n ? '-' : '', baht: size / 100n, satang: (size % 100n).toString().padStart(2, '0') }
}

function withSign(satang: bigint, like: Money): Money {
  return money(like < 0n ? -satang : satang)
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value
}

function order(a: bigint, b: bigint): -1 | 0 | 1 {
  if (a === b) return 0
  return a < b ? -1 : 1
}
