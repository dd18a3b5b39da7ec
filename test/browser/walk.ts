// People at a screen on their way in: each page of the journey read, filled and pressed as its owner would.
import { expect } from 'vitest'
import { type DemoPerson } from '../../seeds/demonstration/people.ts'
import { type TestOffice } from '../support/app.ts'
import { type Screen } from '../support/browser.ts'
import { mailOf, newPassword, passwordOf } from '../support/journey.ts'
import { codeFor } from '../support/sign-in.ts'

export interface Place {
  readonly office: TestOffice
  readonly screen: Screen
}

/** From S-01 to wherever the journey ends; tells the steps. */
export async function walk(at: Place, who: DemoPerson): Promise<string[]> {
  await enter(at.screen, who.username, passwordOf(who))
  return walkOn(at, who)
}

/** From the step at hand. */
export async function walkOn(at: Place, who: DemoPerson): Promise<string[]> {
  const steps: string[] = []
  while (at.screen.path.startsWith('/sign-in/')) {
    const step = at.screen.path.split('/')[2] ?? ''
    if (steps.includes(step)) throw new Error(`${who.username} does not get past ${step}: ${await at.screen.text()}`)
    steps.push(step)
    await take(at, who, step)
  }
  return steps
}

/** Name and password, and the page they lead to. */
export async function enter(screen: Screen, username: string, password: string): Promise<void> {
  await screen.open('/login')
  await screen.send({ username, password }, 'เข้าสู่ระบบ')
}

async function take(at: Place, who: DemoPerson, step: string): Promise<void> {
  const { office, screen } = at
  if (step === 'citizen-id') return screen.send({ citizenId: who.citizenId }, 'ยืนยัน')
  if (step === 'thaid') return proveAtThaid(at, who)
  if (step === 'person') return screen.press('ยืนยัน')
  if (step === 'email') return screen.send({ email: mailOf(who) }, 'ยืนยัน')
  if (step === 'otp') return giveCode(at, mailOf(who))
  if (step === 'new-password') return screen.send({ password: newPassword, again: newPassword }, 'บันทึก')
  if (step === 'profile') return completeProfile(screen, who)
  throw new Error(`nobody knows what to do at ${step} of ${office.base}`)
}

/** The page asks again by itself until the mail is out; then the digits of the mail are typed. */
export async function giveCode({ office, screen }: Place, address: string): Promise<void> {
  const code = await codeFor(office, address)
  await screen.open('/sign-in/otp')
  await screen.send({ code }, 'ยืนยัน')
}

async function proveAtThaid({ office, screen }: Place, who: DemoPerson): Promise<void> {
  office.thaid.person(who.citizenId, { title: who.title, first: who.firstName, last: who.lastName })
  await toThaid(screen)
  await comeBack(screen)
  await screen.page.waitForURL((url) => url.pathname !== '/sign-in/thaid')
}

export function toThaid(screen: Screen): Promise<void> {
  return screen.page.getByRole('link', { name: 'ไปยังหน้า ThaiD' }).click()
}

/** With script the page hands ThaiD's answer on; without, a button does. */
export async function comeBack(screen: Screen): Promise<void> {
  if (!screen.script) await screen.button('ดำเนินการต่อ').click()
  await screen.page.waitForURL((url) => url.origin === screen.base && url.pathname !== '/sign-in/thaid/return' && url.search === '')
}

async function completeProfile(screen: Screen, who: DemoPerson): Promise<void> {
  const { citizenId, title, firstName, lastName } = who
  await screen.send({ citizenId, title, firstName, lastName, position: 'ครูผู้ดูแลเด็ก', phone: '08 1234 5678' }, 'บันทึก')
}

/** What the page says went wrong: in the summary, and at the field where there is one. */
export async function expectRefusal(screen: Screen, message: string, field?: string): Promise<void> {
  await screen.page.locator('[data-error-summary]').waitFor()
  expect(await screen.page.locator('[data-error-summary]').innerText()).toContain(message)
  if (field === undefined) return
  expect(await screen.page.locator(`#${field}-error`).innerText()).toContain(message)
  expect(await screen.page.locator(`#${field}`).getAttribute('aria-invalid')).toBe('true')
}

/** E00152 → 152. */
export async function referenceOn(screen: Screen): Promise<number> {
  return Number(/E(\d{5})/.exec(await screen.text())?.[1])
}

/** The verdicts behind the five rules, as they are read aloud. */
export function ticks(screen: Screen): Promise<string[]> {
  return screen.page.locator('[data-verdict]').allTextContents()
}

export async function expectLiveTicks(screen: Screen): Promise<void> {
  const [met, unmet] = ['ผ่านแล้ว', 'ยังไม่ผ่าน']
  await screen.type({ password: 'abc' })
  await expect.poll(() => ticks(screen)).toEqual([unmet, unmet, met, unmet, unmet])
  await screen.type({ password: newPassword })
  await expect.poll(() => ticks(screen)).toEqual([met, met, met, met, met])
  expect(await screen.page.locator('[data-password-rules]').getAttribute('aria-live')).toBe('polite')
}

/** The keyboard does not leave an open notice, and Escape does not close it: a second one closes it for the moment it takes to open again. */
export async function expectTrapped(screen: Screen): Promise<void> {
  const outside = `document.activeElement !== document.body && !document.activeElement.closest('dialog')`
  for (const key of ['Tab', 'Tab', 'Tab', 'Escape', 'Escape', 'Tab']) {
    await screen.page.keyboard.press(key)
    await expect.poll(() => screen.page.evaluate<boolean>(outside)).toBe(false)
  }
  await expect.poll(() => screen.page.locator('dialog:modal').count()).toBe(1)
}

/** Nothing the browser complained of on the way. */
export async function finish(screen: Screen): Promise<void> {
  await screen.close()
  expect(screen.problems).toEqual([])
}
