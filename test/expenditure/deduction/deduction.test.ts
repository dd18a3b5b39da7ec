import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deduct, rulesFor, type Payable, type WithholdingRule } from '../../../src/expenditure/deduction/deduction.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht, formatMoney, isNegative, minus, money, plus, sum, zero } from '../../../src/platform/money.ts'

const rule = (changes: Partial<WithholdingRule> = {}): WithholdingRule => ({
  code: 'W53-GOV', payeeKind: 'juristic', incomeType: '', rate: '1', threshold: baht('500'), thresholdOf: 'payment', base: 'before-vat', form: 'PND53',
  accountCode: '2102040106.001', isDefault: true, validFrom: calendarDate('2023-10-01'), validUntil: null, ...changes,
})
const person = rule({ code: 'W3-GOV', payeeKind: 'individual', threshold: baht('10000'), thresholdOf: 'order' })
const payable = (gross: string, changes: Partial<Payable> = {}): Payable => ({ gross: baht(gross), vat: 'included', vatPercent: '7', rule: rule(), ...changes })
const told = (given: Payable) => {
  const { base, withholding, net } = deduct(given)
  return [base, withholding, net].map(formatMoney)
}

describe('withholding tax of a public payer', () => {
  it('is 1 % of the price without VAT (S04)', () => expect(told(payable('10700'))).toEqual(['10,000.00', '100.00', '10,600.00']))
  it('rounds base and tax half up to satang (S05)', () => expect(told(payable('12345.67'))).toEqual(['11,538.01', '115.38', '12,230.29']))

  it('begins with a base of 500.00 a payment for a company (S06)', () => {
    expect(told(payable('534.99'))).toEqual(['499.99', '0.00', '534.99'])
    expect(told(payable('535.00'))).toEqual(['500.00', '5.00', '530.00'])
  })

  it('looks at the whole order of a person, though it is paid in parts (S02, S03)', () => {
    const part = { vat: 'none', rule: person } as const
    expect(told(payable('9000', { ...part, orderTotal: baht('9000') }))).toEqual(['9,000.00', '0.00', '9,000.00'])
    expect(told(payable('6000', { ...part, orderTotal: baht('12000') }))).toEqual(['6,000.00', '60.00', '5,940.00'])
    expect(told(payable('10000', part))).toEqual(['10,000.00', '100.00', '9,900.00'])
    expect(told(payable('9999.99', part))).toEqual(['9,999.99', '0.00', '9,999.99'])
  })

  it('is nothing for a state body, and what was typed where it is progressive', () => {
    const none = rule({ rate: '0', threshold: zero, form: null, accountCode: null })
    expect(told(payable('18250.75', { rule: none, vat: 'none' }))).toEqual(['18,250.75', '0.00', '18,250.75'])
    const progressive = rule({ rate: null, threshold: zero, base: 'gross' })
    expect(told(payable('50000', { rule: progressive, vat: 'none', typedTax: baht('1234.56') }))).toEqual(['50,000.00', '1,234.56', '48,765.44'])
  })
})

describe('an instalment of a contract', () => {
  const road = { advance: { percent: '15', left: baht('160500'), isLast: false }, retentionPercent: '10' }

  it('recoups, retains and taxes in that order (S18)', () => {
    expect(deduct(payable('428000', road))).toMatchObject({
      recoupment: baht('64200'), retention: baht('42800'), base: baht('340000'), withholding: baht('3400'), net: baht('317600'),
    })
  })

  it('takes the whole rest of the advance with the last one, and the fine leaves the base alone (S19)', () => {
    const last = { ...road, advance: { percent: '15', left: baht('96300'), isLast: true }, fine: baht('13375') }
    expect(deduct(payable('642000', last))).toMatchObject({
      recoupment: baht('96300'), retention: baht('64200'), base: baht('510000'), withholding: baht('5100'), fine: baht('13375'), net: baht('463025'),
    })
  })

  it('never recoups more than is left of the advance', () => {
    expect(deduct(payable('428000', { advance: { percent: '15', left: baht('100'), isLast: false } })).recoupment).toBe(baht('100'))
  })

  it('fines no more than is left to deduct from', () => {
    const { fine, net } = deduct(payable('10700', { fine: baht('99999') }))
    expect([fine, net].map(formatMoney)).toEqual(['10,600.00', '0.00'])
  })

  it('ends below zero when a loan set off is too much: whoever pays must refuse it', () => {
    expect(isNegative(deduct(payable('1000', { others: [baht('1000.01')] })).net)).toBe(true)
  })
})

describe('whatever the figures', () => {
  const anything = fc.record({
    gross: fc.bigInt({ min: 1n, max: 10n ** 14n }), advance: fc.integer({ min: 0, max: 15 }), left: fc.bigInt({ min: 0n, max: 10n ** 14n }),
    retention: fc.integer({ min: 0, max: 10 }), fine: fc.bigInt({ min: 0n, max: 10n ** 14n }), vat: fc.constantFrom('none' as const, 'included' as const), isPerson: fc.boolean(),
  })
  const of = ({ gross, advance, left, retention, fine, vat, isPerson }: { gross: bigint; advance: number; left: bigint; retention: number; fine: bigint; vat: 'none' | 'included'; isPerson: boolean }): Payable => ({
    gross: money(gross), vat, vatPercent: '7', rule: isPerson ? person : rule(), fine: money(fine), retentionPercent: String(retention),
    advance: { percent: String(advance), left: money(left), isLast: false },
  })

  it('the parts add up to the whole, and without other deductions nothing falls below zero', () => {
    fc.assert(fc.property(anything, (given) => {
      const { recoupment, retention, withholding, fine, others, net } = deduct(of(given))
      expect(plus(net, sum([recoupment, retention, withholding, fine, others]))).toBe(given.gross)
      expect([recoupment, retention, withholding, fine, net].filter(isNegative)).toEqual([])
    }))
  })

  it('the base with its VAT is what was left to tax, but for half a satang of rounding', () => {
    fc.assert(fc.property(anything, (given) => {
      const { base, recoupment } = deduct(of({ ...given, vat: 'included' }))
      const difference = 100n * minus(money(given.gross), recoupment) - 107n * base
      expect((difference < 0n ? -difference : difference) * 2n <= 107n).toBe(true)
    }))
  })

  it('fine and retention never change the tax', () => {
    fc.assert(fc.property(anything, (given) => {
      expect(deduct(of(given)).withholding).toBe(deduct(of({ ...given, fine: 0n, retention: 0 })).withholding)
    }))
  })
})

describe('the rules for a payee', () => {
  const on = calendarDate('2026-11-30')

  it('are those of its kind that hold on the day, the usual one first', () => {
    const fee = rule({ code: 'W1-FEE', payeeKind: 'individual', isDefault: false })
    const old = rule({ code: 'OLD', payeeKind: 'individual', validUntil: calendarDate('2026-11-30') })
    expect(rulesFor([fee, old, person, rule()], { kind: 'individual', on }).map(({ code }) => code)).toEqual(['W3-GOV', 'W1-FEE'])
    expect(rulesFor([person], { kind: 'individual', on: calendarDate('2023-09-30') })).toEqual([])
  })
})
