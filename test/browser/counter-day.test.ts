// A day at the counter of a town as its three people work it: receipts in cash, by cheque and by transfer, one cancelled by two → slip → summary →
// voucher → the money carried to the bank → the day's position signed, with and without JavaScript; axe finds nothing on the way.
import { expect, it } from 'vitest'
import { createSignatory, type SignatoryRole } from '../../src/registers/index.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { cashOnHand, savings } from '../receipts/school.ts'
import { signboard, waste } from '../receipts/lao.ts'
import { testOffice, type TestOffice } from '../support/app.ts'
import { browserOf, inBrowser, type Screen } from '../support/browser.ts'
import { anOfficer, asOfficer, organisation } from '../support/world.ts'
import { choose, desksOf, expectPaper, look, opened, rowsOf } from './office-walk.ts'
import { expectRefusal, finish } from './walk.ts'

for (const script of [true, false]) {
  const office = await testOffice()
  const openScreen = browserOf(office)
  const { person, all } = desksOf(office, () => openScreen({ script }))
  const paper = (name: string) => `${name}-${script ? 'on' : 'off'}`

  // Many pages in a row, on a machine that may be busy.
  inBrowser(`a day at the counter, JavaScript ${script ? 'on' : 'off'}`, { timeout: 240_000 }, () => {
    it('the collector issues three receipts, asks for one to be cancelled and hands the money in', async () => {
      await appointKeepers(office)
      const collector = await person('saensuk.revenue')
      await choose(collector, 'ใบเสร็จรับเงิน/หลักฐานการรับเงิน')
      await collector.press(collector.page.getByRole('link', { name: 'ออกใบเสร็จรับเงิน' }))
      await collector.type({ payer: 'ร้านทองบางแสน', 'lines.0.incomeCode': signboard, 'lines.0.amount': '๑,๕๖๐' })
      await collector.press('ออกใบเสร็จและพิมพ์')
      expect(await collector.text()).toContain('หนึ่งพันห้าร้อยหกสิบบาทถ้วน')
      await expectPaper(collector, paper('receipt'))
      await issueThreeWays(collector)
      await look(collector, 'counter-receipt')
      await collector.open('/receipts/counter')
      await collector.type({ payer: 'นายผิด พลาดพลั้ง', 'lines.0.incomeCode': waste, 'lines.0.amount': '300' })
      await collector.press('ออกใบเสร็จ')
      await collector.page.locator('details.with-reason summary').click()
      await collector.send({ reason: 'ผู้ชำระขอยกเลิกรายการ' }, 'ยืนยันขอยกเลิกใบเสร็จ')
      expect(await collector.text()).toContain('ขอยกเลิก รอยืนยัน')
    })

    it('the head confirms the cancellation, and the number stays with 0.00', async () => {
      const head = await person('saensuk.head')
      await choose(head, 'ใบเสร็จรับเงิน/หลักฐานการรับเงิน')
      await head.press(head.page.getByRole('link', { name: 'RCPT-00003/70' }))
      await head.press('ยืนยันการยกเลิก')
      await choose(head, 'ใบเสร็จรับเงิน/หลักฐานการรับเงิน')
      expect(await head.page.locator('tbody').innerText()).toMatch(/RCPT-00003\/70[\s\S]*0\.00/)
    })

    it('the collector remits, finance takes the money and sums up the day', async () => {
      const collector = await person('saensuk.revenue')
      await choose(collector, 'ใบนำส่งเงิน')
      await collector.press(collector.page.getByRole('link', { name: 'จัดทำใบนำส่งเงิน' }))
      await collector.press('บันทึกร่างใบนำส่ง')
      await expectRefusal(collector, 'ใบนำส่งนี้มีเงินสด โปรดเลือกว่านำฝากธนาคารหรือเก็บรักษา')
      await collector.page.locator('#cashPlace').selectOption({ label: 'เก็บรักษาไว้ในตู้นิรภัย (ยังไม่นำฝาก)' })
      await collector.press('บันทึกร่างใบนำส่ง')
      await collector.press('นำส่งเงิน')
      expect(await collector.text()).toContain('2,560.00')

      const finance = await person('saensuk.finance')
      await finance.open('/')
      await finance.press(finance.page.getByRole('link', { name: 'ใบนำส่งที่รอท่านรับเงิน' }))
      await finance.press(finance.page.getByRole('link', { name: 'RMT-00001/70' }))
      await finance.press('รับเงินถูกต้องแล้ว')
      await choose(finance, 'ใบสำคัญสรุปใบนำส่งเงิน')
      await finance.press(finance.page.getByRole('link', { name: 'จัดทำใบสำคัญสรุปใบนำส่งเงิน' }))
      await finance.press('จัดทำใบสำคัญสรุป')
      expect(await finance.text()).toContain('2,560.00')
      await look(finance, 'counter-summary')
    })

    it('the head confirms the summary: the voucher stands, cash and cheque on hand, the transfer in the bank', async () => {
      const head = await person('saensuk.head')
      await head.open('/')
      await head.press(head.page.getByRole('link', { name: 'ใบสำคัญสรุปที่รอท่านยืนยัน' }))
      await head.press(head.page.locator('tbody a').first())
      await head.press('ยืนยันและผ่านรายการ')
      await choose(head, 'ใบผ่านรายการรับ')
      await head.press(head.page.getByRole('link', { name: 'RV-00001/70' }))
      expect(await rowsOf(head)).toEqual([[cashOnHand, '2,260.00'], [savings, '300.00'], ['4401010103.001', '1,560.00'], [expect.stringMatching(/^44/), '1,000.00']])
      await head.press('พิมพ์ใบผ่านรายการ')
      await expectPaper(head, paper('counter-voucher'))
    })

    it('finance carries cash and cheque to the bank, and the head enters its stamp', async () => {
      const finance = await person('saensuk.finance')
      await choose(finance, 'นำฝากธนาคาร')
      await finance.press(finance.page.getByRole('link', { name: 'จัดทำใบนำฝาก' }))
      await finance.page.locator('#bankAccountId').selectOption({ index: 1 })
      await finance.type({ 'pieces-100000': '1', 'pieces-10000': '7', 'pieces-2000': '3' })
      await finance.page.getByRole('checkbox', { name: /1234567/ }).check()
      await finance.press(finance.page.locator('main .form .buttons .primary'))
      expect(await finance.text()).toContain('2,260.00')

      const head = await person('saensuk.head')
      await choose(await opened(head, '/'), 'นำฝากธนาคาร')
      await head.press(head.page.getByRole('link', { name: 'PIN-00001/70' }))
      await head.press(head.page.locator('main .actions').getByText('บันทึกว่าธนาคารรับฝากแล้ว'))
      await head.send({ bankReference: 'KTB 0412/77' }, 'บันทึกว่าธนาคารรับฝากแล้ว')
      expect(await head.text()).toContain('ธนาคารรับฝากแล้ว')
      await look(head, 'counter-paid-in')
    })

    it('finance counts what is left, and the head signs the day: cash, slips and bank agree', async () => {
      const finance = await person('saensuk.finance')
      await finance.open('/receipts/daily-positions/new')
      await finance.send({ 'pieces-100000': '13' }, 'บันทึกผลการตรวจนับ')
      expect(await finance.text()).toContain('เงินสดที่ตรวจนับไม่เท่ากับบัญชี ผลต่าง -750.00 บาท')
      await finance.press(finance.page.getByRole('link', { name: 'ตรวจนับใหม่' }))
      await finance.send({ 'pieces-100000': '13', 'pieces-10000': '7', 'pieces-5000': '1' }, 'บันทึกผลการตรวจนับ')

      const head = await person('saensuk.head')
      await head.press((await opened(head, '/receipts/daily-positions')).page.locator('tbody a').first())
      await head.press('ลงนามปิดรายงาน')
      expect(await head.text()).toContain('ลงนามแล้ว')
      await look(head, 'counter-day-signed')
      await head.press((await opened(head, '/receipts/reports')).page.getByRole('link', { name: 'สมุดเงินสดรับ' }))
      expect(await head.text()).toMatch(/RV-00001\/70[\s\S]*2,260\.00[\s\S]*300\.00[\s\S]*2,560\.00/)
      for (const screen of await all()) await finish(screen)
    })
  })
}

/** 1,000.00: 200 in cash, 500 by cheque, 300 by transfer; 999.99 of it is refused first. */
async function issueThreeWays(collector: Screen): Promise<void> {
  await collector.open('/receipts/counter')
  for (const words of ['รับโอนหรือ QR เข้าบัญชีธนาคาร', 'รับเป็นเช็ค']) await collector.page.locator('main summary', { hasText: words }).click()
  await collector.type({
    payer: 'บริษัท ตลาดหนองมน จำกัด', 'lines.0.incomeCode': waste, 'lines.0.amount': '1000', cash: '199.99', 'transfers.0.amount': '300',
    'cheques.0.bank': 'ธนาคารกรุงเทพ สาขาบางแสน', 'cheques.0.number': '1234567', 'cheques.0.date': '20/11/2569', 'cheques.0.amount': '500',
  })
  await collector.page.locator('[name="transfers.0.bankAccountId"]').selectOption({ index: 1 })
  await collector.press('ออกใบเสร็จ')
  await expectRefusal(collector, 'ยอดรับชำระ 999.99 บาท ไม่เท่ากับยอดตามรายการ 1,000.00 บาท', 'cash')
  await collector.send({ cash: '200' }, 'ออกใบเสร็จ')
  expect(await collector.page.locator('h1').innerText()).toContain('RCPT-00002/70')
}

/** The position is signed before three keepers of the safe and the executive. */
async function appointKeepers(office: TestOffice): Promise<void> {
  const town = await organisation(office, '4200103')
  const head = asOfficer(office, await anOfficer(office, { at: town, groups: ['LAO_FIN_HEAD'] }))
  const roles: readonly SignatoryRole[] = ['head_of_finance', 'safe_committee', 'safe_committee', 'safe_committee', 'executive']
  for (const [index, role] of roles.entries()) {
    await head.work((work) => createSignatory(work, {
      role, name: `นายกรรมการ คนที่${index + 1}`, position: 'กรรมการ', actingFor: '', orderNumber: 'คำสั่งที่ 1/2570', validFrom: calendarDate('2026-10-01'), validUntil: null,
    }))
  }
}
