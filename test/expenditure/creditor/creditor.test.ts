import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandOf, creditorsOf, openDebts, restOf, type CreditorLine } from '../../../src/expenditure/creditor/creditor.ts'
import { addDays, calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { baht, formatMoney, minus, money, sum } from '../../../src/platform/money.ts'

const first = calendarDate('2026-10-01')

function line(id: number, side: 'D' | 'C', amount: string, given: { readonly day?: number; readonly reverses?: string; readonly key?: string } = {}): CreditorLine {
  return {
    accountCode: '2102040110.001', accountName: 'ใบสำคัญค้างจ่ายอื่น', key: given.key ?? '7', name: 'นายแปด', taxId: '', invoiceNumber: '', side, amount: baht(amount), voucher: {
      id: String(id), type: side === 'C' ? 'AP' : 'PV', number: id, fiscalYear: fiscalYear(2570), date: addDays(first, given.day ?? id), description: '', source: { kind: 'claim', id: '1' },
      reversesId: given.reverses ?? null,
    },
  }
}

const open = (lines: readonly CreditorLine[]) => openDebts(lines).map((debt) => [debt.voucher.id, formatMoney(restOf(debt))])

describe('debts that are open', () => {
  it('a payment settles the debt of its very sum, not an older one', () => {
    expect(open([line(1, 'C', '100.00'), line(2, 'C', '80.00'), line(3, 'D', '80.00')])).toEqual([['1', '100.00']])
  })

  it('a payment of another sum settles the oldest first', () => {
    expect(open([line(1, 'C', '100.00'), line(2, 'C', '80.00'), line(3, 'D', '120.00')])).toEqual([['2', '60.00']])
  })

  it('a payment that was reversed leaves the debt as old as it was; a debt that was reversed is none', () => {
    const lines = [line(1, 'C', '100.00'), line(2, 'D', '100.00'), line(3, 'C', '100.00', { reverses: '2' }), line(4, 'C', '30.00'), line(5, 'D', '30.00', { reverses: '4' })]
    expect(open(lines)).toEqual([['1', '100.00']])
  })

  it('what was paid too much is owed back', () => {
    expect(open([line(1, 'C', '100.00'), line(2, 'D', '150.00')])).toEqual([['2', '-50.00']])
  })

  it('keys are kept apart', () => {
    expect(open([line(1, 'C', '100.00'), line(2, 'D', '100.00', { key: '8' })])).toEqual([['1', '100.00'], ['2', '-100.00']])
  })

  it('whatever was posted, they add up to the account', () => {
    const lines = fc.array(fc.record({ side: fc.constantFrom('D' as const, 'C' as const), amount: fc.bigInt({ min: 1n, max: 10_000n }), key: fc.constantFrom('7', '8') }), { maxLength: 30 })
    fc.assert(fc.property(lines, (made) => {
      const given = made.map(({ side, amount, key }, index) => ({ ...line(index + 1, side, '1.00', { key }), amount: money(amount) }))
      const of = (side: 'D' | 'C') => sum(given.filter((each) => each.side === side).map(({ amount }) => amount))
      expect(sum(openDebts(given).map(restOf))).toBe(minus(of('C'), of('D')))
    }))
  })
})

it('a debt of thirty days is in the first band, of thirty-one in the second, of ninety-one in the last', () => {
  expect([0, 30, 31, 60, 61, 90, 91].map((days) => bandOf(first, addDays(first, days)))).toEqual([0, 0, 1, 1, 2, 2, 3])
  const [creditor] = creditorsOf(openDebts([line(1, 'C', '100.00', { day: 0 }), line(2, 'C', '20.00', { day: 40 })]), addDays(first, 45))
  expect(creditor?.bands.map(formatMoney)).toEqual(['20.00', '100.00', '0.00', '0.00'])
  expect(formatMoney(creditor?.balance ?? baht('0'))).toBe('120.00')
})
