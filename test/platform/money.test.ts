import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allocate, baht, compare, formatMoney, formatMoneyParen, fromNumeric, isNegative, isZero, minus, money, negate, plus, readBaht, sum, times,
  toNumeric, zero,
} from '../../src/platform/money.ts'
import type { Money } from '../../src/platform/money.ts'
import { toThaiDigits } from '../../src/platform/thai.ts'

const largest = 10n ** 18n - 1n
const amounts = fc.bigInt({ min: -largest, max: largest }).map(money)
const modest = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map(money)

describe('an amount typed by an officer', () => {
  it.each([
    ['1,234.50', 123450n], ['๑,๕๖๐.๒๕', 156025n], ['1560.25', 156025n], ['0', 0n], ['0.5', 50n], ['-1.00', -100n], [' 12 ', 1200n],
    ['1,000,000', 100_000_000n], ['9,999,999,999,999,999.99', largest], ['007', 700n], ['-0', 0n],
  ])('%s is read as it stands', (text, satang) => {
    expect(readBaht(text)).toBe(satang)
  })

  it.each([
    '', ' ', '-', '.', '12,3x', '12.345', '1.005', '1,23', '12,34.00', '1234,567', ',123', '1,,234', '1,234,', '1.', '.5', '+1', '--1', '1-',
    '- 1', '−1.00', '(1.00)', 'NaN', 'Infinity', '1e3', '0x10', '1 000',
    '1.2.3', '1.0,00', '10,000,000,000,000,000', '9'.repeat(100_000),
  ])('%.20s is refused', (text) => {
    expect(readBaht(text)).toBeUndefined()
    expect(() => baht(text)).toThrow(RangeError)
  })

  it('reads back what a page shows, also in Thai digits', () => {
    fc.assert(fc.property(amounts, (amount) => {
      expect(readBaht(formatMoney(amount))).toBe(amount)
      expect(readBaht(toThaiDigits(formatMoney(amount)))).toBe(amount)
    }))
  })
})

describe('an amount in the database', () => {
  it('comes back from numeric(18,2) unchanged', () => {
    fc.assert(fc.property(amounts, (amount) => {
      expect(toNumeric(amount)).toMatch(/^-?\d{1,16}\.\d{2}$/)
      expect(fromNumeric(toNumeric(amount))).toBe(amount)
    }))
    expect(toNumeric(money(-5n))).toBe('-0.05')
  })

  it('may be the bare nought of an empty sum', () => {
    expect(fromNumeric('0')).toBe(zero)
  })

  it.each(['NaN', '', '1.005', '1.5', '1,000.00', 'Infinity', '10000000000000000.00'])('%s is not taken for money', (text) => {
    expect(() => fromNumeric(text)).toThrow(RangeError)
  })

  it('never grows beyond numeric(18,2)', () => {
    expect(() => money(largest + 1n)).toThrow(RangeError)
    expect(() => plus(money(largest), money(1n))).toThrow(RangeError)
    expect(() => minus(money(-largest), money(1n))).toThrow(RangeError)
    expect(() => times(money(largest), { numerator: 2n, denominator: 1n }, 'down')).toThrow(RangeError)
    expect(sum([money(largest), money(largest), money(-largest)])).toBe(largest)
  })
})

describe('reckoning', () => {
  it('adds and takes away without losing a satang', () => {
    fc.assert(fc.property(modest, modest, (a, b) => {
      expect(minus(plus(a, b), b)).toBe(a)
      expect(sum([a, b, negate(a)])).toBe(b)
      expect(compare(a, b)).toBe(isZero(minus(a, b)) ? 0 : isNegative(minus(a, b)) ? -1 : 1)
    }))
    expect(sum([])).toBe(zero)
  })

  it('rounds half a satang up, away from zero, or drops it', () => {
    const vat = { numerator: 7n, denominator: 100n }
    expect(times(baht('1.50'), vat, 'half-up')).toBe(11n)
    expect(times(baht('1.50'), vat, 'down')).toBe(10n)
    expect(times(baht('-1.50'), vat, 'half-up')).toBe(-11n)
    expect(times(baht('1,560.25'), { numerator: 1n, denominator: 100n }, 'half-up')).toBe(1560n)
    expect(() => times(baht('1'), { numerator: 1n, denominator: 0n }, 'down')).toThrow(RangeError)
  })

  it('stays within half a satang of the exact product, and mirrors for a reversal', () => {
    fc.assert(fc.property(modest, fc.bigInt(-1000n, 1000n), fc.bigInt(1n, 1000n), (amount, numerator, denominator) => {
      const rate = { numerator, denominator }
      const rounded = times(amount, rate, 'half-up')
      const off = rounded * denominator - amount * numerator
      expect(2n * (off < 0n ? -off : off) <= denominator).toBe(true)
      expect(times(negate(amount), rate, 'half-up')).toBe(negate(rounded))
      expect(times(negate(amount), rate, 'down')).toBe(negate(times(amount, rate, 'down')))
    }))
  })

  it('shares a hundred baht among three without losing a satang', () => {
    expect(allocate(baht('100.00'), [1n, 1n, 1n])).toEqual([3334n, 3333n, 3333n])
    expect(allocate(baht('0.05'), [7n, 3n, 0n])).toEqual([4n, 1n, 0n])
    expect(allocate(baht('-0.05'), [7n, 3n])).toEqual([-4n, -1n])
  })

  it('gives everyone their share, less or more by under one satang', () => {
    const weights = fc.array(fc.bigInt(0n, 1000n), { minLength: 1, maxLength: 12 }).filter((list) => list.some((weight) => weight > 0n))
    fc.assert(fc.property(modest, weights, (total, list) => {
      const whole = list.reduce((known, weight) => known + weight, 0n)
      const shares = allocate(total, list)
      expect(sum(shares)).toBe(total)
      const off = shares.map((share, index) => share * whole - total * (list[index] ?? 0n))
      expect(off.every((difference) => difference < whole && difference > -whole)).toBe(true)
      expect(shares.filter((share, index) => list[index] === 0n && share !== 0n)).toEqual([])
    }))
  })

  it('refuses to share by nothing or by less than nothing', () => {
    expect(() => allocate(baht('1'), [])).toThrow(RangeError)
    expect(() => allocate(baht('1'), [0n, 0n])).toThrow(RangeError)
    expect(() => allocate(baht('1'), [2n, -1n])).toThrow(RangeError)
  })
})

describe('an amount on a page', () => {
  it.each<[bigint, string, string]>([
    [0n, '0.00', '0.00'], [5n, '0.05', '0.05'], [123450n, '1,234.50', '1,234.50'], [-50n, '-0.50', '(0.50)'],
    [-123456789n, '-1,234,567.89', '(1,234,567.89)'],
    [largest, '9,999,999,999,999,999.99', '9,999,999,999,999,999.99'],
  ])('%s satang', (satang, plain, statement) => {
    const amount: Money = money(satang)
    expect(formatMoney(amount)).toBe(plain)
    expect(formatMoneyParen(amount)).toBe(statement)
  })
})
