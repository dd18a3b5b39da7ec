// The real application on a free port, with the outside replaced: ThaiD answers what the test says, mail is read from the outbox, the clock stands still.
import { afterAll } from 'vitest'
import { createServer, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import { randomBytes } from 'node:crypto'
import { seedDemonstration } from '../../seeds/90-demonstration.ts'
import { findCatalogue } from '../../src/access/index.ts'
import { makeApp } from '../../src/app.ts'
import { Line, PasswordQueue, type IdentityTools, type ThaidAuthPort } from '../../src/identity/index.ts'
import { readConfig, type Config } from '../../src/platform/config.ts'
import { connect } from '../../src/platform/database/connection.ts'
import { ownOrigin, system } from '../../src/platform/database/work.ts'
import { type Route } from '../../src/platform/http/route.ts'
import { makeLog } from '../../src/platform/log.ts'
import { makeMailer } from '../../src/platform/mail/mailer.ts'
import { citizenIdSeal } from '../../src/platform/secrets.ts'
import { allRoutes } from '../../src/rooms.ts'
import { testDatabase, testNow, type TestDatabase } from './database.ts'
import { FakeThaid, FakeRegistry } from './fake-thaid.ts'
import { Visit } from './visit.ts'

export interface TestOffice extends TestDatabase {
  readonly url: string
  readonly base: string
  readonly thaid: FakeThaid
  readonly registry: FakeRegistry
  readonly passwords: PasswordQueue
  readonly config: Config
  readonly identity: IdentityTools
  /** What the building offers, as the start-up check reads it. */
  readonly routes: readonly Route[]
  /** Every line of the log, as written. */
  readonly log: string[]
  /** A fresh browser: no cookies. */
  visit(): Visit
  /** Sends what waits in the outbox, as the worker would. */
  sendMail(): Promise<void>
  /** The newest mail to an address. */
  mailTo(address: string): Promise<{ subject: string; body_text: string }>
}

const keys = { SECRET_KEY: randomBytes(32).toString('base64'), CITIZEN_ID_KEY: randomBytes(32).toString('base64'), CITIZEN_ID_INDEX_KEY: randomBytes(32).toString('base64') }

export interface OfficeWishes {
  readonly now?: typeof testNow
  /** Otherwise one of the run's own server. */
  readonly db?: TestDatabase
  readonly queue?: { concurrency: number; waiting: number }
  readonly env?: Readonly<Record<string, string>>
  /** Rooms of the test's own, beside the real ones. */
  readonly extraRoutes?: readonly Route[]
  /** Another ThaiD than the fake, made for the address of this office: the browser tests press the QR page of the stand-in. */
  readonly thaid?: (base: string) => Promise<ThaidAuthPort>
}

/** Demonstration people, one database of its own. `now` is when the people were made, too. */
export async function testOffice(wishes: OfficeWishes = {}): Promise<TestOffice> {
  const db = wishes.db ?? await testDatabase(wishes.now ?? testNow)
  const server = await listening(createServer().listen(0, '127.0.0.1'))
  const base = `http://127.0.0.1:${addressOf(server).port}`
  const config = readConfig({ NODE_ENV: 'test', PUBLIC_URL: base, DATABASE_URL: db.url, THAID_ISSUER: 'http://127.0.0.1:1', THAID_CLIENT_ID: 'test', THAID_CLIENT_SECRET: 'test', TRUST_PROXY: '1', ...keys, ...wishes.env })
  const lines: string[] = []
  const log = makeLog('debug', { write: (line: string) => { lines.push(line) } })
  const seal = citizenIdSeal(config)
  await seedDemonstration({ owner: db.owner, database: db.database, seal, production: false })
  const passwords = new PasswordQueue(wishes.queue ?? { concurrency: 2, waiting: 40 })
  const thaid = new FakeThaid()
  const registry = new FakeRegistry()
  const signInPool = connect({ url: db.url, pool: 4, role: 'laas_sign_in' })
  const identity: IdentityTools = { config, log, seal, passwords, registry, line: new Line(), thaid: await wishes.thaid?.(base) ?? thaid }
  const catalogue = await db.database.read(system, ownOrigin, findCatalogue)
  server.on('request', makeApp({ config, log, database: db.database, signInPool, identity, catalogue, extraRoutes: wishes.extraRoutes ?? [] }))
  const mailer = makeMailer(db.database, { smtpUrl: undefined, from: 'test@laas.invalid' }, log)
  afterAll(async () => {
    await new Promise((resolve) => { server.close(resolve); server.closeAllConnections() })
    await signInPool.destroy()
  })
  return {
    ...db, base, thaid, registry, passwords, config, identity, routes: allRoutes(identity), log: lines, visit: () => new Visit(base),
    sendMail: async () => { await mailer.sendWaiting() },
    mailTo: async (address) => db.owner('mails').where({ recipient: address }).orderBy('id', 'desc').first(),
  }
}

function listening(server: Server): Promise<Server> {
  return new Promise((resolve) => { server.once('listening', () => resolve(server)) })
}

function addressOf(server: Server): AddressInfo {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address
}
