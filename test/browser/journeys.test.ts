// Every journey of the letter at a real browser, with and without JavaScript: first use of each audience, and where people are turned back.
import { expect, it } from 'vitest'
import { identityText } from '../../src/identity/identity.text.ts'
import { instant } from '../../src/platform/dates.ts'
import { testOffice } from '../support/app.ts'
import { browserOf, inBrowser } from '../support/browser.ts'
import { demoPerson, mailOf, newPassword, standAt } from '../support/journey.ts'
import { enter, expectLiveTicks, expectRefusal, expectTrapped, finish, giveCode, referenceOn, ticks, walk, walkOn } from './walk.ts'

const withCitizenId = ['citizen-id', 'thaid', 'person', 'email', 'otp', 'new-password']
const audiences = [
  { username: 'ktb303', who: 'an LAO officer', steps: ['thaid', 'person', 'email', 'otp', 'new-password'], office: 'เทศบาลเมืองแสนสุข' },
  { username: 'prov71', who: 'a province', steps: withCitizenId, office: 'สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดกาญจนบุรี' },
  { username: 's671130305002', who: 'a sub-unit', steps: withCitizenId, office: 'ศูนย์พัฒนาเด็กเล็กดอนแสลบ' },
  { username: 's420010301001', who: 'a pawnshop', steps: withCitizenId, office: 'สถานธนานุบาลแสนสุข' },
  { username: 'dla.new', who: 'the department', steps: withCitizenId, office: 'กรมส่งเสริมการปกครองท้องถิ่น' },
]

const before2568 = await testOffice({ now: instant('2024-10-20T03:00:00Z') })
const openBefore2568 = browserOf(before2568)

for (const script of [true, false]) {
  const office = await testOffice()
  const openScreen = browserOf(office)
  const stand = async (username: string, step: string) => {
    const screen = await openScreen({ script, as: await standAt(office, { username, step }) })
    await screen.open(`/sign-in/${step}`)
    return screen
  }

  inBrowser(`with JavaScript ${script ? 'on' : 'off'}`, () => {
    it('a wrong password says no more than that, and keeps the name', async () => {
      const screen = await openScreen({ script })
      await screen.open('/login')
      await screen.type({ username: 'school.head', password: 'Wrong-Horse-77' })
      await screen.button('เข้าสู่ระบบ').click()
      await expectRefusal(screen, identityText.loginBad)
      expect(await screen.page.locator('#username').inputValue()).toBe('school.head')
      expect(screen.path).toBe('/login')
      await finish(screen)
    })

    it('an LAO officer without ThaiD meets the pop-up and can only go back', async () => {
      const { citizenId } = demoPerson('ktb303')
      office.registry.forgets(citizenId)
      const screen = await stand('ktb303', 'thaid')
      const popup = screen.page.getByRole('dialog', { name: 'ไม่พบข้อมูลใน ThaiD' })
      expect(await popup.innerText()).toContain(identityText.thaidNotFound)
      if (script) await expectTrapped(screen)
      await screen.press(popup.getByRole('link', { name: 'กลับหน้า Login' }))
      expect(screen.path).toBe('/login')
      office.registry.knowsAgain(citizenId)
      await finish(screen)
    })

    it('a sub-unit without ThaiD reads the notice and goes back', async () => {
      const { citizenId } = demoPerson('s671130305001')
      office.registry.forgets(citizenId)
      const screen = await stand('s671130305001', 'citizen-id')
      await screen.send({ citizenId }, 'ยืนยัน')
      expect(screen.path).toBe('/sign-in/thaid-not-found')
      expect(await screen.text()).toContain(identityText.thaidNotFound)
      await screen.press('กลับหน้า Login')
      expect(screen.path).toBe('/login')
      office.registry.knowsAgain(citizenId)
      await finish(screen)
    })

    it('13 digits that cannot be are refused at their box', async () => {
      const screen = await stand('prov71', 'citizen-id')
      await screen.send({ citizenId: '1234567890123' }, 'ยืนยัน')
      await expectRefusal(screen, identityText.citizenIdBad, 'citizenId')
      await finish(screen)
    })

    it.each([['ktb303 at gmail', identityText.emailBad], ['ktb303@hotmail.com', identityText.emailHotmail]])('the address "%s" is refused and kept', async (email, message) => {
      const screen = await stand('s420010301001', 'email')
      await screen.send({ email }, 'ยืนยัน')
      await expectRefusal(screen, message, 'email')
      expect(await screen.page.locator('#email').inputValue()).toBe(email)
      await finish(screen)
    })

    it('a wrong code is refused, an expired one too; a new one has the next reference and opens the door', async () => {
      const screen = await stand('saensuk.head', 'otp')
      await office.sendMail()
      await screen.open('/sign-in/otp')
      await screen.send({ code: '000000' }, 'ยืนยัน')
      await expectRefusal(screen, identityText.otpBad, 'code')
      const reference = await referenceOn(screen)
      office.clock.advance(301)
      await screen.open('/sign-in/otp')
      await expectRefusal(screen, identityText.otpExpired, 'code')
      await screen.press('ส่งรหัส OTP อีกครั้ง')
      expect(await referenceOn(screen)).toBe(reference + 1)
      await giveCode({ office, screen }, mailOf(demoPerson('saensuk.head')))
      expect(screen.path).toBe('/')
      await finish(screen)
    })

    it('the five rules of a password are ticked', async () => {
      const screen = await stand('s671130305001', 'new-password')
      if (script) await expectLiveTicks(screen)
      await screen.send({ password: 'abcdefg1', again: 'abcdefg1' }, 'บันทึก')
      await expectRefusal(screen, identityText.passwordRules.upper, 'password')
      expect(await ticks(screen)).toEqual(['ผ่านแล้ว', 'ยังไม่ผ่าน', 'ผ่านแล้ว', 'ผ่านแล้ว', 'ยังไม่ผ่าน'])
      await finish(screen)
    })

    it.each(audiences)('$who ($username) gets from the sign-in page to the home page', async ({ username, steps, office: name }) => {
      const screen = await openScreen({ script })
      expect(await walk({ office, screen }, demoPerson(username))).toEqual(steps)
      expect(screen.path).toBe('/')
      expect(await screen.page.locator('h1').innerText()).toBe(name)
      await finish(screen)
    })

    it('before 18 February 2568 a sub-unit gives its profile instead of ThaiD', async () => {
      const screen = await openBefore2568({ script })
      const who = demoPerson(script ? 's671130305002' : 's671130305001')
      expect(await walk({ office: before2568, screen }, who)).toEqual(['email', 'otp', 'new-password', 'profile'])
      expect(screen.path).toBe('/')
      expect(await screen.page.locator('.person').innerText()).toContain(`${who.title}${who.firstName} ${who.lastName}`)
      await finish(screen)
    })

    it('a forgotten password is set anew after ThaiD and code', async () => {
      const who = demoPerson('saensuk.finance')
      const screen = await openScreen({ script })
      await screen.open('/login')
      await screen.press(screen.page.getByRole('link', { name: 'ลืมรหัสผ่าน' }))
      await screen.send({ username: who.username, citizenId: who.citizenId }, 'ดำเนินการต่อ')
      expect(await screen.text()).toContain(identityText.resetSent)
      await screen.press(screen.page.getByRole('link', { name: 'ดำเนินการต่อ' }))
      expect(await walkOn({ office, screen }, who)).toEqual(['thaid', 'otp', 'new-password'])
      expect(screen.path).toBe('/')
      await finish(screen)
      const again = await openScreen({ script })
      await enter(again, who.username, newPassword)
      expect(again.path).toBe('/sign-in/otp')
      await finish(again)
    })
  })
}
