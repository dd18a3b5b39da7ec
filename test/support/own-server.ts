// A PostgreSQL server of one test alone, durable, which may be killed and started again at the same address.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { startEmbeddedPostgres } from '../../src/development/embedded-postgres.ts'
import { fixedClock } from '../../src/platform/clock.ts'
import { connect } from '../../src/platform/database/connection.ts'
import { migrate, seedReference } from '../../src/platform/database/migrations.ts'
import { Database } from '../../src/platform/database/work.ts'
import { testNow, type TestDatabase } from './database.ts'

export interface OwnServer extends TestDatabase {
  /** SIGKILL to the server's first process: nothing is written down any more, nobody is told goodbye. */
  kill(): Promise<void>
  /** Comes back with the same folder, at the same address. */
  restart(): Promise<void>
  /** Resolves when it has come back; at once while it runs. */
  running(): Promise<void>
}

export async function ownServer(): Promise<OwnServer> {
  const folder = await mkdtemp(join(tmpdir(), 'laas-test-killed-'))
  let running = Promise.resolve()
  let comeBack = (): void => undefined
  let server = await startEmbeddedPostgres({ folder, durable: true })
  const { url } = server
  const owner = connect({ url, pool: 4 })
  const app = connect({ url, pool: 8, role: 'laas_app' })
  const clock = fixedClock(testNow)
  afterAll(async () => {
    await Promise.all([owner.destroy(), app.destroy()])
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })
  await migrate(owner)
  await seedReference(owner)
  return {
    url, owner, clock, database: new Database(app, clock),
    kill: async () => {
      const [pid] = (await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')
      running = new Promise((resolve) => { comeBack = resolve })
      process.kill(Number(pid), 'SIGKILL')
    },
    restart: async () => {
      server = await startEmbeddedPostgres({ folder, durable: true, port: Number(new URL(url).port) })
      comeBack()
    },
    running: () => running,
  }
}
