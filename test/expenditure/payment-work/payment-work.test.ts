import { expect, it } from 'vitest'
import { findPaymentWork } from '../../../src/expenditure/index.ts'
import { approveReport, issueReport } from '../../../src/expenditure/cheque-report/cheque-report.service.ts'
import { recordPayment } from '../../../src/expenditure/payment/payment.service.ts'
import { postPayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { anEnactedBudget, type Person } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { aDraftReport, aPayingOffice, commandOf, reportNow } from '../payment/paying.ts'
import { aPayee, carriedThrough, drafted, lineOf } from '../world.ts'

const db = await testDatabase()
const paidOn = calendarDate('2026-11-10')
const office = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
const [hire = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '900000.00' }])
const waiting = async (who: Person) => (await who.read(findPaymentWork)).map(({ key, count, amount }) => [key, count, amount])

it('an approved claim waits for its report, the report for approval and signatures, its rows for their payment, and what is posted for nobody', async () => {
  const claimId = await carriedThrough(office, await drafted(office, {
    kind: 'C1', claimDate: calendarDate('2026-11-05'), title: 'จ้างเหมา', payeeId: await aPayee(office, 'บริษัท วัสดุดี จำกัด', 'juristic'), departmentId: office.departmentId,
    lines: [lineOf(hire, '5104010112.001', '1000.00')], deductions: [], origin: { kind: 'scenario', id: '1' },
  }))
  const [count, amount] = [1, baht('1000.00')]
  expect(await waiting(office.finance)).toEqual([['report', count, amount]])
  const command = commandOf(office, [claimId], { paymentDate: paidOn })
  const report = await aDraftReport(office, command)
  expect([await waiting(office.finance), await waiting(office.head)]).toEqual([[], [['approve-report', count, amount]]])
  await office.head.work((work) => approveReport(work, report, 1))
  expect([await waiting(office.finance), await waiting(office.head)]).toEqual([[['issue', count, amount]], []])
  await office.finance.work((work) => issueReport(work, report, 2))
  expect(await waiting(office.finance)).toEqual([['hand-over', count, amount]])
  const [row] = (await reportNow(office, report)).rows
  const id = await office.finance.work((work) => recordPayment(work, { ...command, reportRowId: row?.id ?? '' }))
  expect([await waiting(office.finance), await waiting(office.head)]).toEqual([[], [['post', count, amount]]])
  expect(await waiting(office.preparer)).toEqual([])
  await office.head.work((work) => postPayment(work, id, 1))
  expect(await waiting(office.head)).toEqual([])
})
