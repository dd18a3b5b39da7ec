// A database of its own for a test file, with reference data and nothing else.
import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { type Knex } from 'knex'
import { connect } from '../../src/platform/database/connection.ts'
import { Database } from '../../src/platform/database/work.ts'
import { fixedClock, type FixedClock } from '../../src/platform/clock.ts'
import { instant } from '../../src/platform/dates.ts'

export interface TestDatabase {
  readonly url: string
  /** As the owner, past all fences: for arranging and for looking behind the scenes. */
  readonly owner: Knex
  /** As the application sees it. */
  readonly database: Database
  readonly clock: FixedClock
}

/** Noon in Bangkok on a working day of fiscal year 2570. */
export const testNow = instant('2026-11-20T05:00:00.000Z')

export async function testDatabase(now = testNow): Promise<TestDatabase> {
  const base = inject('databaseUrl')
  const name = `laas_${randomBytes(6).toString('hex')}`
  const maker = connect({ url: base, pool: 1 })
  await maker.raw(`CREATE DATABASE ${name} TEMPLATE laas_template STRATEGY WAL_LOG`)
  await maker.raw(`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`) // rights on the template itself are not copied (migration 0021)
  const url = new URL(base)
  url.pathname = `/${name}`
  const owner = connect({ url: url.href, pool: 4 })
  const app = connect({ url: url.href, pool: 12, role: 'laas_app' })
  const clock = fixedClock(now)
  afterAll(async () => {
    await Promise.all([owner.destroy(), app.destroy()])
    await maker.raw(`DROP DATABASE ${name} WITH (FORCE)`)
    await maker.destroy()
  })
  return { url: url.href, owner, database: new Database(app, clock), clock }
}

/** Without a single table: for whoever migrates it. Its owner, and its address. */
export async function emptyDatabase(): Promise<{ owner: Knex; url: string }> {
  const maker = connect({ url: inject('databaseUrl'), pool: 1 })
  const name = `laas_${randomBytes(6).toString('hex')}`
  await maker.raw(`CREATE DATABASE ${name}`)
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  const owner = connect({ url: url.href, pool: 2 })
  afterAll(async () => {
    await owner.destroy()
    await maker.raw(`DROP DATABASE ${name} WITH (FORCE)`)
    await maker.destroy()
  })
  return { owner, url: url.href }
}
