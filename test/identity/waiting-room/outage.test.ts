// Opening-day mode at its end: too much under way, or no database. A static page, and recovery without hands.
import { createServer, type Server } from 'node:http'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { makeApp } from '../../../src/app.ts'
import { findCatalogue } from '../../../src/access/index.ts'
import { connect } from '../../../src/platform/database/connection.ts'
import { Database, ownOrigin, system } from '../../../src/platform/database/work.ts'
import { get } from '../../../src/platform/http/route.ts'
import { json } from '../../../src/platform/http/reply.ts'
import { makeLog } from '../../../src/platform/log.ts'
import { testOffice } from '../../support/app.ts'
import { aGate } from '../../support/gate.ts'
import { aPerson, enter, signedIn } from '../../support/people.ts'
import { Visit } from '../../support/visit.ts'

const office = await testOffice()
const gate = await aGate(office.url)
afterEach(() => gate.open())

const held: (() => void)[] = []
const slow = get('/slow', 'signed-in', async () => { await new Promise<void>((resolve) => { held.push(resolve) }); return json({ done: true }) })

/** A second web process on the same books, with two connections through the gate and room for ten requests. */
async function anotherProcess(): Promise<{ base: string; log: string[] }> {
  const lines: string[] = []
  const log = makeLog('info', { write: (line: string) => { lines.push(line) } })
  const pools = [connect({ url: gate.url, pool: 2, role: 'laas_app', patience: 1500 }), connect({ url: gate.url, pool: 2, role: 'laas_sign_in', patience: 250 })] as const
  const catalogue = await office.database.read(system, ownOrigin, findCatalogue)
  const server = createServer(makeApp({
    config: { ...office.config, MAX_IN_FLIGHT: 10 }, log, database: new Database(pools[0], office.clock), signInPool: pools[1], identity: office.identity, catalogue, extraRoutes: [slow],
  }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(async () => {
    await new Promise((resolve) => { server.close(resolve); server.closeAllConnections() })
    await Promise.all(pools.map((pool) => pool.destroy()))
  })
  return { base: baseOf(server), log: lines }
}

function baseOf(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

const web = await anotherProcess()
const inside = await signedIn(office, await aPerson(office))

function tab(): Visit {
  const visit = new Visit(web.base)
  visit.setCookie('laas.sid', inside.cookie('laas.sid'))
  return visit
}

const isDownPage = (visit: Visit) => visit.status === 503 && visit.headers.get('retry-after') === '30' && visit.html.includes('<html') && !visit.html.includes('_csrf')

describe('without a database', () => {
  it('the sign-in page, a page of somebody inside and a form answer 503 with the static page', async () => {
    const person = await aPerson(office)
    const visit = await new Visit(web.base).open('/login')
    gate.close()
    for (const path of ['/login', '/sign-in/otp', '/login/waiting']) expect([path, isDownPage(await new Visit(web.base).open(path))]).toEqual([path, true])
    for (const path of ['/', '/profile']) expect([path, isDownPage(await tab().open(path))]).toEqual([path, true])
    expect(isDownPage(await visit.submit({ username: person.username, password: person.password }))).toBe(true)
    const health = await fetch(`${web.base}/healthz`)
    expect([health.status, await health.json()]).toEqual([503, { ok: false }])
  })

  it('the session is still there when it is back, and nobody restarted anything', async () => {
    const visit = tab()
    gate.close()
    expect(isDownPage(await visit.open('/profile'))).toBe(true)
    expect(visit.cookie('laas.sid')).toBe(inside.cookie('laas.sid'))
    gate.open()
    await expect.poll(async () => (await visit.open('/profile')).status).toBe(200)
    expect((await fetch(`${web.base}/healthz`)).status).toBe(200)
    const fresh = await enter(new Visit(web.base), await aPerson(office))
    expect(fresh.path).toBe('/sign-in/otp')
  })

  it('static files and the page for it need none', async () => {
    gate.close()
    expect((await fetch(`${web.base}/css/app.css`)).status).toBe(200)
    expect((await fetch(`${web.base}/503.html`)).status).toBe(200)
  })

  it('the log says that somebody must act, without a name or a cookie', () => {
    const errors = web.log.filter((line) => line.includes('"level":"ERROR"'))
    expect(errors.length).toBeGreaterThan(3)
    expect(errors.join()).not.toContain(inside.cookie('laas.sid'))
    expect(errors.filter((line) => line.includes('"unexpected"'))).toEqual([])
  })
})

describe('too much at once', () => {
  it('beyond what can be answered the next is told at once; the others are answered in time', async () => {
    // Each holds its place before it asks for a connection; two get one, the others wait for theirs in vain.
    const statuses: number[] = []
    const ask = async () => { statuses.push((await fetch(`${web.base}/slow`, { headers: { cookie: `laas.sid=${inside.cookie('laas.sid')}` } })).status) }
    const waiting = Array.from({ length: 10 }, ask)
    await expect.poll(() => held.length, { timeout: 3000, interval: 10 }).toBe(2)
    const answers = await Promise.all(Array.from({ length: 5 }, () => new Visit(web.base).open('/login')))
    expect(answers.every(isDownPage)).toBe(true)
    await expect.poll(() => statuses.length, { timeout: 5000 }).toBe(8)
    for (const release of held.splice(0)) release()
    await Promise.all(waiting)
    expect(statuses).toEqual([...Array.from({ length: 8 }, () => 503), 200, 200])
    await expect.poll(async () => (await new Visit(web.base).open('/login')).status).toBe(200)
  })
})
