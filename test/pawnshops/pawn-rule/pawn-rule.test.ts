import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, calendarDate } from '../../../src/platform/dates.ts'
import { baht, money, plus, sum } from '../../../src/platform/money.ts'
import { forfeitableFrom, halfMonths, mostInterest, sharesOf, type PawnRule } from '../../../src/pawnshops/pawn-rule/pawn-rule.ts'

const rule: PawnRule = {
  ceiling: baht('100000'), termMonths: 4, noticeDays: 30, halfMonthDays: 15, localPercent: 30n, capitalPercent: 50n,
  tiers: [{ upTo: baht('2000'), monthlyHundredths: 200n }, { upTo: null, monthlyHundredths: 125n }],
}
const pledged = calendarDate('2024-11-05')
const halvesUntil = (day: string) => halfMonths({ from: pledged, until: calendarDate(day) }, rule)

describe('interest of a pledge', () => {
  it('is 350.00 on 10,000.00 after two months and fifteen days, 420.00 a day later (scenario S55)', () => {
    expect(halvesUntil('2025-01-20')).toBe(5)
    expect(halvesUntil('2025-01-21')).toBe(6)
    expect(mostInterest(baht('10000'), 5, rule)).toBe(baht('350.00'))
    expect(mostInterest(baht('10000'), 6, rule)).toBe(baht('420.00'))
  })

  it('counts whole months, half ones up to the fifteenth day, and nothing on the day of the pledge', () => {
    expect(halvesUntil('2024-11-05')).toBe(0)
    expect(halvesUntil('2024-11-06')).toBe(1)
    expect(halvesUntil('2024-12-05')).toBe(2)
  })

  it('never falls with the days, and of two parts of a principal never is more than of the whole at the first rate', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 700 }), fc.bigInt({ min: 1n, max: 10_000_000n }), (days, satang) => {
      const [today, tomorrow] = [days, days + 1].map((each) => halfMonths({ from: pledged, until: addDays(pledged, each) }, rule))
      expect(tomorrow).toBeGreaterThanOrEqual(today ?? 0)
      const most = mostInterest(money(satang), today ?? 0, rule)
      expect(most).toBeLessThanOrEqual(satang * BigInt(today ?? 0) * 200n / 20_000n + 1n)
      expect(most).toBeGreaterThanOrEqual(satang * BigInt(today ?? 0) * 125n / 20_000n - 1n)
    }))
  })
})

describe('the day of forfeiture', () => {
  it('comes after four months and the thirty days of the notice', () => {
    expect(forfeitableFrom(pledged, rule)).toBe(calendarDate('2025-04-05'))
    expect(forfeitableFrom(calendarDate('2024-10-31'), rule)).toBe(addDays(addMonths(calendarDate('2024-10-31'), 4), 31))
  })
})

describe('the shares of a profit', () => {
  it('are those of a real budget book: 1,857,802.22, 3,096,337.03 and the rest 1,238,534.81', () => {
    expect(sharesOf(baht('6192674.06'), rule)).toEqual({ local: baht('1857802.22'), capital: baht('3096337.03'), bonus: baht('1238534.81') })
  })

  it('add up to the profit, whatever it is', () => {
    fc.assert(fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), (satang) => {
      const { local, capital, bonus } = sharesOf(money(satang), rule)
      expect(sum([local, capital, bonus])).toBe(satang)
      expect(plus(local, capital)).toBeLessThanOrEqual(satang)
    }))
  })
})
