// PF-8, the storm of half past eight: arrivals by the clock, whether or not those before have been served (open loop).
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { arrive, Tally, type Town } from './support/arrival.ts'
import { makeCrowd, type Clerk } from './support/crowd.ts'
import { ms, printLines, verdict } from './support/figures.ts'
import { openLetterBox } from './support/letter-box.ts'
import { type Options } from './support/options.ts'
import { onStage, type Stage } from './support/stage.ts'
import { passwordsPerSecond } from './support/yardsticks.ts'

interface Plan {
  readonly rate: number
  readonly seconds: number
  /** Percent of the arrivals whose browser is new: a code by mail is asked for. */
  readonly newBrowsers: number
  readonly webs: number
  /** Password checks at once in each web process. */
  readonly concurrency: number
  readonly reloads: number
  readonly patience: number
}

export async function benchSignIn(options: Options): Promise<void> {
  const plan: Plan = {
    rate: options.number('rate', 50), seconds: options.number('seconds', 60), newBrowsers: options.number('new-browsers', 20), webs: options.number('webs', 1),
    concurrency: options.number('concurrency', 2), reloads: options.number('reloads', 2), patience: options.number('patience', 120),
  }
  await onStage({ PASSWORD_CONCURRENCY: String(plan.concurrency) }, (stage) => storm(stage, plan))
}

async function storm(stage: Stage, plan: Plan): Promise<void> {
  const clerks = await makeCrowd(stage.owner, Math.ceil(plan.rate * plan.seconds) + warmUp, plan.newBrowsers)
  const yardstick = await passwordsPerSecond(plan.concurrency * plan.webs, 5)
  const bases = await startAll(stage, plan.webs)
  const letterBox = openLetterBox(stage.owner)
  const townFor = (tally: Tally) => (index: number): Town => ({ base: bases[index % bases.length] ?? '', letterBox, tally, reloads: plan.reloads, withinSeconds: 20 })
  await come(clerks.slice(0, warmUp), 5, townFor(new Tally()))
  const tally = new Tally()
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const cpuBefore = process.cpuUsage()
  const lines = watchLine(stage, tally)
  const begun = performance.now()
  const arrivals = come(clerks.slice(warmUp), plan.rate, townFor(tally))
  await Promise.race([arrivals, wait((plan.seconds + plan.patience) * 1000, undefined, { ref: false })])
  const took = (performance.now() - begun) / 1000
  letterBox.stop()
  print(plan, { tally, yardstick, servedIn: (tally.lastServed - begun) / 1000, busy: cpuShare(cpuBefore, took), lagMs: delay.percentile(99) / 1e6, longestLine: lines(), faults: stage.faults })
}

const warmUp = 20

async function startAll(stage: Stage, howMany: number): Promise<string[]> {
  const bases: string[] = []
  for (let one = 0; one < howMany; one += 1) bases.push(await stage.startWeb())
  await stage.startWorker()
  await wait(1500)
  return bases
}

/** The k-th person comes at k/rate seconds; a late generator sends those who are due at once, and their waiting counts from when they were due. */
async function come(clerks: readonly Clerk[], rate: number, townOf: (index: number) => Town): Promise<void> {
  const begun = performance.now()
  const under: Promise<void>[] = []
  for (const [index, clerk] of clerks.entries()) {
    const scheduled = begun + (index / rate) * 1000
    const early = scheduled - performance.now()
    if (early > 1) await wait(early)
    under.push(arrive(townOf(index), clerk, scheduled))
  }
  await Promise.all(under)
}

/** The length of the line as the table of tickets shows it, once a second; answers the longest. Every ten seconds a word to who watches. */
function watchLine(stage: Stage, { counts }: Tally): () => number {
  let [longest, seconds] = [0, 0]
  const look = async () => {
    const row = await stage.owner('sign_in_tickets').whereNull('admitted_at').count({ n: '*' }).first()
    longest = Math.max(longest, Number(row?.n ?? 0))
    seconds += 1
    if (seconds % 10 === 0) console.log(`${String(seconds).padStart(4)} s: offered ${counts.offered}, served ${counts.served}, refused ${counts.refused}, failed ${counts.failed}, in line ${row?.n}`)
  }
  const timer = setInterval(() => { look().catch(() => undefined) }, 1000)
  return () => { clearInterval(timer); return longest }
}

function cpuShare(before: NodeJS.CpuUsage, seconds: number): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6 / seconds
}

interface Outcome {
  readonly tally: Tally
  readonly yardstick: number
  /** Seconds from the first arrival to the last home page. */
  readonly servedIn: number
  readonly busy: number
  readonly lagMs: number
  readonly longestLine: number
  readonly faults: readonly string[]
}

function print(plan: Plan, { tally, yardstick, servedIn, busy, lagMs, longestLine, faults }: Outcome): void {
  const { counts } = tally
  const stillOut = counts.offered - counts.served - counts.refused - counts.failed
  const rate = counts.served / servedIn
  printLines(`sign-in: ${plan.rate} arrivals/s for ${plan.seconds} s, open loop; ${plan.newBrowsers} % need a code; ${plan.webs} web process(es) × ${plan.concurrency} password checks`, [
    ['offered', counts.offered], ['served (home reached)', counts.served], ['  queued on the way', `${counts.queued.toLocaleString('en')}, of these more than once ${counts.queuedAgain}`],
    ['refused (503)', counts.refused], ['failed', counts.failed], ['not through when the run ended', stillOut],
    ['', ''],
    ['sign-in, everyone', tally.signIn.toString()], ['sign-in, straight through', tally.direct.toString()], ['sign-in, with a code by mail', tally.byCode.toString()],
    ['waiting in line', tally.waits.toString()], ['longest line, furthest place told', `${longestLine}, ${counts.furthestPlace}`], ['looks without a place told', counts.untold], ['looks at which the place had grown', `${counts.grown}${counts.grown > 0 ? `, by ${counts.grownMost} at most` : ''}`],
    ['login page', tally.loginPage.toString()], ['home page of those already in', `${tally.home.toString()}, failed ${counts.homeFailed}`],
    ['', ''],
    ['served per second', `${rate.toFixed(1)} over ${servedIn.toFixed(0)} s`], ['yardstick: bare argon2/s', yardstick.toFixed(1)], ['served : argon2', `${((100 * rate) / yardstick).toFixed(0)} %`],
    ['load generator', `event loop late by p99 ${ms(lagMs)} ms; ${(100 * busy).toFixed(0)} % of one core`], ['faults in the logs', faults.length],
  ])
  for (const [reason, times] of [...tally.reasons].slice(0, 3)) console.log(`  failed ${times} ×: ${reason}`)
  for (const line of faults.slice(0, 3)) console.log(`  log: ${line.slice(0, 600)}`)
  const isOrderly = counts.failed + counts.homeFailed + counts.refused + counts.untold === 0
  console.log(`\nPF-8: no error, everyone told their place: ${verdict(isOrderly)}; home page p95 ≤ 300 ms: ${verdict(tally.home.percentile(95) <= 300)}`)
}
