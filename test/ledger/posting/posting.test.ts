import { describe, expect, it } from 'vitest'
import { credit, creditEach, debit, debitEach, linesOf, rules, type Slot, type SlotAmount } from '../../../src/ledger/index.ts'
import { baht, type Money } from '../../../src/platform/money.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { seededRoles } from '../roles.ts'

interface Facts {
  readonly slots: { readonly bank: Slot }
  readonly amounts: { readonly banked: Money; readonly kept: Money }
  readonly lists: { readonly revenues: readonly SlotAmount[] }
}

const table = rules<{ taken: Facts; given: Facts }>({
  taken: { lines: [debit('bank').of('banked'), debit('cash-on-hand').of('kept'), creditEach('revenues')] },
  given: { lines: [debitEach('revenues'), credit('bank').of('banked')] },
})

const bank: Slot = { accountCode: '1101030102.001', bankAccountId: '7' }
const facts = (banked: string, kept: string, revenues: readonly SlotAmount[]): Facts =>
  ({ slots: { bank }, amounts: { banked: baht(banked), kept: baht(kept) }, lists: { revenues } })
const income = (amount: string, revenueCode = '41100003'): SlotAmount => ({ accountCode: '4401010104.001', revenueCode, amount: baht(amount) })

describe('a posting rule', () => {
  it('turns the facts of an event into lines, roles into accounts of the chart', () => {
    expect(linesOf(table.taken, facts('70', '30', [income('100')]), seededRoles)).toEqual([
      { ...bank, side: 'D', amount: baht('70') },
      { accountCode: '1101010101.001', side: 'D', amount: baht('30') },
      { ...income('100'), side: 'C' },
    ])
  })

  it('drops amounts of nothing', () => {
    expect(linesOf(table.taken, facts('100', '0', [income('100'), income('0', '41100004')]), seededRoles)).toHaveLength(2)
  })

  it('adds up lines that are alike in everything, and only those', () => {
    const lines = linesOf(table.taken, facts('100', '0', [income('40'), income('50'), income('10', '41100004')]), seededRoles)
    expect(lines.map((line) => [line.side, line.revenueCode, line.amount])).toEqual([
      ['D', undefined, baht('100')], ['C', '41100003', baht('90')], ['C', '41100004', baht('10')],
    ])
  })

  it('can give a list on the debit side', () => {
    expect(linesOf(table.given, facts('100', '0', [income('100')]), seededRoles).map((line) => line.side)).toEqual(['D', 'C'])
  })

  it('is refused with the difference when both sides are not equal', () => {
    expect(() => linesOf(table.taken, facts('100', '0.25', [income('99.99')]), seededRoles))
      .toThrow(new RuleBroken('ยอดเดบิตและเครดิตไม่เท่ากัน ผลต่าง 0.26 บาท'))
  })

  it('refuses a negative amount, even where the sum would balance', () => {
    expect(() => linesOf(table.taken, facts('100', '0', [income('150'), income('-50', '41100004')]), seededRoles)).toThrow(new RuleBroken('จำนวนเงินไม่ถูกต้อง'))
  })

  it('refuses an event without any amount', () => {
    expect(() => linesOf(table.taken, facts('0', '0', []), seededRoles)).toThrow(new RuleBroken('จำนวนเงินไม่ถูกต้อง'))
  })

  it('does not compile with a slot, an amount or a list that the facts do not have, nor without a rule for each event', () => {
    // @ts-expect-error no such slot
    rules<{ taken: Facts }>({ taken: { lines: [debit('banc').of('banked')] } })
    // @ts-expect-error no such amount
    rules<{ taken: Facts }>({ taken: { lines: [debit('bank').of('bankd')] } })
    // @ts-expect-error no such list
    rules<{ taken: Facts }>({ taken: { lines: [creditEach('revenue')] } })
    // @ts-expect-error the event has no rule
    rules<{ taken: Facts }>({})
    expect(Object.keys(table)).toEqual(['taken', 'given'])
  })
})
