// INV-14: a payment follows the debt it settles, in the books and not only on the claim's paper.
import { describe, expect, it } from 'vitest'
import { repoint } from '../../../src/budget/index.ts'
import { approveClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { chequeReportText } from '../../../src/expenditure/cheque-report.text.ts'
import { reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { paymentText } from '../../../src/expenditure/payment.text.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { aDraftReport, aTransferPayee, commandOf, paymentNow, posted, recorded } from './paying.ts'
import { aClaimOf, anAcceptedDelivery, aPurchasingOffice, aSignedContract, supplies } from '../procurement-world.ts'
import { aPayee, carriedThrough, checked, claimNow, drafted, endorsed, lineOf, submitted } from '../world.ts'

const db = await testDatabase(instant('2026-11-20T05:00:00.000Z'))
const office = await aPurchasingOffice(db, [supplies, { ...supplies, title: 'วัสดุสำนักงานตามเทศบัญญัติ' }], { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
await aPayee(office, 'หจก.วัสดุดี', 'juristic')
const [line = '', successor = ''] = office.lines
const day = (date: string) => calendarDate(date)

/** Of 5 November, approved today: its debt stands since the 20th. */
async function approvedToday(payeeId: string): Promise<string> {
  const id = await drafted(office, { kind: 'C1', claimDate: day('2026-11-05'), title: 'ค่าจ้างเหมา', departmentId: office.departmentId, payeeId, lines: [lineOf(line, '5104010104.001', '800.00')], origin: { kind: 'scenario', id: payeeId } })
  await checked(office, await endorsed(office, await submitted(office, id)))
  const { version } = await claimNow(office, id)
  await office.head.work((work) => approveClaim(work, id, version))
  return id
}

describe('a payment', () => {
  it('of a claim is refused before the day of its payable voucher, and made on it', async () => {
    const claimId = await approvedToday(await aTransferPayee(office, 'นายหนึ่ง'))
    for (const paymentDate of [day('2026-11-05'), day('2026-11-19')]) {
      await expect(recorded(office, [claimId], { paymentDate, channel: 'transfer' })).rejects.toMatchObject({ errors: { paymentDate: paymentText.errors.beforeDebt('20 พฤศจิกายน 2569') } })
    }
    expect(await claimNow(office, claimId)).toMatchObject({ state: 'approved' })
    expect(await paymentNow(office, await posted(office, [claimId], { paymentDate: day('2026-11-20'), channel: 'transfer' }))).toMatchObject({ state: 'posted', net: baht('800') })
  })

  it('of a delivery is refused before the day it was accepted', async () => {
    const contract = await aSignedContract(office, { payee: 'หจก.วัสดุดี' })
    const claimId = await carriedThrough(office, await aClaimOf(office, await anAcceptedDelivery(office, { contract, amount: '53500.00', deliveredOn: '10/11/2569', documentDate: '12/11/2569' })))
    await db.owner('claims').where({ id: claimId }).update({ claim_date: '2026-11-10' })
    await expect(recorded(office, [claimId], { paymentDate: day('2026-11-11') })).rejects.toMatchObject({ errors: { reportDate: chequeReportText.errors.beforeDebt('12 พฤศจิกายน 2569') } })
    await expect(recorded(office, [claimId], { paymentDate: day('2026-11-11'), channel: 'cash' })).rejects.toMatchObject({ errors: { paymentDate: paymentText.errors.beforeDebt('12 พฤศจิกายน 2569') } })
    expect(await paymentNow(office, await posted(office, [claimId], { paymentDate: day('2026-11-12') }))).toMatchObject({ state: 'posted' })
  })
})

it('takes its money where it stands: from the line that took over under the enforced ordinance, and back there when it is reversed', async () => {
  const claimId = await carriedThrough(office, await drafted(office, {
    kind: 'C1', claimDate: day('2026-11-05'), title: 'ค่าจ้างเหมา', departmentId: office.departmentId, payeeId: await aPayee(office, 'นายสาม', 'juristic'), lines: [lineOf(line, '5104010104.001', '600.00')], origin: { kind: 'scenario', id: '993' },
  }))
  const figures = (id: string) => db.owner('budget_balances').where({ organisation_id: office.organisationId, line_id: id }).first('claimed', 'paid')
  const [before] = [await figures(line)]
  await office.head.work((work) => repoint(work, { source: { kind: 'ordinance', id: '1' }, event: 'succeeded', date: day('2026-11-06'), description: 'เทศบัญญัติใช้บังคับ', of: { kind: 'claim', id: claimId }, stage: 'claimed' }, [{ from: line, to: successor, amount: baht('600') }]))
  const payment = await posted(office, [claimId], { paymentDate: day('2026-11-12') })
  expect(await figures(successor)).toEqual({ claimed: '0.00', paid: '600.00' })
  expect((await figures(line)).paid).toBe(before.paid)
  await office.head.work((work) => reversePayment(work, payment, { version: 2, reason: 'จ่ายผิดราย' }))
  expect(await figures(successor)).toEqual({ claimed: '600.00', paid: '0.00' })
})

it('a cheque report is refused before the day of the payable voucher of any of its claims, with the others kept', async () => {
  const payeeId = await aPayee(office, 'นายสอง', 'juristic')
  const [early, late] = [await carriedThrough(office, await drafted(office, {
    kind: 'C1', claimDate: day('2026-11-05'), title: 'ค่าจ้างเหมา', departmentId: office.departmentId, payeeId, lines: [lineOf(line, '5104010104.001', '700.00')], origin: { kind: 'scenario', id: '991' },
  })), await approvedToday(payeeId)]
  const report = (claimIds: readonly string[], paymentDate: string) => aDraftReport(office, commandOf(office, claimIds, { paymentDate: day(paymentDate), channel: 'withdrawal' }))
  await expect(report([early, late], '2026-11-19')).rejects.toMatchObject({ errors: { reportDate: chequeReportText.errors.beforeDebt('20 พฤศจิกายน 2569') } })
  expect(await report([early], '2026-11-19')).toMatch(/^[0-9]+$/)
  expect(await report([late], '2026-11-20')).toMatch(/^[0-9]+$/)
})
