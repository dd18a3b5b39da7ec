// What every way of starting shares: configuration in, parts out, and a clean end.
import { type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import { findCatalogue } from './access/index.ts'
import { makeApp } from './app.ts'
import { forgetOldSignIns, identityPaths, Line, moveLine, noteHealth, PasswordQueue, registryNone, ThaidOidc, type IdentityTools, type ThaidRegistryPort } from './identity/index.ts'
import { proveBooks } from './ledger/index.ts'
import { systemClock } from './platform/clock.ts'
import { type Config } from './platform/config.ts'
import { connect, waitingFor, type Pool } from './platform/database/connection.ts'
import { Database, ownOrigin, system, visitor, type Work } from './platform/database/work.ts'
import { type Route } from './platform/http/route.ts'
import { isQueued, queueJob } from './platform/jobs/jobs.repository.ts'
import { runNextJob, type JobHandlers } from './platform/jobs/runner.ts'
import { makeLog, type Log } from './platform/log.ts'
import { makeMailer } from './platform/mail/mailer.ts'
import { goRound, type Rounds } from './platform/rounds.ts'
import { citizenIdSeal } from './platform/secrets.ts'

export interface Program {
  readonly log: Log
  readonly database: Database
  stop(): Promise<void>
}

export function openDatabase(config: Config, role: 'laas_app' | 'laas_worker', visitors?: Pool): Database {
  return new Database(connect({ url: config.DATABASE_URL, pool: config.DATABASE_POOL, role }), systemClock, { ...(visitors && { visitors }) })
}

export function makeTools(config: Config, log: Log, { registry = registryNone, ease }: { registry?: ThaidRegistryPort | undefined; ease?: () => number } = {}): IdentityTools {
  return {
    config, log, registry, seal: citizenIdSeal(config),
    passwords: new PasswordQueue({ concurrency: config.PASSWORD_CONCURRENCY, waiting: config.PASSWORD_QUEUE, ...(ease && { ease }) }),
    line: new Line(),
    thaid: new ThaidOidc({
      issuer: config.THAID_ISSUER, clientId: config.THAID_CLIENT_ID, clientSecret: config.THAID_CLIENT_SECRET,
      ...(config.THAID_API_KEY && { apiKey: config.THAID_API_KEY }), ...(config.THAID_API_KEY_HEADER && { apiKeyHeader: config.THAID_API_KEY_HEADER }),
      redirectUri: `${config.publicUrl}${identityPaths.thaidReturn}`, scope: config.THAID_SCOPE, requireNonce: config.THAID_REQUIRE_NONCE,
      pidFromSub: config.THAID_PID_FROM_SUB, timeoutMs: config.THAID_TIMEOUT_MS, allowHttp: config.THAID_ISSUER.startsWith('http:'),
    }),
  }
}

/** Answers requests; lets people in from the waiting room as fast as it can check passwords. */
export async function startWeb(config: Config, extra: { extraRoutes?: (database: Database) => readonly Route[]; registry?: ThaidRegistryPort } = {}): Promise<Program & { port: number }> {
  const log = makeLog(config.LOG_LEVEL)
  const smallPool = Math.max(4, Math.ceil(config.DATABASE_POOL / 3))
  const smaller = (patience: number) => connect({ url: config.DATABASE_URL, pool: smallPool, role: 'laas_sign_in', patience })
  const [signInPool, visitors] = [smaller(5000), smaller(12_000)] // who has waited in line waits out a stall rather than be sent away
  const database = openDatabase(config, 'laas_app', visitors)
  const ease = () => 1 - (waitingFor(visitors) + waitingFor(database.knex)) / (2 * smallPool)
  const identity = makeTools(config, log, { registry: extra.registry, ease })
  const catalogue = await database.read(visitor, ownOrigin, findCatalogue)
  const app = makeApp({ config, log, database, signInPool, identity, catalogue, extraRoutes: extra.extraRoutes?.(database) ?? [] })
  const rounds = [
    goRound('line', 500, { log, round: async () => { await database.work(visitor, ownOrigin, (work) => moveLine(work, { line: identity.line, counter: identity.passwords, seconds: 0.5 })); return false } }),
    goRound('thaid', 30_000, { log, round: async () => { await identity.thaid.prepare(); return false } }),
  ]
  const server = keepOpen(await listen(app.listen(config.PORT)))
  const port = portOf(server)
  log.info({ port }, 'listening')
  const stop = async () => {
    await Promise.all([closeServer(server), ...rounds.map((round) => round.stop())])
    await Promise.all([signInPool, visitors, database.knex].map((pool) => pool.destroy()))
  }
  return { log, database, port, stop }
}

/** Sends mail, does jobs, watches ThaiD. Any number may run side by side. */
export async function startWorker(config: Config): Promise<Program> {
  const log = makeLog(config.LOG_LEVEL)
  const database = openDatabase(config, 'laas_worker')
  const mailer = makeMailer(database, { smtpUrl: config.SMTP_URL, from: config.MAIL_FROM, requiresTls: config.production }, log)
  const { thaid } = makeTools(config, log)
  const asSystem = <T>(use: (work: Work) => Promise<T>) => database.work(system, ownOrigin, use)
  const rounds: Rounds[] = [
    goRound('mail', 500, { log, round: async () => {
      const { tried, refused } = await mailer.sendWaiting()
      if (tried > 0) await asSystem((work) => noteHealth(work, 'mail', refused < tried))
      return tried > 0
    } }),
    goRound('jobs', 2000, { log, round: () => runNextJob(database, jobHandlers, log) }),
    goRound('thaid health', 20_000, { log, round: async () => {
      const failure = await thaid.prepare()
      await asSystem((work) => noteHealth(work, 'thaid', failure === undefined))
      return false
    } }),
  ]
  for (const kind of Object.keys(jobHandlers)) await asSystem(async (work) => { if (!await isQueued(work, kind)) await queueJob(work, { kind, payload: {} }) })
  return { log, database, stop: async () => { await Promise.all(rounds.map((round) => round.stop())); await database.knex.destroy() } }
}

const jobHandlers: JobHandlers = {
  housekeeping: async (work) => {
    await forgetOldSignIns(work)
    await queueJob(work, { kind: 'housekeeping', payload: {}, inSeconds: 86400 })
  },
  'ledger-proof': async (work, { after }) => {
    const next = await proveBooks(work, typeof after === 'string' ? after : '0')
    await queueJob(work, { kind: 'ledger-proof', payload: { after: next ?? '0' }, inSeconds: next === undefined ? 86400 : 0 })
  },
}

/**
 * Ends everything in order at SIGTERM or SIGINT; a second signal ends it at once.
 * `npm start` puts a shell between npm and us, and that shell dies of SIGTERM without passing it on: `withParent` takes being orphaned for the signal.
 */
export function stopOnSignal(log: Log, stop: () => Promise<void>, { withParent = false } = {}): void {
  let stopping = false
  const begin = (reason: string) => {
    if (stopping) return
    stopping = true
    log.info({ reason }, 'stopping')
    stop().then(() => process.exit(0), (error: unknown) => { log.error({ err: error }, 'stop failed'); process.exit(1) })
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => { if (stopping) process.exit(1); begin(signal) })
  const parent = process.ppid
  if (withParent) setInterval(() => { if (process.ppid !== parent) begin('orphaned') }, 500).unref()
}

function listen(server: Server): Promise<Server> {
  return new Promise((resolve, reject) => { server.once('listening', () => resolve(server)); server.once('error', reject) })
}

/**
 * A proxy reuses a connection for a minute; whoever closes first must be the proxy, or a request is lost on its way.
 * A request has two minutes to arrive: ten megabytes over a school's one-megabit line, but no longer for one that only trickles.
 */
function keepOpen(server: Server): Server {
  server.requestTimeout = 120_000
  server.keepAliveTimeout = 65_000
  server.headersTimeout = 66_000
  return server
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

/** No new requests; those under way get ten seconds. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 10_000).unref()
  })
}
