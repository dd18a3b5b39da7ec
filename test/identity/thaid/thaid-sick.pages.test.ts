// A provider that takes the call and never answers: whoever waits for it holds no connection, so that everybody else is served.
import { createServer as listen, type AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { afterAll, describe, expect, it } from 'vitest'
import { makeApp } from '../../../src/app.ts'
import { findCatalogue } from '../../../src/access/index.ts'
import { identityText } from '../../../src/identity/identity.text.ts'
import { ThaidOidc } from '../../../src/identity/thaid/thaid-oidc.ts'
import { type RegistryAnswer, type ThaidAuthPort, type ThaidRegistryPort } from '../../../src/identity/thaid/thaid.ts'
import { connect } from '../../../src/platform/database/connection.ts'
import { Database, ownOrigin, system } from '../../../src/platform/database/work.ts'
import { testOffice } from '../../support/app.ts'
import { aPerson, enter } from '../../support/people.ts'
import { Visit } from '../../support/visit.ts'

const timeoutMs = 1200
const office = await testOffice()

/** Takes calls and says nothing. */
const calls = { count: 0 }
const silent = listen((socket) => { calls.count += 1; socket.on('error', () => undefined) }).listen(0, '127.0.0.1')
await new Promise<void>((resolve) => silent.once('listening', () => resolve()))
afterAll(() => { silent.close() })

const sickThaid = new ThaidOidc({
  issuer: `http://127.0.0.1:${portOf(silent.address())}`, clientId: 'new-elaas', clientSecret: 'a secret of tests', redirectUri: `${office.base}/sign-in/thaid/return`,
  scope: 'openid pid', requireNonce: true, pidFromSub: false, timeoutMs, allowHttp: true,
})

/** A second web process on the same books, with one connection only. */
async function aWebProcess(outside: { thaid?: ThaidAuthPort; registry?: ThaidRegistryPort }): Promise<string> {
  const pools = [connect({ url: office.url, pool: 1, role: 'laas_app' }), connect({ url: office.url, pool: 1, role: 'laas_sign_in' })] as const
  const catalogue = await office.database.read(system, ownOrigin, findCatalogue)
  const server = createServer(makeApp({
    config: office.config, log: office.identity.log, database: new Database(pools[0], office.clock), signInPool: pools[1], identity: { ...office.identity, ...outside }, catalogue,
  }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(async () => {
    await new Promise((resolve) => { server.close(resolve); server.closeAllConnections() })
    await Promise.all(pools.map((pool) => pool.destroy()))
  })
  return `http://127.0.0.1:${portOf(server.address())}`
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** People who stand before ThaiD, each with a browser at the other process. */
async function standingBefore(base: string, howMany: number): Promise<Visit[]> {
  const visits: Visit[] = []
  for (let n = 0; n < howMany; n += 1) {
    const there = await enter(office.visit(), await aPerson(office, { standing: 'first' }))
    expect(there.path).toBe('/sign-in/thaid')
    const visit = new Visit(base)
    visit.setCookie('laas.pre', there.cookie('laas.pre'))
    visits.push(visit)
  }
  return visits
}

async function openTransactions(): Promise<number> {
  const { rows } = await office.owner.raw(`SELECT count(*)::int AS open FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`)
  return rows[0].open
}

describe('while ThaiD takes the call and says nothing', () => {
  it('those who wait hold no transaction and another page answers at once; then they are told that it is down', async () => {
    const base = await aWebProcess({ thaid: sickThaid })
    const visits = await standingBefore(base, 3)
    const answered: string[] = []
    const waiting = visits.map(async (visit) => { await visit.open('/sign-in/thaid'); answered.push('thaid') })
    await expect.poll(() => calls.count, { interval: 5 }).toBe(1)
    await expect.poll(openTransactions, { interval: 10, timeout: timeoutMs / 2 }).toBe(0)
    expect((await new Visit(base).open('/login')).status).toBe(200)
    answered.push('login')
    await Promise.all(waiting)
    expect(answered).toEqual(['login', 'thaid', 'thaid', 'thaid'])
    for (const visit of visits) {
      expect([visit.status, visit.path, visit.text.includes(identityText.thaidDownNotice), visit.html.includes('state=')]).toEqual([200, '/sign-in/thaid', true, false])
    }
  })

  it('the way by code, where one may take it, stands on the same page', async () => {
    const base = await aWebProcess({ thaid: sickThaid })
    const there = await enter(office.visit(), await aPerson(office))
    await there.submit({}, '/sign-in/otp/by-thaid')
    const visit = new Visit(base)
    visit.setCookie('laas.pre', there.cookie('laas.pre'))
    expect((await visit.open('/sign-in/thaid')).html).toContain('/sign-in/thaid/by-code')
  })
})

describe('while the registry takes the question and says nothing', () => {
  it('nobody else waits for it, and its answer is shown when it comes', async () => {
    const held: ((answer: RegistryAnswer) => void)[] = []
    const registry: ThaidRegistryPort = { lookup: () => new Promise((resolve) => { held.push(resolve) }) }
    const base = await aWebProcess({ registry })
    const [one, other] = await standingBefore(base, 2)
    const waiting = [one?.open('/sign-in/thaid'), other?.open('/sign-in/thaid')]
    await expect.poll(() => held.length).toBe(2)
    await expect.poll(openTransactions).toBe(0)
    expect((await new Visit(base).open('/login')).status).toBe(200)
    held[0]?.({ registered: false })
    held[1]?.({ unavailable: true })
    const shown = (await Promise.all(waiting)).map((visit) => visit?.text.includes(identityText.thaidNotFound))
    expect(shown.sort()).toEqual([false, true])
  })
})
