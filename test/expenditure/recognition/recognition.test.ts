import { describe, expect, it } from 'vitest'
import { factsOf, recognised, spentOf } from '../../../src/expenditure/recognition/recognition.ts'
import { baht } from '../../../src/platform/money.ts'

const grants = [{ lineId: '1', key: 'GRN-00001/70', revenue: null }, { lineId: '2', key: 'GRN-00001/70', revenue: null }, { lineId: '3', key: 'GRN-00002/70', revenue: '4403010105.001' }]
const usual = '4403010104.001'
const share = (lineId: string, amount: string) => ({ lineId, amount: baht(amount) })

describe('what a payment spends of grants', () => {
  it('is added up by notice; lines of the ordinary budget are none of it', () => {
    const spent = spentOf([share('1', '100.00'), share('2', '50.50'), share('3', '7.00'), share('9', '1000.00')], grants, usual)
    expect(spent).toEqual([{ key: 'GRN-00001/70', revenue: usual, amount: baht('150.50') }, { key: 'GRN-00002/70', revenue: '4403010105.001', amount: baht('7.00') }])
  })

  it.each([['150.50', '150.50'], ['100.00', '100.00'], ['0.00', undefined], ['-5.00', undefined]])('with %s in the books: %s becomes income', (booked, income) => {
    const spent = spentOf([share('1', '150.50')], grants, usual)
    expect(recognised(spent, new Map([['GRN-00001/70', baht(booked)]])).map(({ amount }) => amount)).toEqual(income === undefined ? [] : [baht(income)])
    expect(recognised(spent, new Map())).toEqual([])
  })

  it('balances', () => {
    const { lists: { advances, revenues } } = factsOf(spentOf([share('1', '1.00'), share('3', '2.00')], grants, usual), '2103010102.001')
    expect([advances, revenues].map((lines) => lines.map(({ amount }) => amount))).toEqual([[baht('1.00'), baht('2.00')], [baht('1.00'), baht('2.00')]])
  })
})
