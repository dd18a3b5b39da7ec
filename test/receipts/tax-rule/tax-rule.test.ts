import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { cell, readDataFile } from '../../../src/platform/database/reference.ts'
import { addMonths, calendarDate } from '../../../src/platform/dates.ts'
import { baht, compare, money, plus, sum, zero } from '../../../src/platform/money.ts'
import {
  allowanceOf, dueWith, lateOf, mayBeInParts, monthsLate, openParts, partsOf, signboardTax, signTax, unitsOf, type Owed, type Sign,
} from '../../../src/receipts/tax-rule/tax-rule.ts'

const figures = new Map(readDataFile('tax-settings.csv').map((row) => [`${cell(row, 'tax_kind')}/${cell(row, 'name')}`, Number(cell(row, 'value'))]))
const sign = (width: number, height: number, script: Sign['script'], isMoving = false): Sign => ({ width, height, script, isMoving })
const due = calendarDate('2025-04-30')
const land = (given: Partial<Owed> = {}): Owed => ({ taxKind: 'land', amount: baht('12000'), due, parts: 1, isFiledLate: false, warned: null, ...given })
const at = (owed: Owed, day: string, settled = zero) => lateOf(owed, { settled, day: calendarDate(day), figures })

describe('the signboard tax', () => {
  it('is 240, 260 and 200, together 700 (scenario 33)', () => {
    const signs = [sign(100, 240, 'thai'), sign(60, 80, 'mixed'), sign(30, 40, 'thai')]
    expect(signs.map((each) => unitsOf(each, 500))).toEqual([48, 10, 2])
    expect(signs.map((each) => signTax(each, figures))).toEqual([baht('240'), baht('260'), baht('200')])
    expect(signboardTax(signs, figures)).toBe(baht('700'))
  })

  it('drops a remainder of exactly half', () => {
    expect([unitsOf(sign(25, 10, 'thai'), 500), unitsOf(sign(251, 1, 'thai'), 500), unitsOf(sign(75, 10, 'thai'), 500)]).toEqual([0, 1, 1])
  })

  it('grows with the sign, is at least the minimum, and dearer the less Thai and the more it moves', () => {
    const side = fc.integer({ min: 1, max: 5000 })
    fc.assert(fc.property(side, side, (width, height) => {
      const tax = (script: Sign['script'], isMoving: boolean) => signTax(sign(width, height, script, isMoving), figures)
      expect(compare(tax('thai', false), baht('200'))).toBeGreaterThanOrEqual(0)
      expect(compare(signTax(sign(width + 100, height, 'thai'), figures), tax('thai', false))).toBeGreaterThanOrEqual(0)
      expect(compare(tax('mixed', false), tax('thai', false))).toBeGreaterThanOrEqual(0)
      expect(compare(tax('foreign', true), tax('foreign', false))).toBeGreaterThanOrEqual(0)
    }))
  })

  it('late: 2 per cent a month, and 10 per cent where it was filed late', () => {
    const owed = land({ taxKind: 'signboard', amount: baht('700') })
    expect(at(owed, '2025-07-15')).toEqual({ penalty: zero, surcharge: baht('42') })
    expect(at({ ...owed, isFiledLate: true }, '2025-04-30')).toEqual({ penalty: baht('70'), surcharge: zero })
  })
})

describe('the land tax, late', () => {
  it('before any warning: 1,200 and 360, altogether 13,560 (scenario 34)', () => {
    const late = at(land(), '2025-07-15')
    expect(late).toEqual({ penalty: baht('1200'), surcharge: baht('360') })
    expect(dueWith(baht('12000'), late)).toBe(baht('13560'))
  })

  it('adds nothing on its last day, and counts a day over as a month', () => {
    expect([monthsLate(due, due), monthsLate(due, calendarDate('2025-05-01')), monthsLate(due, calendarDate('2025-05-30')), monthsLate(due, calendarDate('2025-05-31'))]).toEqual([0, 1, 1, 2])
    expect(at(land(), '2025-04-30')).toEqual({ penalty: zero, surcharge: zero })
  })

  it('is fined 20 per cent within the warning and 40 after it', () => {
    const owed = land({ warned: { on: calendarDate('2025-06-01'), until: calendarDate('2025-07-15') } })
    expect(['2025-05-31', '2025-06-01', '2025-07-15', '2025-07-16'].map((day) => at(owed, day).penalty)).toEqual([baht('1200'), baht('2400'), baht('2400'), baht('4800')])
  })

  it('never bears more surcharge than tax, and never less by waiting', () => {
    fc.assert(fc.property(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.nat(300), (satang, months) => {
      const owed = land({ amount: money(satang) })
      const [now, later] = [months, months + 1].map((count) => lateOf(owed, { settled: zero, day: addMonths(due, count), figures }))
      expect(compare(now?.surcharge ?? zero, owed.amount)).toBeLessThanOrEqual(0)
      expect(compare(now?.surcharge ?? zero, later?.surcharge ?? zero)).toBeLessThanOrEqual(0)
    }))
  })

  it('is reckoned on what is still open', () => {
    expect(at(land(), '2025-07-15', baht('2000'))).toEqual({ penalty: baht('1000'), surcharge: baht('300') })
  })
})

describe('parts', () => {
  it('are allowed from 3,000 baht of land tax', () => {
    expect([mayBeInParts('land', baht('3000'), figures), mayBeInParts('land', baht('2999.99'), figures), mayBeInParts('signboard', baht('9000'), figures)]).toEqual([true, false, false])
  })

  it('are equal to the satang, monthly, and add up', () => {
    expect(partsOf(land({ amount: baht('10000'), parts: 3 })).map((part) => [part.due, part.amount])).toEqual([
      ['2025-04-30', baht('3333.34')], ['2025-05-30', baht('3333.33')], ['2025-06-30', baht('3333.33')],
    ])
    fc.assert(fc.property(fc.bigInt({ min: 3n, max: 10n ** 12n }), fc.bigInt({ min: 0n, max: 10n ** 12n }), (satang, paid) => {
      const owed = land({ amount: money(satang), parts: 3 })
      const settled = money(paid > satang ? satang : paid)
      expect(sum([settled, ...openParts(owed, settled).map((part) => part.amount)])).toBe(owed.amount)
    }))
  })

  it('are late one by one', () => {
    const owed = land({ amount: baht('9000'), parts: 3 })
    expect(at(owed, '2025-05-15')).toEqual({ penalty: baht('300'), surcharge: baht('30') })
    expect(at(owed, '2025-05-15', baht('3000'))).toEqual({ penalty: zero, surcharge: zero })
  })
})

describe('doubt', () => {
  it('grows with every year past due', () => {
    const day = calendarDate('2029-09-30')
    const of = (text: string) => allowanceOf(baht('1000'), { due: calendarDate(text), day, figures })
    expect(['2029-04-30', '2028-09-30', '2028-04-30', '2027-04-30', '2024-04-30'].map(of)).toEqual([zero, zero, baht('50'), baht('200'), baht('500')])
    expect(plus(of('2028-04-30'), of('2027-04-30'))).toBe(baht('250'))
  })
})
