import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asksForTermination, fineOf, fineOfLot, isWithin, lateDaysOf, type FineTerms } from '../../../src/expenditure/late-fine/late-fine.ts'
import { addDays, calendarDate } from '../../../src/platform/dates.ts'
import { baht, compare, formatMoney, money, zero } from '../../../src/platform/money.ts'

const goods: FineTerms = { kind: 'undelivered', rate: '0.20', price: baht('53500'), leastADay: baht('100') }
const road: FineTerms = { kind: 'traffic', rate: '0.25', price: baht('1070000'), leastADay: baht('100') }
const due = calendarDate('2026-11-22')

describe('late days', () => {
  it('do not count the due day itself, nor days an addendum waives', () => {
    const late = (day: string, waivedDays = 0) => lateDaysOf({ dueOn: due, deliveredOn: calendarDate(day), waivedDays })
    expect([late('2026-11-20'), late('2026-11-22'), late('2026-11-23'), late('2026-11-29'), late('2026-11-29', 3), late('2026-11-29', 30)]).toEqual([0, 0, 1, 7, 4, 0])
  })

  it('are never below nothing, and a day later is a day more', () => {
    fc.assert(fc.property(fc.integer({ min: -400, max: 400 }), fc.nat(60), (days, waivedDays) => {
      const of = (more: number) => lateDaysOf({ dueOn: due, deliveredOn: addDays(due, days + more), waivedDays })
      expect(of(0)).toBe(Math.max(0, days - waivedDays))
      expect(of(1) - of(0)).toBe(days + 1 > waivedDays ? 1 : 0)
    }))
  })
})

describe('the fine', () => {
  it('of goods is a share of what came late: 21,400.00 × 0.20 % × 7 = 299.60 (S15)', () => {
    expect(fineOf(goods, baht('21400'), 7)).toBe(baht('299.60'))
  })

  it('of a road is a share of the whole price: 1,070,000.00 × 0.25 % × 5 = 13,375.00 (S19)', () => {
    expect(fineOf(road, baht('642000'), 5)).toBe(baht('13375'))
  })

  it('on the price of the contract counts a day once, on the lot itself for each lot', () => {
    const of = (kind: FineTerms['kind'], lateDays: number, days: number, fined: string) => fineOfLot({ ...road, kind, rate: '0.1', price: baht('1000000') }, { value: baht('1000'), lateDays }, { days, amount: baht(fined) })
    expect([of('traffic', 15, 10, '10000'), of('whole', 10, 15, '15000'), of('consultancy', 4, 0, '0'), of('whole', 0, 15, '5000')].map(formatMoney)).toEqual(['5,000.00', '0.00', '4,000.00', '0.00'])
    expect(of('undelivered', 7, 5, '5')).toBe(baht('7'))
    expect(of('traffic', 10, 15, '5000'), 'the lot of ten days, accepted anew after its reversal').toBe(baht('10000'))
  })

  it('of works that must be complete is at least 100.00 a day', () => {
    const works: FineTerms = { kind: 'whole', rate: '0.05', price: baht('150000'), leastADay: baht('100') }
    expect(fineOf(works, baht('150000'), 3)).toBe(baht('300'))
    expect(fineOf({ ...works, price: baht('400000') }, baht('1'), 3)).toBe(baht('600'))
  })

  it('is nothing in time, and grows with the days', () => {
    fc.assert(fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.integer({ min: -5, max: 200 }), fc.constantFrom('undelivered', 'whole', 'traffic', 'consultancy'), (satang, days, kind) => {
      const terms: FineTerms = { ...road, kind, price: money(satang) }
      const fine = fineOf(terms, money(satang), days)
      expect(days > 0 ? compare(fine, zero) >= 0 : fine === zero).toBe(true)
      expect(compare(fineOf(terms, money(satang), days + 1), fine)).toBeGreaterThanOrEqual(0)
    }))
  })

  it('keeps within its range, and above ten per cent asks whether to end the contract', () => {
    expect(['0.009', '0.01', '0.20', '0.21'].map((rate) => isWithin(rate, { least: '0.01', most: '0.20' }))).toEqual([false, true, true, false])
    expect(asksForTermination(baht('5350'), baht('53500'), '10')).toBe(false)
    expect(asksForTermination(baht('5350.01'), baht('53500'), '10')).toBe(true)
  })
})
