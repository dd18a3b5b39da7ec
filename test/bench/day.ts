// The day of many offices at once: one act in five is a receipt at the counter, one in five a claim handed in, three are somebody looking something up. Open loop.
import { cpus } from 'node:os'
import { bangkokDateOf, calendarDate, fiscalYearOf } from '../../src/platform/dates.ts'
import { Unavailable } from '../../src/platform/errors.ts'
import { anEnactedBudget } from '../budget/world.ts'
import { aPayee, aSpendingOffice } from '../expenditure/world.ts'
import { waste } from '../receipts/lao.ts'
import { aPerson } from '../receipts/school.ts'
import { organisation } from '../support/world.ts'
import { benchDatabase, type BenchDatabase } from './support/bench-database.ts'
import { tokenOf, type Answer, type Browser } from './support/browser.ts'
import { ms, printLines, Times, verdict } from './support/figures.ts'
import { asFastAsTheyCan, byTheClock, type Pace, type Served } from './support/load.ts'
import { type Options } from './support/options.ts'
import { signedIn } from './support/signed-in.ts'
import { onStage } from './support/stage.ts'

interface Office {
  readonly collector: Browser
  readonly clerk: Browser
  readonly head: Browser
  readonly departmentId: string
  /** Today as a form has it. */
  readonly day: string
}

type Kind = 'receipt' | 'claim' | 'reading'

/** What the head looks up, in turn. */
const pages = ['/', '/receipts/receipts', '/expenditure/claims', '/ledger/trial-balance', '/budget/lines'] as const
/** Nothing but the frame, through the same pipeline. */
const empty = '/about/contact'
const mix: readonly Kind[] = ['receipt', 'reading', 'claim', 'reading', 'reading']

export async function benchDay(options: Options): Promise<void> {
  const plan = { offices: options.number('offices', 20), callers: options.number('callers', 8), seconds: options.number('seconds', 30), rate: options.number('rate', 0), load: options.number('load', 70), webs: options.number('webs', 1) }
  await onStage({}, async (stage) => {
    const db = benchDatabase(stage, plan.callers)
    const bases: string[] = []
    for (let one = 0; one < plan.webs; one += 1) bases.push(await stage.startWeb())
    const day = new Day(await arrange(db, { ...plan, bases }))
    await stage.owner.raw('ANALYZE')
    await asFastAsTheyCan(() => day.act(), { callers: 1, seconds: 2 })
    const yardstick = await asFastAsTheyCan(() => day.emptyPage(), { callers: plan.callers, seconds: plan.seconds / 3 })
    const most = await asFastAsTheyCan(() => day.act(), { callers: plan.callers, seconds: plan.seconds / 3 })
    const rate = plan.rate || (most.perSecond * plan.load) / 100
    day.times.clear()
    const served = await byTheClock(() => day.act(), { rate, seconds: plan.seconds })
    const made = await countMade(stage.owner)
    await db.close()
    print({ ...plan, rate }, { yardstick, most, served, times: day.times, made, faults: stage.faults })
  })
}

/** Who does what next, office after office. */
class Day {
  readonly times = new Map<Kind, Times>()
  readonly #offices: readonly Office[]
  #next = 0

  constructor(offices: readonly Office[]) {
    this.#offices = offices
  }

  async act(): Promise<void> {
    const turn = this.#next
    this.#next += 1
    const [kind, office] = [mix[turn % mix.length] ?? 'reading', this.#offices[Math.floor(turn / mix.length) % this.#offices.length]]
    if (!office) throw new RangeError('no office')
    const since = performance.now()
    if (kind === 'receipt') await issueReceipt(office, turn)
    if (kind === 'claim') await handInClaim(office, turn)
    if (kind === 'reading') seen(await office.head.get(pages[turn % pages.length] ?? '/'))
    const times = this.times.get(kind) ?? new Times()
    times.add(performance.now() - since)
    this.times.set(kind, times)
  }

  async emptyPage(): Promise<void> {
    const office = this.#offices[this.#next % this.#offices.length]
    this.#next += 1
    if (office) seen(await office.head.get(empty))
  }
}

/** The form, the press, and the page that follows. */
async function issueReceipt({ collector }: Office, turn: number): Promise<void> {
  const form = seen(await collector.get('/receipts/counter'))
  await pressed(collector, '/receipts/counter', {
    ...oneTimeFields(form), payerKind: 'person', payer: `ผู้ชำระ ${turn}`, payerNumber: '', payerAddress: '', remark: '', 'lines.0.incomeCode': waste, 'lines.0.description': '', 'lines.0.amount': '120.00',
  })
}

async function handInClaim({ clerk, departmentId, day }: Office, turn: number): Promise<void> {
  const address = '/expenditure/claims/new'
  const form = seen(await clerk.get(`${address}?kind=C1`))
  await pressed(clerk, address, {
    ...oneTimeFields(form), kind: 'C1', department: departmentId, documentDate: day, payee: 'บริษัท วัสดุดี จำกัด', title: `ค่าใช้จ่าย ${turn}`, vat: 'none', then: 'submit', 'lines.0.line': '1', 'lines.0.amount': '1.25',
  })
}

function oneTimeFields(html: string): Record<string, string> {
  return { _csrf: tokenOf(html), formKey: /name="formKey" value="([^"]+)"/.exec(html)?.[1] ?? '' }
}

async function pressed(browser: Browser, address: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const answer = await browser.post(address, fields)
  if (answer.status === 503) throw new Unavailable(address)
  if (answer.status !== 303) throw new Error(`${address} answers ${answer.status}`)
  seen(await browser.get(answer.location))
}

/** The page; nothing else will do. */
function seen(answer: Answer): string {
  if (answer.status === 503) throw new Unavailable('busy')
  if (answer.status !== 200) throw new Error(`a page answers ${answer.status} ${answer.location}`)
  return answer.text
}

async function arrange(db: BenchDatabase, { offices, bases }: { readonly offices: number; readonly bases: readonly string[] }): Promise<Office[]> {
  const today = bangkokDateOf(db.clock.now())
  const codes: string[] = await db.owner('organisations').where({ lao_kind: 'SUBDISTRICT_MUNI' }).orderBy('code').limit(offices).pluck('code')
  const made: Office[] = []
  for (const [index, code] of codes.entries()) {
    const office = await aSpendingOffice(db, { code, year: fiscalYearOf(calendarDate(today)) })
    await anEnactedBudget(office, [{ code: '5330100', amount: '90000000.00', title: 'วัสดุสำนักงาน' }])
    await aPayee(office, 'บริษัท วัสดุดี จำกัด', 'juristic')
    const base = bases[index % bases.length] ?? ''
    const collector = await aPerson(db, await organisation(db, code), ['LAO_REVENUE'])
    made.push({
      collector: await signedIn(db, collector, base), clerk: await signedIn(db, office.preparer, base), head: await signedIn(db, office.head, base), departmentId: office.departmentId,
      day: `${today.slice(8)}/${today.slice(5, 7)}/${Number(today.slice(0, 4)) + 543}`,
    })
  }
  return made
}

interface Made {
  readonly receipts: number
  readonly claims: number
}

async function countMade(owner: BenchDatabase['owner']): Promise<Made> {
  const of = async (table: string) => Number((await owner(table).whereNotNull('number').count({ n: '*' }).first())?.n ?? 0)
  return { receipts: await of('receipts'), claims: await of('claims') }
}

interface Outcome {
  readonly yardstick: Pace
  readonly most: Pace
  readonly served: Served
  readonly times: ReadonlyMap<Kind, Times>
  readonly made: Made
  readonly faults: readonly string[]
}

/** Of one act: a receipt or a claim is three requests, looking up is one. */
const requestsPerAct = 1.8

function print(plan: { readonly offices: number; readonly callers: number; readonly seconds: number; readonly rate: number; readonly webs: number }, { yardstick, most, served, times, made, faults }: Outcome): void {
  const requests = most.perSecond * requestsPerAct
  printLines(`day: ${plan.offices} offices, ${plan.webs} web process(es), ${cpus().length} cores; of five acts one receipt, one claim handed in, three pages looked up`, [
    ['yardstick: empty page, as fast as they can', `${yardstick.perSecond.toFixed(0)}/s · ${yardstick.times.toString()}`],
    ['the mix, as fast as they can', `${most.perSecond.toFixed(0)} acts/s = ${requests.toFixed(0)} requests/s · ${most.times.toString()}`],
    ['requests : empty pages', `${((100 * requests) / yardstick.perSecond).toFixed(0)} %`],
    [`by the clock, ${plan.rate.toFixed(0)} acts/s for ${plan.seconds} s: offered`, served.offered], ['  served · refused (503) · failed', `${served.served} · ${served.refused} · ${served.failed}`],
    ['  from when it was due', served.times.toString()],
    ...(['receipt', 'claim', 'reading'] as const).map((kind) => [`  ${kind}, from when it was begun`, (times.get(kind) ?? new Times()).toString()] as const),
    ['receipts, claims with a number', `${made.receipts}, ${made.claims}`], ['faults in the logs', faults.length],
  ])
  for (const reason of served.reasons) console.log(`  failed: ${reason}`)
  for (const line of faults.slice(0, 3)) console.log(`  log: ${line.slice(0, 600)}`)
  console.log(`\nnothing refused or failed: ${verdict(served.refused + served.failed === 0)}; pages looked up p95 ≤ 150 ms: ${verdict((times.get('reading') ?? new Times()).percentile(95) <= 150)} (${ms((times.get('reading') ?? new Times()).percentile(95))} ms)`)
}
