// One person on opening day: login page, password, perhaps a place in line, perhaps a code by mail, home page; later the home page again.
import { setTimeout as wait } from 'node:timers/promises'
import { Browser, tokenOf, type Answer } from './browser.ts'
import { crowdPassword, type Clerk } from './crowd.ts'
import { Times } from './figures.ts'
import { type LetterBox } from './letter-box.ts'

export interface Counts {
  offered: number
  served: number
  refused: number
  failed: number
  /** Home pages of people already in that did not come. */
  homeFailed: number
  /** Had to wait at least once; told their place at every look. */
  queued: number
  /** Stood in line more than once. */
  queuedAgain: number
  /** In line, but no place told. */
  untold: number
  /** The place told grew since the look before, and by how much at most. */
  grown: number
  grownMost: number
  furthestPlace: number
}

export class Tally {
  readonly counts: Counts = { offered: 0, served: 0, refused: 0, failed: 0, homeFailed: 0, queued: 0, queuedAgain: 0, untold: 0, grown: 0, grownMost: 0, furthestPlace: 0 }
  readonly reasons = new Map<string, number>()
  readonly signIn = new Times()
  readonly direct = new Times()
  readonly byCode = new Times()
  readonly waits = new Times()
  readonly loginPage = new Times()
  readonly home = new Times()
  /** When the last of them reached the home page, by the clock of the run. */
  lastServed = 0

  fail(kind: 'failed' | 'homeFailed', reason: string): void {
    this.counts[kind] += 1
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1)
  }
}

/** Being turned away with 503: counted apart from what went wrong. */
class Refused extends Error {}

export interface Town {
  readonly base: string
  readonly letterBox: LetterBox
  readonly tally: Tally
  /** How often the home page is opened again, and within how many seconds. */
  readonly reloads: number
  readonly withinSeconds: number
}

/** `scheduled` is when this person was to come, by the clock of the run: lateness of the generator counts as waiting. */
export async function arrive(town: Town, clerk: Clerk, scheduled: number): Promise<void> {
  const { tally } = town
  tally.counts.offered += 1
  const browser = new Browser(town.base, clerk.ip)
  if (clerk.browser !== undefined) browser.setCookie('laas.browser', encodeURIComponent(clerk.browser))
  try {
    const { waited } = await signIn(town, clerk, browser)
    tally.counts.served += 1
    tally.lastServed = performance.now()
    const took = tally.lastServed - scheduled
    tally.signIn.add(took)
    if (!waited) (clerk.browser === undefined ? tally.byCode : tally.direct).add(took)
  } catch (error) {
    if (error instanceof Refused) tally.counts.refused += 1
    else tally.fail('failed', error instanceof Error ? error.message : String(error))
    return
  }
  await comeBack(town, browser).catch((error: unknown) => tally.fail('homeFailed', `home page again: ${error instanceof Error ? error.message : String(error)}`))
}

async function signIn(town: Town, clerk: Clerk, browser: Browser): Promise<{ waited: boolean }> {
  const { tally } = town
  const first = expect(await browser.get('/login'), 200)
  tally.loginPage.add(first.ms)
  const givePassword = async (page: Answer) => expect(await browser.post('/login', { _csrf: tokenOf(page.text), return: '', username: clerk.username, password: crowdPassword }), 303)
  let answer = await givePassword(first)
  let stays = 0
  while (answer.location === '/login/waiting') {
    stays += 1
    tally.counts[stays === 1 ? 'queued' : 'queuedAgain'] += 1
    answer = await givePassword(await standInLine(town, browser))
  }
  if (answer.location === '/sign-in/otp') answer = await giveCode(town, clerk, browser)
  if (answer.location !== '/') throw new Error(`led to ${answer.location}`)
  expect(await browser.get('/'), 200)
  return { waited: stays > 0 }
}

/** Asks again as often as the page says, until it shows the password's box. */
async function standInLine(town: Town, browser: Browser): Promise<Answer> {
  const since = performance.now()
  let before = Infinity
  for (;;) {
    const page = expect(await browser.get('/login/waiting'), 200)
    const html = page.text
    if (html.includes('name="password"')) {
      town.tally.waits.add(performance.now() - since)
      return page
    }
    const place = Number(/data-position>(\d+)</.exec(html)?.[1] ?? Number.NaN)
    notePlace(town.tally.counts, place, before)
    before = place
    await wait(Number(page.headers.refresh ?? 3) * 1000)
  }
}

function notePlace(counts: Counts, place: number, before: number): void {
  if (!(place >= 1)) counts.untold += 1
  if (place > before) {
    counts.grown += 1
    counts.grownMost = Math.max(counts.grownMost, place - before)
  }
  counts.furthestPlace = Math.max(counts.furthestPlace, place)
}

async function giveCode(town: Town, clerk: Clerk, browser: Browser): Promise<Answer> {
  const page = expect(await browser.get('/sign-in/otp'), 200)
  const code = await town.letterBox.codeFor(clerk.email)
  return expect(await browser.post('/sign-in/otp', { _csrf: tokenOf(page.text), code }), 303)
}

async function comeBack(town: Town, browser: Browser): Promise<void> {
  for (let times = 0; times < town.reloads; times += 1) {
    const pause = Math.random() * town.withinSeconds * 1000
    const due = performance.now() + pause
    await wait(pause)
    const answer = await browser.get('/')
    town.tally.home.add(performance.now() - due)
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.location}`)
  }
}

function expect(answer: Answer, status: number): Answer {
  if (answer.status === status) return answer
  if (answer.status === 503) throw new Refused()
  const words = answer.text.replace(/^[\s\S]*<main[^>]*>/, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim()
  throw new Error(`${answer.status} instead of ${status}: ${words.slice(0, 120)}`)
}
