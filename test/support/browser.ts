// A real browser for tests: Chromium of this machine, in Thai, at Bangkok time. What goes wrong on a page is noted as it happens.
import { existsSync } from 'node:fs'
import { afterAll, describe } from 'vitest'
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core'
import { type TestOffice } from './app.ts'
import { type Visit } from './visit.ts'

/** A desk in the office, and a telephone. */
export const sizes = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const
export type Size = keyof typeof sizes

const path = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', chromium.executablePath()].find((each) => existsSync(each))
const notFound = 'No browser was found: install Chromium (apt-get install chromium, or npx playwright-core install chromium) or set CHROMIUM_PATH.'
if (path === undefined && process.env.REQUIRE_BROWSER === '1') throw new Error(notFound)
if (path === undefined) console.warn(`${notFound} The browser tests are left out.`)

/** A group of tests that needs a browser; left out where there is none, unless REQUIRE_BROWSER=1. */
export const inBrowser = describe.skipIf(path === undefined)

export interface ScreenWishes {
  readonly script?: boolean
  readonly size?: Size
  /** Leaves out our own scripts, though scripts are allowed: for looking at a page that would go on by itself. */
  readonly standsStill?: boolean
  /** Brings the cookies of this visit along: signed in, or in the middle of a journey. */
  readonly as?: Visit
}

/** The browser of a test file, started at its first page. */
export function browserOf(office: TestOffice): (wishes?: ScreenWishes) => Promise<Screen> {
  let starting: Promise<Browser> | undefined
  afterAll(async () => { await (await starting)?.close() })
  return async (wishes = {}) => {
    starting ??= start()
    const browser = await starting
    const context = await browser.newContext({
      baseURL: office.base, locale: 'th-TH', timezoneId: 'Asia/Bangkok', javaScriptEnabled: wishes.script ?? true, viewport: sizes[wishes.size ?? 'desk'],
    })
    await bringCookies(context, office.base, wishes.as)
    await imitateThaid(context, office)
    if (wishes.standsStill) await context.route('**/js/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
    return new Screen(context, { page: await context.newPage(), base: office.base, script: wishes.script ?? true })
  }
}

function start(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0
  const args = ['--disable-background-networking', '--disable-component-update', '--no-first-run', ...(isRoot ? ['--no-sandbox'] : [])]
  return chromium.launch({ ...(path !== undefined && { executablePath: path }), args })
}

const cookieNames = ['laas.sid', 'laas.pre', 'laas.browser', 'laas.ticket', 'laas.csrf', 'laas.flash']

async function bringCookies(context: BrowserContext, url: string, visit: Visit | undefined): Promise<void> {
  const cookies = cookieNames.map((name) => ({ name, value: visit?.cookie(name) ?? '', url }))
  await context.addCookies(cookies.filter(({ value }) => value !== ''))
}

/** The fake ThaiD has no pages: whoever is sent there comes straight back with its answer. */
async function imitateThaid(context: BrowserContext, office: TestOffice): Promise<void> {
  await context.route('http://127.0.0.1:1/**', async (route) => {
    const state = new URL(route.request().url()).searchParams.get('state') ?? ''
    await route.fulfill({ status: 302, headers: { location: `${office.base}/sign-in/thaid/return?code=abc&state=${state}` } })
  })
}

/** One person before one screen. */
export class Screen {
  readonly page: Page
  readonly base: string
  readonly script: boolean
  /** Faults the browser told of: script errors, refused by the content security policy, missing files. */
  readonly problems: string[] = []
  readonly #context: BrowserContext

  constructor(context: BrowserContext, { page, base, script }: { page: Page; base: string; script: boolean }) {
    this.#context = context
    this.page = page
    page.setDefaultTimeout(30_000)
    this.base = base
    this.script = script
    page.on('pageerror', (error) => this.problems.push(`${this.path}: ${error.message}`))
    page.on('console', (message) => {
      // A page that answers 404 or 422 is itself told as a failed load; only what a page fetches is a fault.
      const isPageItself = message.location().url === page.url() && message.text().startsWith('Failed to load resource')
      if (message.type() === 'error' && !isPageItself) this.problems.push(`${this.path}: ${message.text()}`)
    })
  }

  get path(): string {
    return new URL(this.page.url()).pathname
  }

  /** The next person sits down: other cookies, no faults noted yet. */
  async becomes(visit: Visit | undefined): Promise<void> {
    await this.page.goto('about:blank')
    await this.#context.clearCookies()
    await bringCookies(this.#context, this.base, visit)
    this.problems.length = 0
  }

  /** Pages that ask again by themselves stay as they are while they are looked at. */
  async holdStill(): Promise<void> {
    await this.#context.route((url) => /^\/(login\/waiting|sign-in\/otp)$/.test(url.pathname), async (route) => {
      const answer = await route.fetch({ maxRedirects: 0 })
      const { refresh: _refresh, ...headers } = answer.headers()
      await route.fulfill({ response: answer, headers })
    })
  }

  /** The address as asked for, and how it was answered. */
  async open(address: string): Promise<number> {
    const answer = await this.page.goto(address)
    return answer?.status() ?? 0
  }

  async type(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) await this.page.locator(`[name="${name}"]:visible`).fill(value)
  }

  button(words: string): Locator {
    return this.page.getByRole('button', { name: words, exact: true })
  }

  /** Presses what leads to another page, and waits for that page. */
  async press(what: Locator | string): Promise<void> {
    const target = typeof what === 'string' ? this.button(what) : what
    await Promise.all([this.page.waitForEvent('load'), target.click()])
  }

  /** Types and presses. */
  async send(values: Readonly<Record<string, string>>, words: string): Promise<void> {
    await this.type(values)
    await this.press(words)
  }

  /** What is to be read in the main part. */
  text(): Promise<string> {
    return this.page.locator('main').innerText()
  }

  close(): Promise<void> {
    return this.#context.close()
  }
}
