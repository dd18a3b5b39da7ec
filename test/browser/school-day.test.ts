// A school's day as its three people work it: hand-written receipts → slip → received by finance → summary → confirmed by the head →
// voucher → trial balance, with and without JavaScript; and the official papers on A4.
import { expect, it } from 'vitest'
import { rent, savings, tuition, cashOnHand } from '../receipts/school.ts'
import { testOffice } from '../support/app.ts'
import { browserOf, inBrowser, type Screen } from '../support/browser.ts'
import { choose, expectPaper, opened, rowsOf, seat } from './office-walk.ts'
import { expectRefusal, finish } from './walk.ts'

for (const script of [true, false]) {
  const office = await testOffice()
  const openScreen = browserOf(office)

  const person = async (username: string): Promise<Screen> => seat(office, await openScreen({ script }), username)

  inBrowser(`a day at school, JavaScript ${script ? 'on' : 'off'}`, () => {
    it('the clerk keys two sheets of the receipt book and hands the money in', async () => {
      const clerk = await person('school.clerk')
      await choose(clerk, 'ใบเสร็จรับเงิน/หลักฐานการรับเงิน')
      await clerk.press(clerk.page.getByRole('link', { name: 'บันทึกใบเสร็จรับเงินที่ออกด้วยมือ' }))
      await clerk.type({ book: '12', sheet: '34', payer: 'นางสมศรี มีสุข', 'lines.0.amount': '1560.25', cash: '1560.00' })
      await clerk.page.locator('[name="lines.0.incomeCode"]').fill(tuition)
      if (script) await expectCountedAlong(clerk)
      await clerk.press('บันทึกและเพิ่มใบถัดไป')
      await expectRefusal(clerk, 'ยอดรับชำระ 1,560.00 บาท ไม่เท่ากับยอดตามรายการ 1,560.25 บาท', 'cash')
      await clerk.send({ cash: '๑,๕๖๐.๒๕' }, 'บันทึกและเพิ่มใบถัดไป')
      expect(await clerk.page.locator('#sheet').inputValue()).toBe('35')
      await clerk.type({ payer: 'ร้านสหกรณ์', 'lines.0.amount': '500', 'transfers.0.amount': '500' })
      await clerk.page.locator('[name="lines.0.incomeCode"]').fill(rent)
      await clerk.page.locator('[name="transfers.0.bankAccountId"]').selectOption({ index: 1 })
      await clerk.press(clerk.page.locator('main .form .buttons .primary'))
      expect(await clerk.text()).toContain('เล่มที่ 12 เลขที่ 35')

      await choose(clerk, 'ใบนำส่งเงิน')
      await clerk.press(clerk.page.getByRole('link', { name: 'จัดทำใบนำส่งเงิน' }))
      expect(await clerk.page.getByRole('checkbox', { checked: true }).count()).toBe(2)
      await clerk.page.locator('#cashPlace').selectOption({ label: 'เก็บรักษาไว้ในตู้นิรภัย (ยังไม่นำฝาก)' })
      await clerk.press('บันทึกร่างใบนำส่ง')
      await clerk.press('นำส่งเงิน')
      expect(await clerk.page.locator('h1').innerText()).toContain('RMT-00001/70')
      await finish(clerk)
    })

    it('finance takes the money, prints the slip and sums up the day', async () => {
      const finance = await person('school.finance')
      await finance.press(finance.page.getByRole('link', { name: 'ใบนำส่งที่รอท่านรับเงิน' }))
      await finance.press(finance.page.getByRole('link', { name: 'RMT-00001/70' }))
      await finance.press('รับเงินถูกต้องแล้ว')
      await finance.press('พิมพ์ใบนำส่งเงิน')
      expect(await finance.text()).toContain('สองพันหกสิบบาทยี่สิบห้าสตางค์')
      await expectPaper(finance, `slip-${script ? 'on' : 'off'}`)
      await choose(await opened(finance, '/'), 'ใบสำคัญสรุปใบนำส่งเงิน')
      await finance.press(finance.page.getByRole('link', { name: 'จัดทำใบสำคัญสรุปใบนำส่งเงิน' }))
      expect(await finance.page.locator('#summaryDate option:checked').innerText()).toContain('2,060.25')
      await finance.press('จัดทำใบสำคัญสรุป')
      expect(await finance.text()).toContain('2,060.25')
      expect(await finance.button('ยืนยันและผ่านรายการ').count()).toBe(0)
      await finish(finance)
    })

    it('the head confirms; the voucher balances and stands in the trial balance', async () => {
      const head = await person('school.head')
      await head.press(head.page.getByRole('link', { name: 'ใบสำคัญสรุปที่รอท่านยืนยัน' }))
      await head.press(head.page.locator('tbody a').first())
      await head.press('ยืนยันและผ่านรายการ')
      expect(await head.page.locator('h1').innerText()).toContain('RSV-00001/70')
      await head.press('พิมพ์ใบสำคัญสรุป')
      await expectPaper(head, `summary-${script ? 'on' : 'off'}`)
      await choose(await opened(head, '/'), 'ใบผ่านรายการรับ')
      await head.press(head.page.getByRole('link', { name: 'RV-00001/70' }))
      expect(await rowsOf(head)).toEqual(expect.arrayContaining([[cashOnHand, '1,560.25'], [savings, '500.00'], [tuition, '1,560.25'], [rent, '500.00']]))
      await head.press('พิมพ์ใบผ่านรายการ')
      await expectPaper(head, `voucher-${script ? 'on' : 'off'}`)
      await choose(await opened(head, '/'), 'รายงานงบการเงิน')
      await head.press(head.page.getByRole('link', { name: 'งบทดลองประจำเดือน' }))
      expect(await rowsOf(head)).toEqual(expect.arrayContaining([[cashOnHand, '1,500.00'], [savings, '318,500.00'], [tuition, '1,560.25'], [rent, '500.00']]))
      expect(await head.page.locator('tbody').innerText()).toMatch(/1,560\.25[\s\S]*3,060\.25[\s\S]*319,000\.00/)
      expect(await head.page.locator('tfoot').innerText()).toContain('2,060.25')
      await head.press(head.page.getByRole('link', { name: 'พิมพ์' }))
      await expectPaper(head, `trial-balance-${script ? 'on' : 'off'}`)
      await finish(head)
    })
  })
}

/** The amount is written out on leaving its box, and the total follows. */
async function expectCountedAlong(screen: Screen): Promise<void> {
  await expect.poll(() => screen.page.locator('[name="lines.0.amount"]').inputValue()).toBe('1,560.25')
  expect(await screen.page.locator('[data-total=amount]').first().innerText()).toBe('1,560.25')
}
