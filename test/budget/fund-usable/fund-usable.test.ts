import { describe, expect, it } from 'vitest'
import { baht, formatMoney, zero } from '../../../src/platform/money.ts'
import { usableOf, type UsableFacts } from '../../../src/budget/fund-usable/fund-usable.ts'

const facts: UsableFacts = {
  balance: baht('6000000.00'), notMoney: zero, carried: zero, unspent: baht('400000.00'), spent: baht('100000.00'), lent: baht('300000.00'), staff: baht('4800000.00'), budget: baht('8000000.00'),
  staffMonths: 3, emergency: { numerator: 10n, denominator: 100n },
}

describe('what is usable of accumulated money', () => {
  it('is the account less what is approved, what is lent, three months of staff and ten per cent for emergencies', () => {
    const { deducted, usable } = usableOf(facts, { source: '2001', isDisaster: false })
    expect(formatMoney(deducted.staff)).toBe('1,200,000.00')
    expect(formatMoney(deducted.emergency)).toBe('800,000.00')
    expect(formatMoney(usable)).toBe('3,200,000.00')
  })

  it('is more by what was kept for emergencies when there is one', () => {
    expect(formatMoney(usableOf(facts, { source: '2001', isDisaster: true }).usable)).toBe('4,000,000.00')
  })

  it('of the reserve is its own account less what is approved out of it', () => {
    const { deducted, usable } = usableOf(facts, { source: '2002', isDisaster: false })
    expect([deducted.lent, deducted.staff, deducted.emergency]).toEqual([zero, zero, zero])
    expect(formatMoney(usable)).toBe('5,500,000.00')
  })

  it('is less what is not money and what was carried over from the budget of the years before; the reserve is money', () => {
    const withLand = { ...facts, notMoney: baht('1500000.00'), carried: baht('98000.00') }
    expect(formatMoney(usableOf(withLand, { source: '2001', isDisaster: false }).usable)).toBe('1,602,000.00')
    expect(formatMoney(usableOf(withLand, { source: '2002', isDisaster: false }).usable)).toBe('5,500,000.00')
  })

  it('may be less than nothing', () => {
    expect(formatMoney(usableOf({ ...facts, balance: zero }, { source: '2001', isDisaster: false }).usable)).toBe('-2,800,000.00')
  })

  it('rounds a share of a satang up', () => {
    const { deducted } = usableOf({ ...facts, staff: baht('0.02'), budget: baht('0.05') }, { source: '2001', isDisaster: false })
    expect([formatMoney(deducted.staff), formatMoney(deducted.emergency)]).toEqual(['0.01', '0.01'])
  })
})
