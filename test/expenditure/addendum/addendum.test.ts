import { describe, expect, it } from 'vitest'
import { changesOf, sharesAfter } from '../../../src/expenditure/addendum/addendum.ts'
import { baht, zero } from '../../../src/platform/money.ts'

const lines = [{ lineId: '1', amount: baht('100') }, { lineId: '2', amount: baht('50') }]
const none = new Map()

describe('what an addendum does to the lines of the budget', () => {
  it('more falls to the first', () => {
    const changes = changesOf(baht('25'), lines, none)
    expect(changes).toEqual([{ lineId: '1', amount: baht('25') }])
    expect(sharesAfter(baht('25'), lines, changes)).toEqual([{ lineId: '1', amount: baht('125') }, { lineId: '2', amount: baht('50') }])
  })

  it('less is taken from the last, and never what was accepted', () => {
    const less = baht('-70')
    const changes = changesOf(less, lines, new Map([['2', baht('20')]]))
    expect(changes).toEqual([{ lineId: '2', amount: baht('30') }, { lineId: '1', amount: baht('40') }])
    expect(sharesAfter(less, lines, changes)).toEqual([{ lineId: '1', amount: baht('60') }, { lineId: '2', amount: baht('20') }])
  })

  it('the same price moves nothing', () => {
    expect(changesOf(zero, lines, none)).toEqual([])
  })
})
