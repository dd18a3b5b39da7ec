import { describe, expect, it } from 'vitest'
import { baht, zero } from '../../../src/platform/money.ts'
import { accountOf, appliesTo, revenueCodeOf } from '../../../src/receipts/income-item/income-item.ts'
import { byAccount, byBank, cashOf, keptInSafe, type IncomeTotal, type MoneyPlace } from '../../../src/receipts/money-in/money-in.ts'
import { amountOf, handedOver, mayDecide, receiptLifecycle } from '../../../src/receipts/receipt/receipt.ts'


describe('a receipt', () => {
  it('is cancelled only while it is recorded', () => {
    expect(Object.entries(receiptLifecycle.table).filter(([, steps]) => 'cancel' in steps).map(([state]) => state)).toEqual(['recorded'])
  })

  it('counts for nothing once cancelled', () => {
    expect(amountOf({ state: 'cancelled', total: baht('300') })).toBe(zero)
    expect(amountOf({ state: 'recorded', total: baht('300') })).toBe(baht('300'))
  })

  it('is decided upon neither by who wrote it nor by who asked for its cancelling', () => {
    const asked = { cause: 'paper' as const, reason: 'เขียนผิด', by: '', byId: '2', at: '', confirmedBy: null, confirmedAt: null }
    expect(['1', '2', '3'].map((userId) => mayDecide({ userId }, { authorId: '1', cancelled: asked }, false))).toEqual([false, false, true])
    expect(mayDecide({ userId: '1' }, { authorId: '1', cancelled: asked }, true)).toBe(true)
  })
})

describe('what the payer handed over', () => {
  const cash = { means: 'cash' as const, bank: null, reference: '', cheque: null, valueDate: null }
  const transfer = { ...cash, means: 'transfer' as const, bank: { id: '1', name: 'ธนาคารกรุงไทย', accountNumber: '3333333333' } }

  it('is told once, however many lines share it', () => {
    const shares = [{ ...cash, amount: baht('1560.25') }, { ...transfer, reference: 'A1', amount: baht('50') }, { ...cash, amount: baht('240') }, { ...cash, amount: baht('20') }]
    expect(handedOver(shares)).toEqual([{ ...cash, amount: baht('1820.25') }, { ...transfer, reference: 'A1', amount: baht('50') }])
  })

  it('stays apart by the reference of a transfer', () => {
    const two = [{ ...transfer, reference: 'A1', amount: baht('50') }, { ...transfer, reference: 'A2', amount: baht('50') }]
    expect(handedOver(two)).toEqual(two)
  })
})

describe('income', () => {
  it('of a province is its own, all others share theirs', () => {
    expect(appliesTo('PAO')).toEqual(['ALL', 'PAO'])
    expect(appliesTo('SAO')).toEqual(['ALL', 'MUNI_SAO'])
    expect(appliesTo('CITY')).toEqual(['ALL', 'MUNI_SAO'])
  })

  it('given for a purpose is owed until it is spent', () => {
    expect(accountOf('441000', '4403010104.001')).toBe('2103010102.001')
    expect(accountOf('411000', '4401010103.001')).toBe('4401010103.001')
  })

  it('of a sub-unit has no revenue code', () => {
    expect(revenueCodeOf('41100003')).toBe('41100003')
    expect(revenueCodeOf('4404050101.001')).toBe(undefined)
  })
})

describe('money in', () => {
  const bank = (id: string) => ({ id, accountCode: '1101030102.001', name: 'ธนาคาร', accountNumber: id })
  const places: MoneyPlace[] = [
    { means: 'cash', bank: null, amount: baht('800') }, { means: 'cash', bank: bank('1'), amount: baht('200') },
    { means: 'transfer', bank: bank('1'), amount: baht('50') }, { means: 'transfer', bank: bank('2'), amount: baht('7') },
  ]

  it('is told apart by where it is', () => {
    expect(keptInSafe(places)).toBe(baht('800'))
    expect(cashOf(places)).toBe(baht('1000'))
    expect(byBank(places)).toEqual([{ bank: bank('1'), amount: baht('250') }, { bank: bank('2'), amount: baht('7') }])
  })

  it('is added up by account', () => {
    const nothing = { subKey: null, counterpartyId: null, keyName: '', fundDocumentId: null, refund: null, receiptIds: [] }
    const income = (incomeCode: string, accountCode: string, amount: string): IncomeTotal => (
      { ...nothing, incomeCode, accountCode, accountName: accountCode, name: '', amount: baht(amount) })
    expect(byAccount([income('a', '2', '1'), income('b', '1', '2'), income('c', '2', '3')])).toEqual([
      { accountCode: '1', accountName: '1', amount: baht('2') }, { accountCode: '2', accountName: '2', amount: baht('4') },
    ])
  })
})
