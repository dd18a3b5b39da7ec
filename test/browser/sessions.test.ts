// Days after the first: the everyday sign-in, the place in line, the end of a session, and one's own data — with and without JavaScript.
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { identityText } from '../../src/identity/identity.text.ts'
import { demoPassword } from '../../seeds/demonstration/people.ts'
import { testOffice } from '../support/app.ts'
import { browserOf, inBrowser } from '../support/browser.ts'
import { demoPerson, mailOf } from '../support/journey.ts'
import { signIn } from '../support/sign-in.ts'
import { enter, expectRefusal, finish, giveCode, type Place } from './walk.ts'

const office = await testOffice()
const openScreen = browserOf(office)

/** Through password and code. */
async function comeIn(at: Place, username: string): Promise<void> {
  await enter(at.screen, username, demoPassword)
  if (at.screen.path === '/sign-in/otp') await giveCode(at, mailOf(demoPerson(username)))
}

/** Somebody who came before holds up the line. */
async function holdUpTheLine(): Promise<void> {
  await office.owner('sign_in_tickets').insert({ token_hash: randomUUID(), created_at: office.clock.now() })
}

async function letEverybodyIn(): Promise<void> {
  await office.owner('sign_in_tickets').update({ admitted_at: office.clock.now() })
}

inBrowser.each([{ script: true }, { script: false }])('with JavaScript on: $script', ({ script }) => {
  const person = (stem: string) => (script ? `saensuk.${stem}` : `chonburi.${stem}`)

  it('an everyday sign-in asks for a code once; the browser is known from then on', async () => {
    const screen = await openScreen({ script })
    const username = script ? 'school.clerk' : 'hospital.finance'
    await enter(screen, username, demoPassword)
    expect(screen.path).toBe('/sign-in/otp')
    await giveCode({ office, screen }, mailOf(demoPerson(username)))
    expect(screen.path).toBe('/')
    await signOut(screen)
    await enter(screen, username, demoPassword)
    expect(screen.path).toBe('/')
    await finish(screen)
  })

  it('signing out leads to the sign-in page, and nothing is left behind', async () => {
    const screen = await openScreen({ script, as: await signIn(office, person('head')) })
    await screen.open('/')
    await signOut(screen)
    expect(screen.path).toBe('/login')
    expect(await screen.text()).toContain(identityText.sessionEnded['signed-out'])
    await screen.open('/profile')
    expect(screen.path).toBe('/login')
    await finish(screen)
  })

  it('an idle session ends with a reason; after signing in the page asked for opens', async () => {
    const screen = await openScreen({ script, as: await signIn(office, person('head')) })
    await screen.open('/')
    office.clock.advance(1801)
    await screen.press(screen.page.getByRole('link', { name: 'สถานะระบบ' }))
    await screen.open('/profile')
    expect(screen.path).toBe('/login')
    expect(await screen.text()).toContain(identityText.sessionEnded.idle)
    await screen.send({ username: person('head'), password: demoPassword }, 'เข้าสู่ระบบ')
    await giveCode({ office, screen }, mailOf(demoPerson(person('head'))))
    expect(screen.path).toBe('/profile')
    await finish(screen)
  })

  it('signing out everywhere ends it all: the browser is a stranger again', async () => {
    const username = script ? 'water.finance' : 'pawn.account'
    const screen = await openScreen({ script })
    await comeIn({ office, screen }, username)
    await screen.open('/profile')
    await screen.press('ออกจากระบบทุกเครื่อง')
    expect(screen.path).toBe('/login')
    expect(await screen.text()).toContain(identityText.signedOutEverywhere)
    await enter(screen, username, demoPassword)
    expect(screen.path).toBe('/sign-in/otp')
    await finish(screen)
  })

  it('a sign-in elsewhere ends the earlier one, which is told so', async () => {
    const username = person('revenue')
    const screen = await openScreen({ script, as: await signIn(office, username) })
    await screen.open('/')
    await signIn(office, username)
    await screen.open('/profile')
    expect(screen.path).toBe('/login')
    expect(await screen.text()).toContain(identityText.sessionEnded.replaced)
    await finish(screen)
  })

  it('own data are mended, and refused where empty', async () => {
    const screen = await openScreen({ script, as: await signIn(office, person('finance')) })
    await screen.open('/profile')
    await screen.press(screen.page.getByRole('link', { name: 'แก้ไขข้อมูลส่วนตัว' }))
    await screen.send({ position: '' }, 'บันทึก')
    await expectRefusal(screen, identityText.required(identityText.fields.position), 'position')
    await screen.send({ position: 'เจ้าพนักงานการเงินและบัญชีชำนาญงาน' }, 'บันทึก')
    expect(screen.path).toBe('/profile')
    expect(await screen.text()).toContain(identityText.profileSaved)
    expect(await screen.page.locator('.person').innerText()).toContain('ชำนาญงาน')
    await finish(screen)
  })

  it('in a crowd one is told the place in line, and gets in at one’s turn', async () => {
    const screen = await openScreen({ script })
    await holdUpTheLine()
    await screen.open('/login')
    await screen.type({ username: person('head'), password: demoPassword })
    await screen.button('เข้าสู่ระบบ').click()
    const place = screen.page.locator('.place-in-line:visible')
    await place.waitFor()
    expect(await place.innerText()).toMatch(/ท่านอยู่ลำดับที่\s+2/)
    expect(screen.path).toBe(script ? '/login' : '/login/waiting')
    await letEverybodyIn()
    if (!script) {
      await screen.page.locator('#username').waitFor()
      await screen.send({ username: person('head'), password: demoPassword }, 'เข้าสู่ระบบ')
    }
    await screen.page.waitForURL('**/sign-in/otp')
    await finish(screen)
  })
})

inBrowser('with JavaScript', () => {
  it('whoever leaves the line finds name and password still there', async () => {
    const screen = await openScreen()
    await holdUpTheLine()
    await screen.open('/login')
    await screen.type({ username: 'prov20.head', password: demoPassword })
    await screen.button('เข้าสู่ระบบ').click()
    await screen.button('ยกเลิกการรอ').click()
    expect(await screen.page.locator('#username').inputValue()).toBe('prov20.head')
    expect(await screen.page.locator('#password').inputValue()).toBe(demoPassword)
    await office.owner('sign_in_tickets').delete()
    await finish(screen)
  })

  it('a house that does not answer is told in the card, and what was typed stays', async () => {
    const screen = await openScreen()
    await screen.open('/login')
    await screen.page.route('**/login', (route) => route.fulfill({ status: 503, body: '' }))
    await screen.type({ username: 'prov20.head', password: demoPassword })
    await screen.button('เข้าสู่ระบบ').click()
    await screen.page.locator('[data-unreachable]:visible').waitFor()
    expect(await screen.page.locator('#password').inputValue()).toBe(demoPassword)
    await screen.page.unroute('**/login')
    await screen.press('เข้าสู่ระบบ')
    expect(screen.path).toBe('/sign-in/otp')
    await screen.close()
  })

  it('the clock of the code runs, and the button for a new one comes by itself', async () => {
    await office.owner('sign_in_settings').where({ name: 'otp_resend' }).update({ value: 2 })
    const screen = await openScreen()
    await enter(screen, 'prov20.officer', demoPassword)
    await office.sendMail()
    await screen.open('/sign-in/otp')
    expect(await screen.button('ส่งรหัส OTP อีกครั้ง').isVisible()).toBe(false)
    await screen.page.getByText('04:59').waitFor()
    await screen.button('ส่งรหัส OTP อีกครั้ง').waitFor()
    await office.owner('sign_in_settings').where({ name: 'otp_resend' }).update({ value: 60 })
    await finish(screen)
  })

  it('before an idle session ends the page warns; going on keeps it, doing nothing ends it', async () => {
    await setIdle(6, 4)
    const screen = await openScreen({ as: await signIn(office, 'prov20.trainer') })
    await screen.open('/')
    const warning = screen.page.getByRole('dialog', { name: 'ท่านยังใช้งานอยู่หรือไม่' })
    await warning.waitFor()
    await screen.button('ใช้งานต่อ').click()
    await warning.waitFor({ state: 'hidden' })
    await screen.page.waitForURL('**/login?ended=idle')
    expect(await screen.text()).toContain(identityText.sessionEnded.idle)
    await setIdle(1800, 150)
    await finish(screen)
  })
})

async function setIdle(seconds: number, warning: number): Promise<void> {
  await office.owner('sign_in_settings').where({ name: 'idle_seconds' }).update({ value: seconds })
  await office.owner('sign_in_settings').where({ name: 'idle_warning' }).update({ value: warning })
}

async function signOut(screen: Place['screen']): Promise<void> {
  await screen.page.locator('.person summary').click()
  await screen.press('ออกจากระบบ')
}
