import { describe, expect, it } from 'vitest'
import { findClosingWork, findOpenSpending, findOpenSpendingOf } from '../../../src/expenditure/index.ts'
import { yearToClose } from '../../../src/expenditure/open-spending/open-spending.ts'
import { recordPayment } from '../../../src/expenditure/payment/payment.service.ts'
import { postPayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { closingRoutes } from '../../../src/ledger/index.ts'
import { yearRooms } from '../../../src/rooms.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { aPurchasingOffice, aDelivery, aSignedContract, aSupplier, supplies } from '../procurement-world.ts'
import { anIssuedRow, commandOf } from '../payment/paying.ts'
import { aPayee, approved, checked, drafted, endorsed, lineOf, submitted } from '../world.ts'

const db = await testDatabase()
const year = fiscalYear(2570)
const paidOn = calendarDate('2026-11-10')
const november = { from: calendarDate('2026-11-01'), until: calendarDate('2026-12-01') }
const office = await aPurchasingOffice(db, [supplies, { code: '5320100', amount: '90000.00' }], { year, on: calendarDate('2026-11-02') })
const openOf = async (asked = year) => (await office.head.read((read) => findOpenSpending(read, asked))).map(({ text }) => text)
const monthly = async (days = november) => (await office.head.read((read) => findOpenSpendingOf(read, days))).map(({ text }) => text)

describe('what holds up the closing of a year', () => {
  it('is a claim that is neither a draft, nor owed, nor paid; and its payment until it is in the books', async () => {
    const payeeId = await aPayee(office, 'บริษัท วัสดุดี จำกัด', 'juristic')
    const id = await drafted(office, {
      kind: 'C1', claimDate: calendarDate('2026-11-05'), title: 'จ้างเหมา', payeeId, departmentId: office.departmentId, lines: [lineOf(office.lines[1] ?? '', '5104010112.001', '1000.00')],
      deductions: [], origin: { kind: 'scenario', id: '1' },
    })
    expect(await openOf()).toEqual([])
    await submitted(office, id)
    expect(await openOf()).toEqual(['ฎีกาที่รอหัวหน้าหน่วยงานผู้เบิกเห็นชอบ 1 ฎีกา 1,000.00 บาท'])
    await endorsed(office, id)
    expect(await openOf()).toEqual(['ฎีกาที่รอตรวจสอบ 1 ฎีกา 1,000.00 บาท'])
    await checked(office, id)
    expect(await openOf()).toEqual(['ฎีกาที่รออนุมัติ 1 ฎีกา 1,000.00 บาท'])
    await approved(office, id)
    expect(await openOf()).toEqual([])
    const command = commandOf(office, [id], { paymentDate: paidOn })
    const reportRowId = await anIssuedRow(office, command)
    const paying = 'ฎีกาที่อยู่ระหว่างจ่ายเงินตามรายงานการจัดทำเช็ค/ใบถอน 1 ฎีกา 1,000.00 บาท'
    expect(await openOf()).toEqual([paying])
    expect(await monthly()).toEqual([])
    const payment = await office.finance.work((work) => recordPayment(work, { ...command, reportRowId }))
    const recorded = 'บันทึกการจ่ายเงินที่ยังไม่ได้อนุมัติผ่านรายการ 1 รายการ 1,000.00 บาท'
    expect([await openOf(), await monthly()]).toEqual([[recorded, paying], [recorded]])
    expect([await openOf(fiscalYear(2569)), await monthly({ from: calendarDate('2026-10-01'), until: november.from })]).toEqual([[], []])
    await office.head.work((work) => postPayment(work, payment, 1))
    expect([await openOf(), await monthly()]).toEqual([[], []])
  })

  it('is a delivery nobody has accepted; the pages of the closing show it where it is dealt with, to this office only', async () => {
    const contract = await aSignedContract(office, { payee: await aSupplier(office, 'บริษัท เครื่องเขียน จำกัด') })
    await aDelivery(office, { contract, amount: '100.00' })
    const told = 'ใบตรวจรับพัสดุที่ยังเป็นร่าง 1 ฉบับ 100.00 บาท'
    expect(await openOf()).toEqual([told])
    await db.owner('fiscal_periods').where({ organisation_id: office.organisationId, fiscal_year: year, period: 1 }).update({ state: 'closed' })
    for (const page of ['closing', 'periods']) {
      const { html } = await atDesk(db, office.head.officer, closingRoutes(yearRooms)).get(`/ledger/${page}?fiscalYear=2570`)
      expect(seen(html)).toContain(told)
      expect(html).toContain('/expenditure/acceptances?state=draft')
    }
    const other = await aPurchasingOffice(db, [supplies], { year, on: calendarDate('2026-11-02') })
    expect(await other.head.read((read) => findOpenSpending(read, year))).toEqual([])
  })

  it('is on the home page of who closes the books in the last two months of the year and after it', async () => {
    expect(await office.head.read(findClosingWork)).toEqual([])
    expect(['2026-07-31', '2026-08-01', '2026-09-30', '2026-10-01'].map((day) => yearToClose(calendarDate(day)))).toEqual([2568, 2569, 2569, 2569])
  })
})
