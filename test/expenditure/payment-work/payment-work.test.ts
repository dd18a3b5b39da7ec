import { expect, it } from 'vitest'
import { findPaymentWork } from '../../../src/expenditure/index.ts'
import { postPayment } from '../../../src/expenditure/payment/payment.service.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { anEnactedBudget, type Person } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { aPayingOffice, recorded } from '../payment/paying.ts'
import { aPayee, carriedThrough, drafted, lineOf } from '../world.ts'

const db = await testDatabase()
const paidOn = calendarDate('2026-11-10')
const office = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
const [hire = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '900000.00' }])
const waiting = async (who: Person) => (await who.read(findPaymentWork)).map(({ key, count, amount }) => [key, count, amount])

it('an approved claim waits for who pays, a recorded payment for who approves it, and a posted one for nobody', async () => {
  const claimId = await carriedThrough(office, await drafted(office, {
    kind: 'C1', claimDate: calendarDate('2026-11-05'), title: 'จ้างเหมา', payeeId: await aPayee(office, 'บริษัท วัสดุดี จำกัด', 'juristic'), departmentId: office.departmentId,
    lines: [lineOf(hire, '5104010112.001', '1000.00')], deductions: [], origin: { kind: 'scenario', id: '1' },
  }))
  expect(await waiting(office.finance)).toEqual([['pay', 1, baht('1000.00')]])
  const id = await recorded(office, [claimId], { paymentDate: paidOn })
  expect(await waiting(office.finance)).toEqual([])
  expect(await waiting(office.head)).toEqual([['post', 1, baht('1000.00')]])
  expect(await waiting(office.preparer)).toEqual([])
  await office.head.work((work) => postPayment(work, id, 1))
  expect(await waiting(office.head)).toEqual([])
})
