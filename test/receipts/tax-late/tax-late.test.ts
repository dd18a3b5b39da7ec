import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { cell, readDataFile } from '../../../src/platform/database/reference.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht, minus, money, plus, zero } from '../../../src/platform/money.ts'
import { lateAccount, mostAlone, noLate, stillAsked, type Settlement } from '../../../src/receipts/tax-late/tax-late.ts'
import { lateOf, type Owed } from '../../../src/receipts/tax-rule/tax-rule.ts'

const figures = new Map(readDataFile('tax-settings.csv').map((row) => [`${cell(row, 'tax_kind')}/${cell(row, 'name')}`, Number(cell(row, 'value'))]))
const owed: Owed = { taxKind: 'land', amount: baht('12000'), due: calendarDate('2025-04-30'), parts: 1, isFiledLate: false, warned: null }
const day = calendarDate('2025-07-15')
const paid = (tax: string, penalty = '0', surcharge = '0'): Settlement => ({ day, tax: baht(tax), late: { penalty: baht(penalty), surcharge: baht(surcharge) }, isPaid: true })
const account = (...settlements: Settlement[]) => lateAccount(owed, settlements, () => figures)

describe('penalty and surcharge of a debt paid in parts', () => {
  it('that were paid with their tax leave nothing ahead and nothing off', () => {
    expect(account(paid('6000', '600', '180'))).toEqual({ ahead: noLate, leftOff: noLate })
  })

  it('paid before their tax are used up by it', () => {
    expect(account(paid('0', '700', '0'), paid('6000', '0', '180')).ahead).toEqual({ penalty: baht('100'), surcharge: zero })
  })

  it('left off are asked no more, yet may be paid', () => {
    const off = account(paid('6000', '0', '180'))
    expect(off).toEqual({ ahead: noLate, leftOff: { penalty: baht('600'), surcharge: zero } })
    const rest = lateOf(owed, { settled: baht('6000'), day, figures })
    expect(stillAsked(rest, off)).toEqual(rest)
    expect(mostAlone(rest, off)).toEqual({ penalty: baht('1200'), surcharge: baht('180') })
  })

  it('are not asked of what is written off', () => {
    expect(account({ ...paid('6000'), isPaid: false })).toEqual({ ahead: noLate, leftOff: noLate })
  })

  it('come to the same, whoever pays what first', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 120_000 }), fc.integer({ min: 0, max: 1200 }), (ahead, share) => {
      const first = paid('0', `${ahead / 100}`)
      const tax = money(BigInt(share) * 1000n)
      const asked = stillAsked(lateOf(owed, { settled: zero, share: tax, day, figures }), account(first))
      const second: Settlement = { day, tax, late: asked, isPaid: true }
      const rest = stillAsked(lateOf(owed, { settled: tax, day, figures }), account(first, second))
      expect(plus(plus(first.late.penalty, asked.penalty), rest.penalty)).toBe(baht('1200'))
      expect(minus(baht('360'), plus(asked.surcharge, rest.surcharge))).toBe(zero)
    }))
  })
})
