// How many: up to two decimals, kept in hundredths of the unit so that nothing is lost.
import { toArabicDigits } from './thai.ts'

const shape = /^[0-9]{1,9}(\.[0-9]{1,2})?$/

/** '2.5' → 250; undefined for what is no number above zero. */
export function readQuantity(text: string): bigint | undefined {
  const typed = toArabicDigits(text).replaceAll(',', '').trim()
  if (!shape.test(typed)) return undefined
  const [whole = '', decimals = ''] = typed.split('.')
  const hundredths = BigInt(whole + decimals.padEnd(2, '0'))
  return hundredths > 0n ? hundredths : undefined
}

/** 250 → '2.50', 300 → '3' */
export function formatQuantity(hundredths: bigint): string {
  const [whole, rest] = [(hundredths / 100n).toLocaleString('en-US'), hundredths % 100n]
  return rest === 0n ? whole : `${whole}.${rest.toString().padStart(2, '0')}`
}

/** For a column numeric(12,2). */
export function storedQuantity(hundredths: bigint): string {
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`
}
