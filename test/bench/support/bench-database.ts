// The stage's database as the helpers of the tests want it, at the hour it really is.
import { fixedClock, systemClock } from '../../../src/platform/clock.ts'
import { connect } from '../../../src/platform/database/connection.ts'
import { Database } from '../../../src/platform/database/work.ts'
import { type TestDatabase } from '../../support/database.ts'
import { type Stage } from './stage.ts'

export interface BenchDatabase extends TestDatabase {
  close(): Promise<void>
}

export function benchDatabase(stage: Stage, pool: number): BenchDatabase {
  const app = connect({ url: stage.databaseUrl, pool, role: 'laas_app' })
  const clock = fixedClock(systemClock.now())
  return { url: stage.databaseUrl, owner: stage.owner, database: new Database(app, clock), clock, close: () => app.destroy() }
}
