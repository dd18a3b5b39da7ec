// A question that must not be asked inside a transaction: put before it, on GET as on POST, and answered to the handler.
import { describe, expect, it } from 'vitest'
import { json } from '../../../src/platform/http/reply.ts'
import { get, getPublic, post } from '../../../src/platform/http/route.ts'
import { testOffice } from '../../support/app.ts'
import { aPerson, signedIn } from '../../support/people.ts'

async function openTransactions(): Promise<number> {
  const { rows } = await office.owner.raw(`SELECT count(*)::int AS open FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`)
  return rows[0].open
}

const office = await testOffice({ extraRoutes: [
  get('/ask/inside', 'signed-in', {
    ask: async (keys, request) => ({ who: await keys.read(async (read) => read.actor.kind), what: request.query.what, open: await openTransactions() }),
    handle: async (_read, _request, answer: object) => json(answer),
  }),
  getPublic('/ask/outside', async (_read, _request, open: number) => json({ open }), { ask: openTransactions }),
  getPublic('/ask/nothing', async (_read, _request, answer) => json({ answer: answer ?? 'none' })),
  post('/ask/inside', 'signed-in', { ask: openTransactions, handle: async (_work, _request, open: number) => json({ open }) }),
] })

describe('a page that has to ask first', () => {
  it('asks with no transaction open, knows who looks, and hands over what it heard', async () => {
    const visit = await signedIn(office, await aPerson(office))
    await visit.post('/ask/inside')
    expect(JSON.parse(visit.html)).toEqual({ open: 0 })
    await visit.open('/ask/inside?what=weather')
    expect(JSON.parse(visit.html)).toMatchObject({ who: 'officer', what: 'weather', open: 0 })
  })

  it('may ask at a public door too, and need not ask at all', async () => {
    const visit = await office.visit().open('/ask/outside')
    expect(JSON.parse(visit.html)).toEqual({ open: 0 })
    expect(JSON.parse((await visit.open('/ask/nothing')).html)).toEqual({ answer: 'none' })
  })
})
