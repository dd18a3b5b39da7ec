// People at their work: by the words of the menu, rows read as they stand, papers measured.
import { expect } from 'vitest'
import { seedBudgets } from '../../seeds/90-demonstration.ts'
import { demoPassword } from '../../seeds/demonstration/people.ts'
import { testOffice, type TestOffice } from '../support/app.ts'
import { type Screen } from '../support/browser.ts'
import { demoPerson, mailOf } from '../support/journey.ts'
import { findFaults } from '../support/page-faults.ts'
import { printed } from '../support/paper.ts'
import { enter, giveCode } from './walk.ts'

const folder = process.env.SCREENSHOTS

/** With the budgets of the demonstration in force, and the town ready to pay. */
export async function spendingOffice(): Promise<TestOffice> {
  const office = await testOffice()
  await seedBudgets({ owner: office.owner, database: office.database, seal: office.identity.seal, production: false })
  return office
}

/** Everybody signs in once and stays at the desk all day; `all` tells who came. */
export function desksOf(office: TestOffice, open: () => Promise<Screen>): { readonly person: (username: string) => Promise<Screen>; readonly all: () => Promise<Screen[]> } {
  const seated = new Map<string, Promise<Screen>>()
  const person = (username: string): Promise<Screen> => {
    const screen = seated.get(username) ?? open().then((opening) => seat(office, opening, username))
    seated.set(username, screen)
    return screen
  }
  return { person, all: () => Promise.all(seated.values()) }
}

/** Through sign-in, with the code from the mailbox. */
export async function seat(office: TestOffice, screen: Screen, username: string): Promise<Screen> {
  await enter(screen, username, demoPassword)
  await giveCode({ office, screen }, mailOf(demoPerson(username)))
  return screen
}

export async function opened(screen: Screen, address: string): Promise<Screen> {
  await screen.open(address)
  return screen
}

/** By the menu, as one who knows only its words. */
export async function choose(screen: Screen, words: string): Promise<void> {
  const leaf = screen.page.locator('.menu').getByRole('link', { name: words, exact: true })
  for (const branch of await screen.page.locator('.menu > ul > li > details').all()) {
    if (await branch.getAttribute('open') === null) await branch.locator('> summary').click()
  }
  await screen.press(leaf)
}

/** Account code and the first amount of each row that has both. */
export async function rowsOf(screen: Screen): Promise<string[][]> {
  const rows = await screen.page.locator('tbody tr').all()
  const read = await Promise.all(rows.map(async (row) => {
    const text = await row.innerText()
    return [/\d{10}\.\d{3}/.exec(text)?.[0] ?? '', /[\d,]+\.\d\d(?!\d)/.exec(text.replace(/\d{10}\.\d{3}/, ''))?.[0] ?? '']
  }))
  return read.filter(([code]) => code !== '')
}

/** One sheet of A4, or so many, with nothing on it but the paper itself. */
export async function expectPaper(screen: Screen, name: string, count = 1): Promise<void> {
  await screen.page.emulateMedia({ media: 'print' })
  expect(await screen.page.locator('.print-bar').isVisible()).toBe(false)
  const { sheets, width, height } = await printed(screen, name)
  expect([sheets, ...[width, height].sort()]).toEqual([count, 595, 842])
  await screen.page.emulateMedia({ media: null })
  if (folder !== undefined) await screen.page.screenshot({ path: `${folder}/paper-${name}.desk.png`, fullPage: true })
}

/** From the home page to the one document that waits. */
export async function toWaiting(screen: Screen, words: string): Promise<void> {
  await screen.press(screen.page.getByRole('link', { name: words }))
  expect(await screen.page.locator('tbody tr').count()).toBe(1)
  await screen.press(screen.page.locator('tbody a').first())
}

/** axe finds nothing; and a picture, where somebody wants to see it. */
export async function look(screen: Screen, name: string): Promise<void> {
  if (screen.script) expect(await findFaults(screen, 'desk')).toEqual([])
  if (folder === undefined || !screen.script) return
  for (const width of [1366, 390]) {
    await screen.page.setViewportSize({ width, height: 844 })
    await screen.page.screenshot({ path: `${folder}/${name}.${width}.png`, fullPage: true })
  }
  await screen.page.setViewportSize({ width: 1366, height: 768 })
}
