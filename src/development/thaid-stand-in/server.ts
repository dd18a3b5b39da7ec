// ThaiD's stand-in: a provider of its own, on its own port, that behaves as DOPA's is known to. Development and tests only.
import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { StandInFault } from './faults.ts'
import type { StandInClient, StandInPerson } from './people.ts'
import { makeProvider, routes, sessionCookie } from './provider.ts'
import { addQuirks, withoutBearer } from './quirks.ts'
import { answerScan, readBody, sendFile, type ScanDesk } from './scan-desk.ts'

export type { StandInFault } from './faults.ts'
export type { StandInClient, StandInPerson } from './people.ts'

export interface StandInOptions {
  /** 0 takes a free one. */
  readonly port: number
  /** At least one; the first is pre-selected on the page. */
  readonly people: readonly StandInPerson[]
  readonly clients: readonly StandInClient[]
  /** Whether the nonce comes back in the id_token; DOPA's habit is unconfirmed. Default: yes. */
  readonly nonceEcho?: boolean
  /** Where to listen; another address than 127.0.0.1 only inside a container. */
  readonly host?: string
  /** The address browsers and our server both use, when it is not http://127.0.0.1:port. */
  readonly issuer?: string
}

export interface ThaidStandIn {
  readonly issuer: string
  stop(): Promise<void>
  /** For tests: from now on, until the next call. */
  misbehave(fault: StandInFault | undefined): void
  /** For tests: how many living tokens have been revoked. */
  revoked(): number
}

interface Scene extends ScanDesk {
  readonly issuer: URL
  readonly mood: Mood
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

interface Mood {
  fault: StandInFault | undefined
  revoked: number
}

const slownessMs = 3_000

export async function startThaidStandIn(options: StandInOptions): Promise<ThaidStandIn> {
  if (process.env['NODE_ENV'] === 'production') throw new Error('The ThaiD stand-in is not for production')
  const server = createServer()
  const port = await listen(server, options)
  const issuer = options.issuer ?? `http://127.0.0.1:${port}`
  const scene = makeScene(options, issuer)
  server.on('request', (request, response) => void answer(scene, request, response))
  return {
    issuer,
    stop: () => stop(server),
    misbehave: (fault) => { scene.mood.fault = fault },
    revoked: () => scene.mood.revoked,
  }
}

function makeScene(options: StandInOptions, issuer: string): Scene {
  const { people, clients, nonceEcho = true } = options
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const provider = makeProvider({ issuer, key, people, clients })
  const mood: Mood = { fault: undefined, revoked: 0 }
  addQuirks({ provider, key, people, clients, nonceEcho, fault: () => mood.fault })
  provider.on('access_token.destroyed', () => { mood.revoked += 1 })
  return { provider, people, mood, issuer: new URL(issuer), handle: provider.callback() }
}

async function answer(scene: Scene, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    if (scene.mood.fault === 'slow') await pause(slownessMs, undefined, { ref: false })
    if (scene.mood.fault === 'down') return void response.writeHead(503).end()
    await route(scene, request, response)
  } catch (error) {
    console.error('ThaiD stand-in:', error)
    if (!response.headersSent) response.writeHead(500)
    response.end()
  }
}

async function route(scene: Scene, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', scene.issuer)
  // One address in every document and redirect, whatever Host a caller sends.
  request.headers.host = scene.issuer.host
  forgetEarlierScan(request)
  if (pathname.startsWith('/thaid/')) return answerScan(scene, request, response)
  if (request.method === 'GET' && (await sendFile(pathname, response))) return
  const tokenInBody = request.method === 'POST' && (pathname === routes.revocation || pathname === routes.introspection)
  await scene.handle(tokenInBody ? withoutBearer(request, await readBody(request)) : request, response)
}

/** The phone is scanned anew every time, so nobody stays signed in here from an earlier visit. */
function forgetEarlierScan(request: IncomingMessage): void {
  const kept = (request.headers.cookie ?? '').split(';').filter((cookie) => !cookie.trim().startsWith(sessionCookie))
  request.headers.cookie = kept.join(';')
}

function listen(server: Server, { port, host = '127.0.0.1' }: StandInOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
