// npm run simulate -- [--seed N] [--days D] [--steps S]: a municipality-year as the seed has it (REL-8). Ends with 1 and the seed when anything does not stand.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../src/development/embedded-postgres.ts'
import { fixedClock } from '../../src/platform/clock.ts'
import { instant } from '../../src/platform/dates.ts'
import { connect } from '../../src/platform/database/connection.ts'
import { migrate, seedReference } from '../../src/platform/database/migrations.ts'
import { Database } from '../../src/platform/database/work.ts'
import { readOptions } from '../bench/support/options.ts'
import { simulate } from './simulation.ts'

const options = readOptions(process.argv.slice(2))
const plan = { seed: options.number('seed', Math.floor(Math.random() * 1_000_000)), days: options.number('days', 365), steps: options.number('steps', 25) }
const folder = mkdtempSync(join(tmpdir(), 'laas-simulation-'))
const server = await startEmbeddedPostgres({ folder, durable: false })
const owner = connect({ url: server.url, pool: 4 })
const app = connect({ url: server.url, pool: 8, role: 'laas_app' })
const clock = fixedClock(instant('2026-10-01T01:30:00.000Z'))
try {
  console.log(`seed ${plan.seed}: ${plan.days} days of ${plan.steps} presses`)
  await migrate(owner)
  await seedReference(owner)
  const { done, refused, cut, vouchers, counts } = await simulate({ url: server.url, owner, database: new Database(app, clock), clock }, { ...plan, tell: (line) => { console.log(line) } })
  for (const [what, often] of [...counts].sort(([, one], [, other]) => other - one)) console.log(`${String(often).padStart(6)}  ${what}`)
  console.log(`seed ${plan.seed}: ${done} done, ${refused} refused, ${cut} cut, ${vouchers} vouchers; everything stood after every step`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await Promise.all([owner.destroy(), app.destroy()])
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
