// A pawnshop's day as its people work it: money lent, money back with แบบ ส.ธ.๑, both approved by the manager into the books; no slip and no summary anywhere,
// and none by its address; with and without JavaScript; axe finds nothing on the way (budget-and-receipts §4.10, scenario 45; letter 003 items 3.5, 3.6).
import { expect, it } from 'vitest'
import { pdf } from '../documents/files.ts'
import { cashOnHand } from '../receipts/school.ts'
import { testOffice } from '../support/app.ts'
import { browserOf, inBrowser, type Screen } from '../support/browser.ts'
import { choose, desksOf, expectPaper, look, opened, rowsOf, toWaiting } from './office-walk.ts'
import { expectRefusal, finish } from './walk.ts'

const [debtors, interest] = ['1102050194.005', '4404010101.001']
const [received, lent] = ['บันทึกการรับเงินสถานธนานุบาล (แบบ ส.ธ.๑)', 'ใบผ่านรายการเงินจำนำ']
const foreign = ['ใบเสร็จรับเงิน/หลักฐานการรับเงิน', 'ใบนำส่งเงิน', 'ใบสำคัญสรุปใบนำส่งเงิน', 'นำฝากธนาคาร']

for (const script of [true, false]) {
  const office = await testOffice()
  const openScreen = browserOf(office)
  const { person, all } = desksOf(office, () => openScreen({ script }))
  const paper = (name: string) => `${name}-${script ? 'on' : 'off'}`

  inBrowser(`a pawnshop’s day, JavaScript ${script ? 'on' : 'off'}`, { timeout: 240_000 }, () => {
    it('has no receipt, slip or summary on the sign-board, and none by its address', async () => {
      const cashier = await person('pawn.cashier')
      const menu = await cashier.page.locator('.menu').innerText()
      for (const words of foreign) expect(menu).not.toContain(words)
      for (const address of ['/receipts/receipts', '/receipts/receipts/handwritten/new', '/receipts/remittances', '/receipts/remittances/new', '/receipts/remittance-summaries/new']) {
        expect([address, await cashier.open(address)]).toEqual([address, 403])
      }
      await look(cashier, 'pawnshop-slip-refused')
      await cashier.open('/')
    })

    it('the cashier keys what was lent; more than the safe holds is refused the manager and goes back', async () => {
      const cashier = await person('pawn.cashier')
      await choose(cashier, lent)
      await cashier.press(cashier.page.getByRole('link', { name: 'บันทึกจ่ายเงินรับจำนำประจำวัน' }))
      await pledge(cashier, { count: '10', principal: '300000.01', total: '300000.01' })
      await cashier.press('บันทึกร่าง')
      await cashier.press('ส่งขออนุมัติ')
      expect(await cashier.button('อนุมัติและผ่านรายการ').count()).toBe(0)
      const manager = await person('pawn.manager')
      await toWaiting(manager, 'ใบผ่านรายการเงินจำนำ รอท่านอนุมัติ')
      await manager.press('อนุมัติและผ่านรายการ')
      expect(await manager.text()).toContain('เงินคงเหลือไม่เพียงพอ (เงินสดในมือ 300,000.00 บาท)')
      await manager.page.locator('details.with-reason summary').click()
      await manager.send({ reason: 'จำนวนเงินเกินเงินสด' }, 'ยืนยันส่งคืนแก้ไข')
    })

    it('the cashier mends it and sends it again', async () => {
      const cashier = await person('pawn.cashier')
      await toWaiting(await opened(cashier, '/'), 'ร่างใบผ่านรายการเงินจำนำของท่าน รอส่งขออนุมัติ')
      expect(await cashier.text()).toContain('จำนวนเงินเกินเงินสด')
      await cashier.press(cashier.page.getByRole('link', { name: 'แก้ไขร่าง' }))
      await pledge(cashier, { count: '2', principal: '๑๐,๐๐๐', total: '9999.99' })
      await cashier.press('บันทึกร่าง')
      await expectRefusal(cashier, 'ยอดรวมตามรายการ 10,000.00 บาท', 'total')
      await cashier.send({ total: '10000' }, 'บันทึกร่าง')
      await look(cashier, 'pawnshop-voucher-drafted')
      await cashier.press('ส่งขออนุมัติ')
    })

    it('the manager finds it on the home page and approves it: Dr debtors, Cr cash', async () => {
      const manager = await person('pawn.manager')
      await toWaiting(await opened(manager, '/'), 'ใบผ่านรายการเงินจำนำ รอท่านอนุมัติ')
      await manager.press('อนุมัติและผ่านรายการ')
      expect(await manager.page.locator('h1').innerText()).toContain('PN-00001/70')
      await manager.press('พิมพ์')
      await expectPaper(manager, paper('pawn-voucher'))
      await manager.press((await opened(manager, '/pawnshops/vouchers')).page.locator('tbody a').first())
      await manager.press(manager.page.locator('main .summary-list, main dl').getByRole('link', { name: 'PN-00001/70' }))
      expect(await rowsOf(manager)).toEqual([[debtors, '10,000.00'], [cashOnHand, '10,000.00']])
    })

    it('the cashier keys what came back: without แบบ ส.ธ.๑ it is not sent, out by 0.01 it is not kept', async () => {
      const cashier = await person('pawn.cashier')
      await choose(await opened(cashier, '/'), received)
      await cashier.press(cashier.page.getByRole('link', { name: 'บันทึกการรับเงินประจำวัน' }))
      await redeem(cashier, '10250.01')
      await cashier.press('บันทึกร่าง')
      await expectRefusal(cashier, 'ยอดรวมตามรายการ 10,250.00 บาท', 'total')
      await cashier.send({ total: '10250' }, 'บันทึกร่าง')
      await cashier.press('ส่งขออนุมัติ')
      expect(await cashier.text()).toContain('ต้องแนบแบบ ส.ธ.๑ ก่อนส่งขออนุมัติ')
      await cashier.page.locator('input[type="file"]').setInputFiles({ name: 'ส.ธ.๑ 20 พ.ย. 2569.pdf', mimeType: 'application/pdf', buffer: pdf })
      await cashier.press(cashier.page.locator('form[enctype="multipart/form-data"] button'))
      expect(await cashier.text()).toContain('ส.ธ.๑ 20 พ.ย. 2569.pdf')
      await look(cashier, 'pawnshop-receipt-attached')
      await cashier.press('ส่งขออนุมัติ')
    })

    it('the manager approves it into the receipt voucher of scenario 45, and the day stands in the cash book', async () => {
      const manager = await person('pawn.manager')
      await toWaiting(await opened(manager, '/'), 'ใบผ่านรายการรับ (แบบ ส.ธ.๑) รอท่านอนุมัติ')
      await manager.press('อนุมัติและผ่านรายการ')
      await choose(await opened(manager, '/'), 'ใบผ่านรายการรับ')
      await manager.press(manager.page.getByRole('link', { name: 'RV-00001/70' }))
      expect(await rowsOf(manager)).toEqual([[cashOnHand, '10,250.00'], [debtors, '10,000.00'], [interest, '250.00']])
      await manager.press('พิมพ์ใบผ่านรายการ')
      await expectPaper(manager, paper('pawn-receipt-voucher'))
      await choose(await opened(manager, '/'), 'รายงานและทะเบียนรายรับ')
      await manager.press(manager.page.getByRole('link', { name: 'สมุดเงินสดรับ' }))
      expect(await manager.text()).toMatch(/RV-00001\/70[\s\S]*10,250\.00/)
      await opened(manager, '/')
      expect(await manager.text()).toContain('บันทึกการรับเงิน (แบบ ส.ธ.๑) ล่าสุด วันที่ 20 พฤศจิกายน 2569')
      await look(manager, 'pawnshop-home')
      for (const screen of await all()) await finish(screen)
    })
  })
}

/** So many tickets of the day together: they bear no numbers of their own. */
async function pledge(cashier: Screen, { count, principal, total }: Readonly<Record<'count' | 'principal' | 'total', string>>): Promise<void> {
  await cashier.page.locator('[name="lines.0.event"]').selectOption('pledge')
  await cashier.type({ 'lines.0.count': count, 'lines.0.principal': principal, total })
}

async function redeem(cashier: Screen, total: string): Promise<void> {
  await cashier.page.locator('[name="lines.0.event"]').selectOption('redeem')
  await cashier.type({ 'lines.0.count': '2', 'lines.0.principal': '10000', 'lines.0.interest': '250', reference: 'เล่มที่ 3 เลขที่ 20', total })
}
