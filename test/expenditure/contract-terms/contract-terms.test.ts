import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { restOf } from '../../../src/expenditure/acceptance-claim/acceptance-claim.ts'
import { isInOrder, isOver, restOfPrice, shareOf, spread, whereHeld } from '../../../src/expenditure/contract-terms/contract-terms.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht, money, sum, type Money } from '../../../src/platform/money.ts'

describe('terms of a contract', () => {
  it('an advance of 15 % of 1,070,000.00 is 160,500.00, and 15.01 % is over the limit (S17)', () => {
    expect(shareOf(baht('1070000'), '15')).toBe(baht('160500'))
    expect([isOver('15', '15'), isOver('15.01', '15')]).toEqual([false, true])
  })

  it('instalments make up the price and go on in time', () => {
    const of = (number: number, amount: string, dueOn: string) => ({ number, amount: baht(amount), dueOn: calendarDate(dueOn) })
    const both = [of(1, '32100', '2026-11-15'), of(2, '21400', '2026-11-22')]
    expect(restOfPrice(baht('53500'), both)).toBe(baht('0'))
    expect(restOfPrice(baht('53500.01'), both)).toBe(baht('0.01'))
    expect(isInOrder(both, calendarDate('2026-11-22'))).toBe(true)
    expect(isInOrder(both, calendarDate('2026-11-21'))).toBe(false)
    expect(isInOrder(both.toReversed(), calendarDate('2026-12-31'))).toBe(false)
  })
})

describe('an amount spread over budget lines', () => {
  const held = [{ lineId: '1', amount: baht('100') }, { lineId: '2', amount: baht('50') }]

  it('takes the first line first, and asks the first for what none holds', () => {
    expect(spread(baht('120'), held)).toEqual([{ lineId: '1', amount: baht('100') }, { lineId: '2', amount: baht('20') }])
    expect(sum(spread(baht('170'), held).filter(({ lineId }) => lineId === '1').map(({ amount }) => amount))).toBe(baht('120'))
  })

  it('adds up again, whatever the amount', () => {
    fc.assert(fc.property(fc.bigInt({ min: 1n, max: 10n ** 10n }), (satang) => {
      expect(sum(spread(money(satang), held).map(({ amount }) => amount))).toBe(money(satang))
    }))
  })
})

describe('a claim upon an obligation', () => {
  const of = (lineId: string, amount: string) => ({ lineId, amount: baht(amount) })

  it('stays on its lines while they hold it, and goes to where its rest was carried', () => {
    expect(whereHeld([of('1', '60'), of('2', '40')], [of('1', '100'), of('2', '50')])).toEqual([of('1', '60'), of('2', '40')])
    expect(whereHeld([of('1', '60')], [of('9', '120')])).toEqual([of('9', '60')])
    expect(whereHeld([of('1', '60'), of('2', '10')], [of('9', '50')])).toEqual([of('1', '10'), of('2', '10'), of('9', '50')])
    expect(whereHeld([of('1', '60'), of('2', '40')], [of('1', '10'), of('9', '70')])).toEqual([of('1', '10'), of('2', '20'), of('9', '70')])
  })

  it('counts what was claimed on a carried line against the delivery', () => {
    const line = (budgetLineId: string, amount: string) => ({ item: 'งาน', quantity: 100n, unit: 'งาน', amount: baht(amount), budgetLineId, accountCode: '5104010104.001', accountName: '' })
    const delivery = { lines: [line('1', '60'), line('2', '40')] }
    const rest = (...claimed: { lineId: string; amount: Money }[]) => restOf(delivery, new Map(claimed.map(({ lineId, amount }) => [lineId, amount])))
    expect(rest()).toEqual([of('1', '60'), of('2', '40')])
    expect(rest(of('2', '40'), of('9', '10'))).toEqual([of('1', '50')])
    expect(rest(of('9', '60'))).toEqual([of('2', '40')])
    expect(rest(of('9', '100'))).toEqual([])
  })
})
