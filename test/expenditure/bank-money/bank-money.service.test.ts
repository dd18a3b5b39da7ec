import { expect, it } from 'vitest'
import { mustHaveMoney } from '../../../src/expenditure/bank-money/bank-money.service.ts'
import { paymentText } from '../../../src/expenditure/payment.text.ts'
import { postLines } from '../../../src/ledger/index.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { getBankAccount } from '../../../src/registers/index.ts'
import { testDatabase } from '../../support/database.ts'
import { aPayingOffice, saidBy } from '../payment/paying.ts'

const db = await testDatabase()

it('an account that was nearly empty on a day between pays nothing that would have turned it over (E_CASH, INV-10)', async () => {
  const office = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02'), money: '1000.00' })
  const moved = (id: string, day: string, side: 'D' | 'C') => office.head.work((work) => postLines(work, {
    type: 'JV', event: 'journal.posted', documentDate: calendarDate(day), source: { kind: 'given', id: `77${id}` }, description: 'ย้ายเงิน', preparedBy: office.accountant.officer.userId,
    lines: [{ side, accountCode: '1101030102.001', subKey: office.savings, amount: baht('900.00') }, { side: side === 'D' ? 'C' : 'D', accountCode: '1101030101.001', subKey: office.current, amount: baht('900.00') }],
  }))
  await moved('1', '2026-11-12', 'C')
  await moved('2', '2026-11-15', 'D')
  const take = (amount: string, day: string) => saidBy(office.finance.work(async (work) => (
    mustHaveMoney(work, await getBankAccount(work, office.savings), { date: calendarDate(day), net: baht(amount) }))))
  expect(await take('100.01', '2026-11-10')).toBe(paymentText.errors.cash('100.00'))
  expect(await take('100.00', '2026-11-10')).toBe('nothing')
  expect(await take('1000.00', '2026-11-15')).toBe('nothing')
  expect(await take('1000.01', '2026-11-15')).toBe(paymentText.errors.cash('1,000.00'))
})
