// The database the ledger is measured in: durable, of its own, on this machine alone, and kept from run to run, because its book takes minutes to make.
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Knex } from 'knex'
import { startEmbeddedPostgres } from '../../../src/development/embedded-postgres.ts'
import { fixedClock } from '../../../src/platform/clock.ts'
import { connect } from '../../../src/platform/database/connection.ts'
import { migrate, seedReference } from '../../../src/platform/database/migrations.ts'
import { Database, type Officer } from '../../../src/platform/database/work.ts'
import { instant } from '../../../src/platform/dates.ts'
import { projectFolder } from '../../../src/platform/project-folder.ts'
import { findBenchOffices, makeBook, type BenchOffice, type BookPlan, type Told } from './book.ts'

export interface KeptBook {
  readonly url: string
  readonly owner: Knex
  /** As the application sees it. */
  readonly database: Database
  readonly offices: readonly BenchOffice[]
}

/** A working day of the year after the one that is full. */
const now = instant('2026-11-20T05:00:00.000Z')

export async function withKeptBook(plan: BookPlan & { folder: string; callers: number }, use: (book: KeptBook) => Promise<void>): Promise<void> {
  const folder = resolve(projectFolder, plan.folder, `ledger-${plan.lines}-${plan.offices}`)
  const server = await startEmbeddedPostgres({ folder, durable: true })
  const owner = connect({ url: server.url, pool: 4 })
  const app = connect({ url: server.url, pool: plan.callers, role: 'laas_app' })
  const leave = async () => {
    await Promise.all([owner.destroy(), app.destroy()])
    await server.stop()
  }
  process.once('SIGINT', () => { leave().finally(() => process.exit(130)) })
  process.once('SIGTERM', () => { leave().finally(() => process.exit(143)) })
  try {
    console.log(`book in ${join(plan.folder, `ledger-${plan.lines}-${plan.offices}`)}${server.adopted ? ' (server found running)' : ''}`)
    await prepare(owner, plan)
    await use({ url: server.url, owner, database: new Database(app, fixedClock(now)), offices: await findBenchOffices(owner) })
  } finally {
    await leave()
  }
}

/** A checkpoint makes every page whole in the log once more: fewer of them, as a server of this size would be set up. */
async function prepare(owner: Knex, plan: BookPlan): Promise<void> {
  await owner.raw(`ALTER SYSTEM SET max_wal_size = '8GB'`)
  await owner.raw('SELECT pg_reload_conf()')
  await migrate(owner)
  await seedReference(owner)
  const begun = performance.now()
  const made = await makeBook(owner, plan, progress(begun))
  if (made > 0) console.log(`  ${made} offices filled in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  await owner.raw('CHECKPOINT')
}

function progress(begun: number): (told: Told) => void {
  let last = begun
  return ({ offices, ofOffices, vouchers, ofVouchers }) => {
    if (performance.now() - last < 5000) return
    last = performance.now()
    const seconds = (last - begun) / 1000
    const left = (seconds * (ofVouchers - vouchers)) / vouchers
    console.log(`  ${(4 * vouchers).toLocaleString('en')} of ${(4 * ofVouchers).toLocaleString('en')} lines, ${offices} of ${ofOffices} offices; about ${left.toFixed(0)} s left`)
  }
}

export function officerOf({ organisationId, headId }: BenchOffice): Officer {
  return {
    kind: 'officer', userId: headId, sessionId: '0', username: 'bench', name: '', position: '', organisationId, organisationName: '', organisationKind: 'LAO', scope: 'lao', provinceCode: '11',
    permissions: new Set(['account.journal:approve', 'account.report:view']), provisional: false, provenAt: now, proofSeconds: 600, idle: { seconds: 1800, warnSeconds: 150 },
  }
}

/** Processor time that the sessions of this server have used so far, in microseconds. Linux only; NaN elsewhere. */
export async function serverTime(owner: Knex): Promise<number> {
  const { rows } = await owner.raw<{ rows: { pid: number }[] }>(`SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'`)
  const used = await Promise.all(rows.map(({ pid }) => readFile(`/proc/${pid}/schedstat`, 'utf8').then((text) => Number(text.split(' ', 1)[0]) / 1000, () => Number.NaN)))
  return used.reduce((one, other) => one + other, 0)
}
