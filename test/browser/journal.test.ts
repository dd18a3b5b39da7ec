// A journal as the accounts officer keys it without a mouse, and the head approves it; with and without JavaScript.
import { expect, it } from 'vitest'
import { demoPassword } from '../../seeds/demonstration/people.ts'
import { testOffice } from '../support/app.ts'
import { browserOf, inBrowser, type Screen } from '../support/browser.ts'
import { demoPerson, mailOf } from '../support/journey.ts'
import { enter, expectRefusal, finish, giveCode } from './walk.ts'

for (const script of [true, false]) {
  const office = await testOffice()
  const openScreen = browserOf(office)
  const person = async (username: string): Promise<Screen> => {
    const screen = await openScreen({ script })
    await enter(screen, username, demoPassword)
    await giveCode({ office, screen }, mailOf(demoPerson(username)))
    return screen
  }

  inBrowser(`a general journal, JavaScript ${script ? 'on' : 'off'}`, () => {
    it('is keyed by keyboard alone and sent, after its faults were told', async () => {
      const maker = await person('saensuk.account')
      await maker.open('/ledger/journals/new')
      const { page } = maker
      await page.locator('#description').focus()
      await page.keyboard.type('วัสดุสำนักงาน')
      await page.locator('[id="lines.0.account"]').focus()
      if (script) await keyByEnter(maker)
      else await keyByTab(maker)
      await page.getByRole('button', { name: 'บันทึกและส่งขออนุมัติ' }).focus()
      await maker.press(page.getByRole('button', { name: 'บันทึกและส่งขออนุมัติ' }))
      if (!script) {
        await expectRefusal(maker, 'ยอดเดบิตและเครดิตไม่เท่ากัน ผลต่าง 0.25 บาท')
        await maker.send({ 'lines.1.credit': '1,560.25' }, 'บันทึกและส่งขออนุมัติ')
      }
      expect(await maker.text()).toContain('รออนุมัติ')
      expect(await maker.button('อนุมัติและผ่านรายการ').count()).toBe(0)
      await finish(maker)
    })

    it('is approved by the head, and then stands in the books', async () => {
      const head = await person('saensuk.head')
      await head.open('/ledger/journals?state=submitted')
      await head.press(head.page.locator('tbody a').first())
      await head.press('อนุมัติและผ่านรายการ')
      expect(await head.page.locator('h1').innerText()).toMatch(/JV-0000[0-9]\/70/)
      await finish(head)
    })
  })
}

/** Enter to the next cell, the difference at one key. */
async function keyByEnter({ page }: Screen): Promise<void> {
  await page.keyboard.type('ค่าวัสดุใช้ไป')
  for (let cell = 0; cell < 3; cell += 1) await page.keyboard.press('Enter')
  await page.keyboard.type('1560.25')
  await page.locator('[id="lines.0.debit"]').press('Control+Enter')
  await page.keyboard.type('1101010101001')
  await page.keyboard.press('Control+=')
  await expect.poll(() => page.locator('[id="lines.1.credit"]').inputValue()).toBe('1,560.25')
  expect(await page.locator('[data-difference-of]').innerText()).toBe('0.00')
}

async function keyByTab({ page }: Screen): Promise<void> {
  await page.keyboard.type('ค่าวัสดุใช้ไป')
  for (let cell = 0; cell < 3; cell += 1) await page.keyboard.press('Tab')
  await page.keyboard.type('๑๕๖๐.๒๕')
  await page.locator('[id="lines.1.account"]').focus()
  await page.keyboard.type('เงินสดในมือ')
  for (let cell = 0; cell < 4; cell += 1) await page.keyboard.press('Tab')
  await page.keyboard.type('1560')
}
