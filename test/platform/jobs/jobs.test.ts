import { describe, expect, it } from 'vitest'
import { ownOrigin, system } from '../../../src/platform/database/work.ts'
import { queueJob } from '../../../src/platform/jobs/jobs.repository.ts'
import { runNextJob } from '../../../src/platform/jobs/runner.ts'
import { makeLog } from '../../../src/platform/log.ts'
import { testDatabase } from '../../support/database.ts'

const db = await testDatabase()
const log = makeLog('silent')
const queue = (kind: string, payload: object = {}) => db.database.work(system, ownOrigin, (work) => queueJob(work, { kind, payload }))

describe('jobs', () => {
  it('are each done once, by however many workers', async () => {
    const done: unknown[] = []
    const handlers = { count: async (_work: unknown, payload: object) => { done.push(payload) } }
    for (let n = 0; n < 20; n += 1) await queue('count', { n })
    const work = async () => { while (await runNextJob(db.database, handlers, log)) { /* the next */ } }
    await Promise.all([work(), work(), work()])
    expect(done).toHaveLength(20)
    expect(new Set(done.map((payload) => JSON.stringify(payload))).size).toBe(20)
  })

  it('that fail leave nothing half done, are tried again after a pause, and are kept after the fifth time', async () => {
    let tries = 0
    const handlers = { breaks: async (work: Parameters<Parameters<typeof db.database.work>[2]>[0]) => { tries += 1; await queueJob(work, { kind: 'trace', payload: {} }); throw new Error('broken') } }
    await queue('breaks')
    expect(await runNextJob(db.database, handlers, log)).toBe(true)
    expect(await runNextJob(db.database, handlers, log)).toBe(false)
    for (let round = 0; round < 6; round += 1) { db.clock.advance(3600); await runNextJob(db.database, handlers, log) }
    expect(tries).toBe(5)
    expect(await db.owner('jobs').where({ kind: 'trace' })).toEqual([])
    expect(await db.owner('jobs').where({ kind: 'breaks' }).first()).toMatchObject({ failure: 'broken', attempts: 5, done_at: null })
  })

  it('taken by a worker that died come round again', async () => {
    await queue('orphan')
    await db.owner('jobs').where({ kind: 'orphan' }).update({ attempts: 1, run_after: new Date(Date.parse(db.clock.now()) + 300_000).toISOString() })
    const seen: string[] = []
    const handlers = { orphan: async () => { seen.push('done') } }
    expect(await runNextJob(db.database, handlers, log)).toBe(false)
    db.clock.advance(301)
    expect(await runNextJob(db.database, handlers, log)).toBe(true)
    expect(seen).toEqual(['done'])
  })
})
