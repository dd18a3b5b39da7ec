// PF-1: posting a voucher through the whole application. The approver presses อนุมัติ: session, anti-forgery token, validation, the gate, and the page that follows.
import { cpus } from 'node:os'
import { approveJournal, createJournal, submitJournal } from '../../src/ledger/journal/journal.service.ts'
import { journalBooks } from '../../src/ledger/journal/journal.ts'
import { approveClaim } from '../../src/expenditure/claim-step/claim-step.service.ts'
import { openFiscalYear } from '../../src/ledger/index.ts'
import { type OfficerWork } from '../../src/platform/database/work.ts'
import { bangkokDateOf, fiscalYearOf } from '../../src/platform/dates.ts'
import { anEnactedBudget } from '../budget/world.ts'
import { aPayee, aSpendingOffice, checked, claimNow, drafted, endorsed, lineOf, submitted } from '../expenditure/world.ts'
import { cash, form, supplies } from '../ledger/journal/accounting.ts'
import { aPerson, type Person } from '../receipts/school.ts'
import { type TestDatabase } from '../support/database.ts'
import { aLao } from '../support/world.ts'
import { benchDatabase } from './support/bench-database.ts'
import { tokenOf, type Browser } from './support/browser.ts'
import { ms, printLines, Times, verdict } from './support/figures.ts'
import { type Options } from './support/options.ts'
import { signedIn } from './support/signed-in.ts'
import { onStage, type Stage } from './support/stage.ts'

/** Waits for the approver, whose word posts it. */
interface Waiting {
  readonly address: string
  readonly version: number
  /** On the page after it. */
  readonly number: RegExp
  readonly head: Person
  /** The same at the service. */
  approve(work: OfficerWork): Promise<void>
  readonly browser: Browser
  readonly csrf: string
}

export async function benchPostHttp(options: Options): Promise<void> {
  const plan = { document: options.text('document', 'journal'), vouchers: options.number('vouchers', 2000), offices: options.number('offices', 40), callers: options.number('callers', 8), webs: options.number('webs', 1) }
  await onStage({}, async (stage) => {
    const db = benchDatabase(stage, plan.callers)
    const bases: string[] = []
    for (let one = 0; one < plan.webs; one += 1) bases.push(await stage.startWeb())
    const waiting = await arrange(stage, db, { ...plan, bases })
    const half = Math.floor(waiting.length / 2)
    const yardstick = await inTurn(waiting.slice(half), plan.callers, ({ head, approve }) => head.work(approve))
    const posts = new Times()
    const whole = await inTurn(waiting.slice(0, half), plan.callers, (journal) => press(journal, posts))
    await db.close()
    print(plan, { yardstick, whole, posts, faults: stage.faults })
  })
}

interface Plan {
  /** journal, or claim: a checked ฎีกา becomes a debt. */
  readonly document: string
  readonly vouchers: number
  readonly offices: number
  readonly callers: number
  readonly webs: number
}

/** Journals of four lines that wait for their approvers, each of whom is signed in. */
async function arrange(stage: Stage, db: TestDatabase, plan: Plan & { bases: readonly string[] }): Promise<Waiting[]> {
  const fill = plan.document === 'claim' ? claimsOf : journalsOf
  const offices: Waiting[][] = []
  for (let one = 0; one < plan.offices; one += 1) {
    const base = plan.bases[one % plan.bases.length] ?? ''
    offices.push(await fill(db, base, Math.ceil((2 * plan.vouchers) / plan.offices)))
    if (one % 10 === 9) console.log(`  ${one + 1} of ${plan.offices} offices have their documents`)
  }
  await stage.owner.raw('ANALYZE')
  const most = Math.max(...offices.map((office) => office.length))
  return Array.from({ length: most }, (_, at) => offices.flatMap((office) => office[at] ?? [])).flat()
}

async function journalsOf(db: TestDatabase, base: string, journals: number): Promise<Waiting[]> {
  const lao = await aLao(db)
  const [maker, head] = [await aPerson(db, lao, ['LAO_ACCOUNT']), await aPerson(db, lao, ['LAO_FIN_HEAD'])]
  const date = bangkokDateOf(db.clock.now())
  await head.work((work) => openFiscalYear(work, fiscalYearOf(date)))
  const browser = await signedIn(db, head, base)
  const csrf = tokenOf((await browser.get('/')).text)
  const rows = [{ account: supplies, debit: '60.25' }, { account: supplies, debit: '39.75', memo: 'ส่วนที่สอง' }, { account: cash, credit: '99.00' }, { account: cash, credit: '1.00', memo: 'เศษ' }]
  const made: Waiting[] = []
  for (let one = 0; one < journals; one += 1) {
    const id = await maker.work(async (work) => {
      const draft = await createJournal(work, journalBooks.journal, form({ rows, date }))
      await submitJournal(work, { book: journalBooks.journal, id: draft }, 1)
      return draft
    })
    const place = { book: journalBooks.journal, id }
    made.push({ address: `/ledger/journals/${id}`, version: 2, number: /JV-[0-9]{5}/, head, browser, csrf, approve: (work) => approveJournal(work, place, 2) })
  }
  return made
}

/** Claims of one line on the budget, brought to the approver by the people it takes; his word sets up the debt (AP). */
async function claimsOf(db: TestDatabase, base: string, howMany: number): Promise<Waiting[]> {
  const date = bangkokDateOf(db.clock.now())
  const office = await aSpendingOffice(db, { year: fiscalYearOf(date) })
  const [line = ''] = await anEnactedBudget(office, [{ code: '5330100', amount: '90000000.00' }])
  const payeeId = await aPayee(office, 'บริษัท วัสดุดี จำกัด', 'juristic')
  const browser = await signedIn(db, office.head, base)
  const csrf = tokenOf((await browser.get('/')).text)
  const made: Waiting[] = []
  for (let one = 0; one < howMany; one += 1) {
    const draft = await drafted(office, { kind: 'C1', claimDate: date, title: `ค่าวัสดุ ${one}`, departmentId: office.departmentId, lines: [lineOf(line, '5104010104.001', '100.25')], origin: { kind: 'bench', id: String(one) }, payeeId })
    const id = await checked(office, await endorsed(office, await submitted(office, draft)))
    const { version } = await claimNow(office, id)
    made.push({ address: `/expenditure/claims/${id}`, version, number: /AP-[0-9]{5}/, head: office.head, browser, csrf, approve: (work) => approveClaim(work, id, version) })
  }
  return made
}

async function press({ address, version, number, browser, csrf }: Waiting, posts: Times): Promise<void> {
  const answer = await browser.post(`${address}/approve`, { _csrf: csrf, version: String(version) })
  posts.add(answer.ms)
  if (answer.status !== 303) throw new Error(`approving answers ${answer.status}`)
  const page = await browser.get(answer.location)
  if (page.status !== 200 || !number.test(page.text)) throw new Error(`the page after it answers ${page.status}`)
}

interface Pace {
  readonly times: Times
  readonly perSecond: number
}

async function inTurn(journals: readonly Waiting[], callers: number, use: (journal: Waiting) => Promise<unknown>): Promise<Pace> {
  const times = new Times()
  const queue = journals.values()
  const begun = performance.now()
  await Promise.all(Array.from({ length: callers }, async () => {
    for (const journal of queue) {
      const since = performance.now()
      await use(journal)
      times.add(performance.now() - since)
    }
  }))
  return { times, perSecond: (journals.length * 1000) / (performance.now() - begun) }
}

function print(plan: Plan, { yardstick, whole, posts, faults }: { yardstick: Pace; whole: Pace; posts: Times; faults: readonly string[] }): void {
  printLines(`post-http: ${plan.document}, ${plan.callers} callers, ${plan.offices} offices, ${plan.webs} web process(es), ${cpus().length} cores`, [
    ['posted through the whole application', `${whole.perSecond.toFixed(0)}/s`], ['  button to page shown', whole.times.toString()], ['  the button alone', posts.toString()],
    ['yardstick: the same approval at the service', `${yardstick.perSecond.toFixed(0)}/s · ${yardstick.times.toString()}`],
    ['application : service', `${((100 * whole.perSecond) / yardstick.perSecond).toFixed(0)} %`], ['faults in the logs', faults.length],
  ])
  for (const line of faults.slice(0, 3)) console.log(`  log: ${line.slice(0, 600)}`)
  console.log(`\nPF-1: ≥ 150/s: ${verdict(whole.perSecond >= 150)}; p95 ≤ 150 ms: ${verdict(whole.times.percentile(95) <= 150)} (p95 ${ms(whole.times.percentile(95))} ms)`)
}
