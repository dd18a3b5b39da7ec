import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharesBack, unspentOf } from '../../../src/budget/index.ts'
import { byLine, movesFor, returnable, splitAt } from '../../../src/expenditure/clearing/clearing.ts'
import { baht, compare, minus, money, plus, sum, zero, type Money } from '../../../src/platform/money.ts'

const amount = fc.bigInt({ min: 1n, max: 10_000_000n }).map(money)
const line = fc.record({ budgetLineId: fc.constantFrom('1', '2', '3'), amount })
const total = (lines: readonly { readonly amount: Money }[]) => sum(lines.map((each) => each.amount))

describe('vouchers of a loan', () => {
  it('beyond what is owed are claimed: nothing is lost, and never more than owed is paid back', () => {
    fc.assert(fc.property(fc.array(line, { minLength: 1 }), amount, (lines, owed) => {
      const { settled, excess } = splitAt(lines, owed)
      expect(plus(total(settled), total(excess))).toBe(total(lines))
      expect(compare(total(settled), owed)).toBeLessThanOrEqual(0)
      if (excess.length > 0) expect(total(settled)).toBe(owed)
      expect([...settled, ...excess].every((each) => each.amount > 0n)).toBe(true)
    }))
  })

  it('take from lines with money left exactly what their own line lacks', () => {
    fc.assert(fc.property(fc.array(line, { minLength: 1 }), fc.array(line, { minLength: 1 }), (vouchers, lent) => {
      const unspent = byLine(lent)
      const settled = byLine(splitAt(vouchers, total(lent)).settled)
      const moves = movesFor(settled, unspent)
      for (const [lineId, wanted] of settled) {
        const own = unspent.get(lineId) ?? zero
        const lacking = compare(wanted, own) > 0 ? minus(wanted, own) : zero
        expect(total(moves.filter(({ to }) => to === lineId))).toBe(lacking)
      }
      for (const [lineId, there] of unspent) {
        const taken = total(moves.filter(({ from }) => from === lineId))
        const own = settled.get(lineId) ?? zero
        expect(compare(plus(taken, compare(own, there) > 0 ? there : own), there)).toBeLessThanOrEqual(0)
      }
      expect(moves.every(({ from, to, amount: moved }) => from !== to && moved > 0n)).toBe(true)
    }))
  })
})

describe('money that comes back', () => {
  it('goes to lines that have it unspent, all of it while there is room', () => {
    fc.assert(fc.property(fc.array(line, { minLength: 1 }), amount, (lent, back) => {
      const unspent = byLine(lent)
      const shares = sharesBack(unspent, back)
      const room = total(lent)
      expect(total(shares)).toBe(compare(back, room) > 0 ? room : back)
      expect(shares.every((share) => compare(share.amount, unspent.get(share.lineId) ?? zero) <= 0)).toBe(true)
    }))
  })

  it('is what the books no longer show, less vouchers, less what is back already', () => {
    const lent = baht('60000.00')
    expect(returnable({ lent, balance: zero, settled: baht('52400.00'), held: lent })).toBe(baht('7600.00'))
    expect(returnable({ lent, balance: zero, settled: baht('52400.00'), held: baht('52400.00') })).toBe(zero)
    expect(returnable({ lent, balance: lent, settled: zero, held: lent })).toBe(zero)
  })

  it('a line wholly accounted for has nothing left', () => {
    expect([...unspentOf(new Map([['1', baht('10.00')], ['2', baht('5.00')]]), new Map([['1', baht('10.00')]]))]).toEqual([['2', baht('5.00')]])
  })
})
