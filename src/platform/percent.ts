/** Percentages as an office types them, '0.25' or '15': kept as text, reckoned with as exact rates. */
import type { Rate } from './money.ts'
import { toArabicDigits } from './thai.ts'

const shape = /^[0-9]{1,3}(\.[0-9]{1,4})?$/

/** The percentage without needless zeros, or undefined for what is none. Thai digits and a percent sign are read. */
export function readPercent(text: string): string | undefined {
  const typed = toArabicDigits(text).replace(/%$/, '').trim()
  if (!shape.test(typed)) return undefined
  const [whole = '', decimals = ''] = typed.split('.')
  const kept = decimals.replace(/0+$/, '')
  const plain = whole.replace(/^0+(?=[0-9])/, '')
  return kept === '' ? plain : `${plain}.${kept}`
}

/** '0.25' → 25/10000. */
export function percentRate(text: string): Rate {
  const percent = readPercent(text)
  if (percent === undefined) throw new RangeError(`Not a percentage: ${JSON.stringify(text)}`)
  const [whole = '', decimals = ''] = percent.split('.')
  return { numerator: BigInt(whole + decimals), denominator: 100n * 10n ** BigInt(decimals.length) }
}

export function comparePercents(a: string, b: string): -1 | 0 | 1 {
  const [one, other] = [percentRate(a), percentRate(b)]
  const difference = one.numerator * other.denominator - other.numerator * one.denominator
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}
