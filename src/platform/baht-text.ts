/** จำนวนเงินตัวอักษร: an amount in words, as receipts, cheques and disbursement claims must carry it. */
import { money } from './money.ts'
import type { Money } from './money.ts'
import { numberWords as words } from './thai.text.ts'

/** Throws for what is not an amount: "zero baht" on a cheque must never be a guess. */
export function bahtText(amount: Money): string {
  const checked = money(amount)
  if (checked < 0n) return words.minus + bahtText(money(-checked))
  const baht = checked / 100n
  const satang = checked % 100n
  if (satang === 0n) return `${inWords(baht)}${words.baht}${words.exactly}`
  const satangWords = `${inWords(satang)}${words.satang}`
  return baht === 0n ? satangWords : `${inWords(baht)}${words.baht}${satangWords}`
}

function inWords(number: bigint): string {
  return number === 0n ? words.digits[0] : counted(number)
}

/** Above a million the words begin again: 'so many' million, then the rest. A one after millions is เอ็ด too. */
function counted(number: bigint): string {
  const digits = number.toString()
  const millions = digits.slice(0, -6)
  const head = millions === '' ? '' : counted(BigInt(millions)) + words.million
  return head + belowMillion(digits.slice(-6), head !== '')
}

function belowMillion(digits: string, follows: boolean): string {
  const isTrailingOne = follows || Number(digits) > 1
  return Array.from(digits, (digit, index) => placed(Number(digit), digits.length - 1 - index, isTrailingOne)).join('')
}

function placed(digit: number, place: number, isTrailingOne: boolean): string {
  if (digit === 0) return ''
  if (place === 0 && digit === 1 && isTrailingOne) return words.trailingOne
  return tensOrDigit(digit, place) + (words.places[place] ?? '')
}

/** Ten is สิบ without a one, twenty is ยี่สิบ. */
function tensOrDigit(digit: number, place: number): string {
  if (place === 1 && digit === 1) return ''
  if (place === 1 && digit === 2) return words.leadingTwo
  return words.digits[digit] ?? ''
}
