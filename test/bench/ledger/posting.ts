// PF-2 and PF-3: vouchers of four lines through `postVoucher`, by so many callers, over many offices or in one.
import pg from 'pg'
import { creditEach, debit, postVoucher, rules, type Slot, type SlotAmount } from '../../../src/ledger/index.ts'
import { ownOrigin, type Officer } from '../../../src/platform/database/work.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht, plus, type Money } from '../../../src/platform/money.ts'
import { ms, printLines, verdict } from '../support/figures.ts'
import { asFastAsTheyCan, byTheClock, median, type Pace, type Served } from '../support/load.ts'
import { bank, cash, type BenchOffice } from './book.ts'
import { officerOf, serverTime, type KeptBook } from './kept-book.ts'
import { layYardstick, yardstick } from './yardstick.ts'

interface Taken {
  readonly slots: { readonly bank: Slot; readonly cash: Slot }
  readonly amounts: { readonly banked: Money; readonly kept: Money }
  readonly lists: { readonly revenues: readonly SlotAmount[] }
}

const takings = rules<{ 'bench.taken': Taken }>({
  'bench.taken': { lines: [debit('bank').of('banked'), debit('cash').of('kept'), creditEach('revenues')] },
})

const incomes = ['4401010104.001', '4401010103.001', '4401030106.001', '4401040199.001']
const day = calendarDate('2026-11-10')

export interface PostingPlan {
  readonly name: string
  readonly callers: number
  readonly seconds: number
  readonly rounds: number
  /** What is offered by the clock, as a part of the most that was reached. */
  readonly load: number
  /** Vouchers a second that are wanted, and what part of the yardstick. */
  readonly wanted: { readonly perSecond: number; readonly part: number }
}

interface Measured {
  readonly pace: Pace
  /** Processor time of the database's sessions for each, in microseconds. */
  readonly server: number
}

/** Yardstick and posting in turns, because a shared machine changes its speed by the minute; the middle of the rounds counts. */
export async function benchPosting(book: KeptBook, offices: readonly BenchOffice[], plan: PostingPlan): Promise<void> {
  await layYardstick(book.owner)
  const pool = new pg.Pool({ connectionString: book.url, max: plan.callers })
  const ways = [inTurn(offices, yardstick(pool, incomes)), inTurn(offices, poster(book, offices))] as const
  const rounds: [Measured, Measured][] = []
  try {
    for (const way of ways) await asFastAsTheyCan(way, { ...plan, seconds: 2 })
    for (let round = 0; round < plan.rounds; round += 1) rounds.push([await measure(book, ways[0], plan), await measure(book, ways[1], plan)])
    const most = median(rounds.map(([, { pace }]) => pace.perSecond))
    print(plan, { offices: offices.length, rounds, clock: await byTheClock(ways[1], { rate: Math.max(1, Math.floor(most * plan.load)), seconds: plan.seconds * 2 }) })
  } finally {
    await pool.end()
  }
}

function inTurn(offices: readonly BenchOffice[], use: (office: BenchOffice, turn: number) => Promise<unknown>): () => Promise<unknown> {
  let turn = 0
  return () => {
    turn += 1
    const office = offices[(turn * 7) % offices.length]
    return office ? use(office, turn) : Promise.reject(new Error('no office to post in'))
  }
}

function poster({ database }: KeptBook, offices: readonly BenchOffice[]): (office: BenchOffice, turn: number) => Promise<unknown> {
  const officers = new Map<string, Officer>(offices.map((office) => [office.organisationId, officerOf(office)]))
  const first = Date.now() * 1000
  return async (office, turn) => {
    const officer = officers.get(office.organisationId)
    if (!officer) throw new Error('no officer')
    const [banked, kept] = [baht(`${100 + (turn % 900)}.25`), baht(`${50 + (turn % 77)}.50`)]
    await database.work(officer, ownOrigin, (work) => postVoucher(work, {
      rules: takings, event: 'bench.taken', type: 'JV', documentDate: day, source: { kind: 'remittance-summary', id: String(first + turn) },
      description: 'ใบผ่านรายการทดสอบความเร็ว', preparedBy: office.makerId, facts: {
        slots: { bank: { accountCode: bank, bankAccountId: office.bank }, cash: { accountCode: cash } }, amounts: { banked, kept: plus(kept, kept) },
        lists: { revenues: [{ accountCode: incomes[turn % 4] ?? '', amount: banked }, { accountCode: incomes[(turn + 1) % 4] ?? '', amount: plus(kept, kept) }] },
      },
    }))
  }
}

async function measure({ owner }: KeptBook, way: () => Promise<unknown>, plan: PostingPlan): Promise<Measured> {
  await asFastAsTheyCan(way, { ...plan, seconds: 0.5 })
  const before = await serverTime(owner)
  const pace = await asFastAsTheyCan(way, plan)
  return { pace, server: (await serverTime(owner) - before) / pace.times.count }
}

interface Found {
  readonly offices: number
  readonly rounds: readonly (readonly [Measured, Measured])[]
  readonly clock: Served
}

function print(plan: PostingPlan, { offices, rounds, clock }: Found): void {
  const [bare, ours] = [0, 1].map((at) => rounds.flatMap((round) => round[at] ?? []))
  const line = (all: readonly Measured[] = []) => {
    const middle = (of: (one: Measured) => number) => median(all.map(of))
    return `${middle(({ pace }) => pace.perSecond).toFixed(0)}/s · p50 ${ms(middle(({ pace }) => pace.times.percentile(50)))} · p95 ${ms(middle(({ pace }) => pace.times.percentile(95)))} ms · `
      + `processor time each: database ${middle(({ server }) => server).toFixed(0)}, Node ${middle(({ pace }) => pace.own).toFixed(0)} µs`
  }
  const ratio = median(rounds.map(([one, other]) => other.pace.perSecond / one.pace.perSecond))
  const most = median((ours ?? []).map(({ pace }) => pace.perSecond))
  printLines(`${plan.name}: ${plan.callers} callers, ${offices} office(s), vouchers of four lines, ${plan.rounds} rounds of ${plan.seconds} s`, [
    ['yardstick: one SQL function, bare tables', line(bare)], ['postVoucher, as fast as they can', line(ours)], ['postVoucher : yardstick', `${(100 * ratio).toFixed(0)} %`],
    [`by the clock, ${(100 * plan.load).toFixed(0)} % of that`, `offered ${clock.offered} = served ${clock.served} + refused ${clock.refused} + failed ${clock.failed}`],
    ['  from when they were due', clock.times.toString()],
  ])
  for (const reason of clock.reasons) console.log(`  failed: ${reason.slice(0, 300)}`)
  console.log(`\n${plan.name}: ≥ ${plan.wanted.perSecond.toLocaleString('en')}/s: ${verdict(most >= plan.wanted.perSecond)}; ≥ ${100 * plan.wanted.part} % of the yardstick: ${verdict(ratio >= plan.wanted.part)}`)
}
