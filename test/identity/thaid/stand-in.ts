// A ThaiD that can be made to misbehave, our client to it, and a person who goes there and comes back.
import { afterAll, afterEach, beforeAll } from 'vitest'
import { startThaidStandIn, type ThaidStandIn } from '../../../src/development/thaid-stand-in/server.ts'
import { testPeople } from '../../../src/development/thaid-stand-in/test-people.text.ts'
import { ThaidOidc, type ThaidSettings } from '../../../src/identity/thaid/thaid-oidc.ts'
import { isThaidFailure, type ThaidCallback } from '../../../src/identity/thaid/thaid.ts'
import { instant } from '../../../src/platform/instant.ts'
import { ThaidVisitor, type ScanAction } from '../../development/thaid-visitor.ts'

export const redirectUri = 'http://localhost:3000/sign-in/thaid/callback'
export const scope = 'openid pid title given_name family_name ial'
export const somchai = '1100000000016'
export const somying = '1100000000024'
export const clients = [
  { clientId: 'new-elaas', clientSecret: 'a secret of tests', redirectUris: [redirectUri], scopes: scope.split(' ') },
]

export interface ThaidAtWork {
  readonly standIn: ThaidStandIn
  readonly settings: ThaidSettings
}

/** One stand-in for the tests of a file; ask for it inside a test. It behaves again after each. */
export function thaidForTests(): () => ThaidAtWork {
  const started: ThaidAtWork[] = []
  const atWork = (): ThaidAtWork => {
    const [first] = started
    if (!first) throw new Error('ThaiD stands only while a test runs')
    return first
  }
  beforeAll(async () => {
    const standIn = await startThaidStandIn({ port: 0, people: testPeople, clients })
    started.push({ standIn, settings: {
      issuer: standIn.issuer, clientId: 'new-elaas', clientSecret: 'a secret of tests', redirectUri, scope,
      requireNonce: true, pidFromSub: false, timeoutMs: 2_000, allowHttp: true,
    } })
  })
  afterEach(() => atWork().standIn.misbehave(undefined))
  afterAll(() => atWork().standIn.stop())
  return atWork
}

/** Our client, with a clock of its own for the breaker. */
export function clientOf(settings: ThaidSettings) {
  const time = { now: 0 }
  const clock = { now: () => instant(new Date().toISOString()) }
  return { time, thaid: new ThaidOidc(settings, { clock, ticks: () => time.now }) }
}

/** A person goes to ThaiD and comes back; the answer is not yet exchanged. */
export async function cameBack(thaid: ThaidOidc, action: ScanAction = 'scan', person = somchai): Promise<ThaidCallback> {
  const challenge = thaid.begin()
  const link = await thaid.authorizationUrl(challenge)
  if (isThaidFailure(link)) throw new Error(`no link: ${link.detail}`)
  return { ...challenge, callbackUrl: await new ThaidVisitor().scan(link, action, person) }
}
