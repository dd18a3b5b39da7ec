// PF-11: how long the server takes for a page, and how much travels at its first visit.
import { aClerkAtWork } from './support/clerk-at-work.ts'
import { Browser } from './support/browser.ts'
import { ms, printLines, Times, verdict } from './support/figures.ts'
import { type Options } from './support/options.ts'
import { onStage, type Stage } from './support/stage.ts'
import { weigh } from './support/weight.ts'

/** Nothing but the frame: what every page costs that asks the database for no figures. */
const empty = '/about/contact'
const most = 60_000

interface Page {
  readonly name: string
  readonly path: string
  readonly browser: Browser
}

export async function benchPages(options: Options): Promise<void> {
  const requests = options.number('requests', 400)
  await onStage({}, async (stage) => {
    const pages = await pagesOf(stage)
    const [bare] = pages
    for (const page of pages) await timesOf(page, 100, 4)
    const alone: Times[] = []
    const crowded: Times[] = []
    for (const page of pages) alone.push(await timesOf(page, requests, 1))
    for (const page of pages) crowded.push(await timesOf(page, requests, 8))
    printTimes('server time, one request after the other', pages, alone)
    printTimes('server time, eight at once', pages, crowded)
    const home = pages.slice(2).map((_, at) => at + 2)
    const isQuick = home.every((at) => [alone[at], crowded[at]].every((times) => times !== undefined && times.percentile(50) <= 50 && times.percentile(95) <= 150))
    const isLight = await printWeights(pages.filter((page) => page !== bare))
    for (const line of stage.faults.slice(0, 3)) console.log(`  log: ${line.slice(0, 600)}`)
    console.log(`\nPF-11: home and list p50 ≤ 50, p95 ≤ 150 ms: ${verdict(isQuick)}; every page ≤ 60 KB, nothing from a third party: ${verdict(isLight)}`)
  })
}

async function pagesOf(stage: Stage): Promise<Page[]> {
  const base = await stage.startWeb()
  const clerk = await aClerkAtWork(stage, base)
  const visitor = new Browser(base, '10.0.0.2')
  return [
    { name: 'empty page (yardstick)', path: empty, browser: visitor }, { name: 'login', path: '/login', browser: visitor },
    { name: 'home', path: '/', browser: clerk }, { name: 'list', path: '/ledger/trial-balance', browser: clerk },
  ]
}

async function timesOf({ path, browser }: Page, requests: number, atOnce: number): Promise<Times> {
  const times = new Times()
  let left = requests
  const one = async () => {
    while (left > 0) {
      left -= 1
      const answer = await browser.get(path)
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status} ${answer.location}`)
      times.add(answer.ms)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return times
}

function printTimes(heading: string, pages: readonly Page[], times: readonly Times[]): void {
  const yardstick = times[0]?.percentile(50) ?? Number.NaN
  printLines(heading, pages.map((page, at) => {
    const taken = times[at] ?? new Times()
    return [`${page.name} ${page.path}`, `${taken.toString().padEnd(52)} ${(taken.percentile(50) / yardstick).toFixed(1)} × the yardstick`]
  }))
}

async function printWeights(pages: readonly Page[]): Promise<boolean> {
  let isLight = true
  for (const { name, path, browser } of pages) {
    const { items, total, foreign } = await weigh(browser, path)
    isLight &&= total <= most && foreign.length === 0
    printLines(`${name} ${path}: bytes at the first visit, compressed`, [
      ...items.map((item) => [item.path, item.bytes] as const), ['total', `${total.toLocaleString('en')} of ${most.toLocaleString('en')} (${ms((100 * total) / most)} %)`], ['from a third party', foreign.length],
    ])
  }
  return isLight
}
