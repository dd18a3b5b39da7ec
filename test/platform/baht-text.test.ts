import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bahtText } from '../../src/platform/baht-text.ts'
import { baht, money } from '../../src/platform/money.ts'
import type { Money } from '../../src/platform/money.ts'

/** Written without looking at the speaker: words from the left, a place multiplies, ล้าน lifts all that stands before it. */
const digitOf = new Map(['ศูนย์', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'].map((word, digit) => [word, digit]))
digitOf.set('ยี่', 2).set('เอ็ด', 1)
const placeOf = new Map([['สิบ', 10], ['ร้อย', 100], ['พัน', 1_000], ['หมื่น', 10_000], ['แสน', 100_000]])
const wordShape = new RegExp([...digitOf.keys(), ...placeOf.keys(), 'ล้าน'].join('|'), 'g')

function heard(words: string): bigint {
  const list = words.match(wordShape) ?? []
  if (list.join('') !== words) throw new Error(`Strange words: ${words}`)
  let lifted = 0n
  let below = 0
  let digit = -1
  for (const word of list) {
    const place = placeOf.get(word)
    if (place !== undefined) { below += (digit === -1 ? 1 : digit) * place; digit = -1; continue }
    if (word === 'ล้าน') { lifted = (lifted + BigInt(below + Math.max(digit, 0))) * 1_000_000n; below = 0; digit = -1; continue }
    if (digit !== -1) throw new Error(`Two digits together: ${words}`)
    digit = digitOf.get(word) ?? NaN
  }
  return lifted + BigInt(below + Math.max(digit, 0))
}

function heardMoney(text: string): bigint {
  const found = /^(ลบ)?(?:(.+)บาท)?(?:ถ้วน|(.+)สตางค์)$/.exec(text)
  if (found === null) throw new Error(`Not an amount in words: ${text}`)
  const [, sign, whole, satang] = found
  const size = heard(whole ?? 'ศูนย์') * 100n + heard(satang ?? 'ศูนย์')
  return sign === undefined ? size : -size
}

describe('an amount in words', () => {
  it.each([
    ['0', 'ศูนย์บาทถ้วน'], ['1', 'หนึ่งบาทถ้วน'], ['10', 'สิบบาทถ้วน'], ['11', 'สิบเอ็ดบาทถ้วน'],
    ['20', 'ยี่สิบบาทถ้วน'], ['21', 'ยี่สิบเอ็ดบาทถ้วน'],
    ['101', 'หนึ่งร้อยเอ็ดบาทถ้วน'], ['121', 'หนึ่งร้อยยี่สิบเอ็ดบาทถ้วน'], ['1.25', 'หนึ่งบาทยี่สิบห้าสตางค์'],
    ['0.01', 'หนึ่งสตางค์'], ['0.11', 'สิบเอ็ดสตางค์'],
    ['1,560.25', 'หนึ่งพันห้าร้อยหกสิบบาทยี่สิบห้าสตางค์'], ['1,000,000', 'หนึ่งล้านบาทถ้วน'], ['1,000,001', 'หนึ่งล้านเอ็ดบาทถ้วน'],
    ['1,234,567.89', 'หนึ่งล้านสองแสนสามหมื่นสี่พันห้าร้อยหกสิบเจ็ดบาทแปดสิบเก้าสตางค์'], ['11,000,000', 'สิบเอ็ดล้านบาทถ้วน'],
    ['1,000,000,000,000', 'หนึ่งล้านล้านบาทถ้วน'], ['2,000,000,000,010.50', 'สองล้านล้านสิบบาทห้าสิบสตางค์'],
    ['-21.01', 'ลบยี่สิบเอ็ดบาทหนึ่งสตางค์'],
  ])('%s baht', (amount, words) => {
    expect(bahtText(baht(amount))).toBe(words)
  })

  it('is understood again for every whole baht from nought to a million', () => {
    const misheard: number[] = []
    for (let whole = 0; whole <= 1_000_000; whole += 1) {
      const text = bahtText(money(BigInt(whole) * 100n))
      if (!text.endsWith('บาทถ้วน') || heard(text.slice(0, -'บาทถ้วน'.length)) !== BigInt(whole)) misheard.push(whole)
    }
    expect(misheard).toEqual([])
  })

  it('is understood again for any amount the books can hold', () => {
    fc.assert(fc.property(fc.bigInt(-(10n ** 18n) + 1n, 10n ** 18n - 1n), (satang) => {
      expect(heardMoney(bahtText(money(satang)))).toBe(satang)
    }), { numRuns: 2000 })
  })

  it('says one as เอ็ด after anything higher and never ยี่ outside the tens', () => {
    fc.assert(fc.property(fc.bigInt(2n, 10n ** 16n - 1n), (whole) => {
      const text = bahtText(money(whole * 100n))
      expect(text.endsWith('เอ็ดบาทถ้วน')).toBe(whole % 10n === 1n)
      expect(text.replaceAll('ยี่สิบ', '')).not.toMatch(/ยี่|สองสิบ|หนึ่งสิบ/)
    }))
  })

  it('is refused for what is not an amount', () => {
    const strangers: unknown[] = [null, undefined, NaN, 12, '12', 10n ** 18n]
    for (const stranger of strangers) expect(() => bahtText(stranger as Money)).toThrow(RangeError)
  })
})
