import { createServer } from 'node:http'
import { describe, expect, it, vi } from 'vitest'
import { startThaidStandIn, type StandInFault } from '../../../src/development/thaid-stand-in/server.ts'
import { testPeople } from '../../../src/development/thaid-stand-in/test-people.text.ts'
import { ThaidOidc, type ThaidSettings } from '../../../src/identity/thaid/thaid-oidc.ts'
import { isThaidFailure, type ThaidCallback, type ThaidFailure, type ThaidIdentity } from '../../../src/identity/thaid/thaid.ts'
import { fixedClock } from '../../../src/platform/clock.ts'
import { instant } from '../../../src/platform/instant.ts'
import { cameBack, clientOf, clients, redirectUri, scope, somchai, somying, thaidForTests } from './stand-in.ts'

const atWork = thaidForTests()

function aThaid(changes: Partial<ThaidSettings> = {}) {
  return clientOf({ ...atWork().settings, ...changes })
}

const details: string[] = []

/** Every detail is checked for what must never reach the log. */
function failed(answer: ThaidIdentity | ThaidFailure | string, callback?: ThaidCallback): ThaidFailure {
  if (!isThaidFailure(answer)) throw new Error('expected a failure')
  const code = callback ? new URL(callback.callbackUrl, redirectUri).searchParams.get('code') : null
  for (const secret of [somchai, somying, code, callback?.state, callback?.nonce, callback?.codeVerifier, atWork().settings.clientSecret]) {
    if (secret) expect(answer.detail).not.toContain(secret)
  }
  expect(answer.detail).not.toMatch(/[1-8]\d{12}|eyJ/)
  return answer
}

async function failureWith(fault: StandInFault, changes: Partial<ThaidSettings> = {}): Promise<ThaidFailure> {
  atWork().standIn.misbehave(undefined)
  const { thaid } = aThaid(changes)
  const callback = await cameBack(thaid)
  atWork().standIn.misbehave(fault)
  return failed(await thaid.complete(callback), callback)
}

describe('proving a person through ThaiD', () => {
  it('answers the pid and name of whoever scanned, not of whom the account expects', async () => {
    const { thaid } = aThaid()
    expect(await thaid.complete(await cameBack(thaid))).toMatchObject({
      citizenId: somchai, source: 'pid', titleTh: 'นาย', givenNameTh: 'สมชาย', familyNameTh: 'ใจดี', ial: '2.3', subject: somchai,
    })
    expect(await thaid.complete(await cameBack(thaid, 'somebody-else', somying))).toMatchObject({ citizenId: somying, givenNameTh: 'สมหญิง' })
  })

  it('asks with state, nonce and an S256 challenge, and for no more than six scopes', async () => {
    const { thaid } = aThaid()
    const challenge = thaid.begin()
    const link = new URL(String(await thaid.authorizationUrl(challenge)))
    expect(link.origin + link.pathname).toBe(`${atWork().standIn.issuer}/api/v2/oauth2/auth/`)
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: 'new-elaas', response_type: 'code', redirect_uri: redirectUri, scope, state: challenge.state, nonce: challenge.nonce,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/), code_challenge_method: 'S256',
    })
    expect(link.href).not.toContain(challenge.codeVerifier)
  })

  it('gives the same link for the same attempt and fresh values for the next', async () => {
    const { thaid } = aThaid()
    const [first, second] = [thaid.begin(), thaid.begin()]
    expect(await thaid.authorizationUrl(first)).toBe(await thaid.authorizationUrl(first))
    expect(new Set([first.state, second.state, first.nonce, second.nonce, first.codeVerifier, second.codeVerifier]).size).toBe(6)
  })

  it('revokes the token it was given', async () => {
    const { thaid } = aThaid()
    const before = atWork().standIn.revoked()
    await thaid.complete(await cameBack(thaid))
    await vi.waitFor(() => expect(atWork().standIn.revoked()).toBe(before + 1))
  })

  it('reads the flat answer of a client that does not ask for openid', async () => {
    const { thaid } = aThaid({ scope: 'pid title given_name family_name ial' })
    expect(await thaid.complete(await cameBack(thaid))).toMatchObject({ citizenId: somchai, givenNameTh: 'สมชาย', source: 'pid' })
  })

  it('believes only the query of the address it is called back at', async () => {
    const { thaid } = aThaid()
    const callback = await cameBack(thaid)
    const callbackUrl = `http://attacker.example/elsewhere${new URL(callback.callbackUrl).search}`
    expect(await thaid.complete({ ...callback, callbackUrl })).toMatchObject({ citizenId: somchai })
  })

  it('does without a nonce where the provider does not echo it and the setting allows', async () => {
    const silent = await startThaidStandIn({ port: 0, people: testPeople, clients, nonceEcho: false })
    const relaxed = aThaid({ issuer: silent.issuer, requireNonce: false }).thaid
    expect(await relaxed.complete(await cameBack(relaxed))).toMatchObject({ citizenId: somchai })
    const strict = aThaid({ issuer: silent.issuer }).thaid
    expect(failed(await strict.complete(await cameBack(strict)))).toMatchObject({ kind: 'invalid', detail: expect.stringContaining('nonce') })
    await silent.stop()
  })

  it('sends the optional API key with the token request', async () => {
    const asked: (string | undefined)[] = []
    const provider = createServer((request, response) => {
      if (request.url?.startsWith('/.well-known')) {
        const issuer = `http://${request.headers.host}`
        return void response.setHeader('content-type', 'application/json').end(JSON.stringify({ issuer, token_endpoint: `${issuer}/token/` }))
      }
      asked.push(request.method, String(request.headers['x-api-key']))
      response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => provider.once('listening', resolve))
    const address = provider.address()
    const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    const { thaid } = aThaid({ issuer, apiKey: 'gateway', apiKeyHeader: 'x-api-key' })
    const callback = { ...thaid.begin(), callbackUrl: '' }
    const answer = await thaid.complete({ ...callback, callbackUrl: `${redirectUri}?code=c&state=${callback.state}` })
    expect(asked).toEqual(['POST', 'gateway'])
    // The redirect is not followed: what ThaiD's address answers is the answer.
    expect(failed(answer)).toMatchObject({ kind: 'invalid' })
    provider.close()
  })
})

describe('AC-33: a forged or stale return is refused, and told apart in the log only', () => {
  const remember = (failure: ThaidFailure): ThaidFailure => {
    details.push(failure.detail)
    return failure
  }

  it('refuses a wrong state', async () => {
    const { thaid } = aThaid()
    const callback = { ...(await cameBack(thaid)), state: thaid.begin().state }
    expect(remember(failed(await thaid.complete(callback), callback)).kind).toBe('invalid')
  })

  it('refuses a code used before', async () => {
    const { thaid } = aThaid()
    const callback = await cameBack(thaid)
    expect(await thaid.complete(callback)).toMatchObject({ citizenId: somchai })
    expect(remember(failed(await thaid.complete(callback), callback)).kind).toBe('invalid')
  })

  it('refuses a stale nonce', async () => {
    const { thaid } = aThaid()
    const callback = { ...(await cameBack(thaid)), nonce: thaid.begin().nonce }
    expect(remember(failed(await thaid.complete(callback), callback)).kind).toBe('invalid')
  })

  const forgeries: StandInFault[] = ['foreign-audience', 'foreign-issuer', 'alg-none', 'foreign-key', 'expired-token', 'expired-answer']

  it.each(forgeries)('refuses %s', async (fault) => {
    expect(remember(await failureWith(fault)).kind).toBe('invalid')
  })

  it('names a different reason for each of them', () => {
    expect(details).toHaveLength(9)
    expect(new Set(details).size).toBe(details.length)
    expect(details).toEqual(expect.arrayContaining([
      expect.stringContaining('state'), expect.stringContaining('invalid_grant'), expect.stringContaining('nonce'), expect.stringContaining('aud'),
      expect.stringContaining('iss'), expect.stringContaining('alg'), expect.stringContaining('signature'), expect.stringContaining('exp'),
    ]))
  })

  it('refuses a code brought with another attempt\'s verifier', async () => {
    const { thaid } = aThaid()
    const callback = { ...(await cameBack(thaid)), codeVerifier: thaid.begin().codeVerifier }
    expect(failed(await thaid.complete(callback), callback)).toEqual({ kind: 'invalid', detail: 'token: invalid_grant' })
  })

  it('refuses a return that holds neither code nor error, and one from another issuer', async () => {
    const { thaid } = aThaid()
    const challenge = thaid.begin()
    const empty = await thaid.complete({ ...challenge, callbackUrl: `${redirectUri}?state=${challenge.state}` })
    const mixedUp = await thaid.complete({ ...challenge, callbackUrl: `${redirectUri}?state=${challenge.state}&code=x&iss=https://other.example` })
    expect([failed(empty).kind, failed(mixedUp).kind]).toEqual(['invalid', 'invalid'])
    expect(failed(mixedUp).detail).toContain('iss')
  })
})

describe('what is the person\'s doing, and what is ours', () => {
  it('says denied when the person refuses or lets the time run out', async () => {
    const { thaid } = aThaid()
    const refused = await thaid.complete(await cameBack(thaid, 'refuse'))
    const late = await thaid.complete(await cameBack(thaid, 'timeout'))
    expect([refused, late]).toEqual([
      { kind: 'denied', detail: 'authorize: user_denied' }, { kind: 'denied', detail: 'authorize: access_denied (timeout)' },
    ])
  })

  it('says unregistered when ThaiD does not know the person', async () => {
    const { thaid } = aThaid()
    expect(await thaid.complete(await cameBack(thaid, 'unregistered'))).toMatchObject({ kind: 'unregistered' })
  })

  it('does not believe a refusal with a wrong state', async () => {
    const { thaid } = aThaid()
    const callback = { ...(await cameBack(thaid, 'refuse')), state: thaid.begin().state }
    expect(failed(await thaid.complete(callback)).kind).toBe('invalid')
  })

  it('AC-34: calls an answer without pid a wrong setting', async () => {
    expect(await failureWith('no-pid')).toEqual({ kind: 'misconfigured', detail: 'pid is missing' })
    expect(await failureWith('no-pid', { scope: 'pid given_name' })).toEqual({ kind: 'misconfigured', detail: 'pid is missing' })
  })

  it('reads the id from sub when the setting says so', async () => {
    const { thaid } = aThaid({ pidFromSub: true })
    const callback = await cameBack(thaid)
    atWork().standIn.misbehave('no-pid')
    expect(await thaid.complete(callback)).toMatchObject({ citizenId: somchai, source: 'sub' })
  })

  it('calls a wrong client secret a wrong setting', async () => {
    const callback = await cameBack(aThaid().thaid)
    const { thaid } = aThaid({ clientSecret: 'another' })
    expect(failed(await thaid.complete(callback), callback)).toEqual({ kind: 'misconfigured', detail: 'token: invalid_client' })
  })

  it.each([
    ['invalid_scope', 'misconfigured'], ['unauthorized_client', 'misconfigured'], ['server_error', 'unavailable'], ['duplicate_request', 'invalid'],
    ['access_denied', 'denied'], ['1100000000016', 'invalid'],
  ])('hears %s in the return as %s', async (error, kind) => {
    const { thaid } = aThaid()
    const challenge = thaid.begin()
    const query = new URLSearchParams({ state: challenge.state, error, error_description: `refused for ${somchai}` })
    expect(failed(await thaid.complete({ ...challenge, callbackUrl: `${redirectUri}?${query}` })).kind).toBe(kind)
  })

  it('calls a foreign issuer, and plain http where it is not allowed, a wrong setting', async () => {
    const byName = aThaid({ issuer: atWork().standIn.issuer.replace('127.0.0.1', 'localhost') }).thaid
    const withoutHttp = aThaid({ allowHttp: false }).thaid
    expect([(await byName.prepare())?.kind, (await withoutHttp.prepare())?.kind]).toEqual(['misconfigured', 'misconfigured'])
  })
})

it('dates the proof by the office\'s clock', async () => {
  const clock = fixedClock(instant(new Date().toISOString()))
  const thaid = new ThaidOidc(atWork().settings, { clock, ticks: () => 0 })
  expect(await thaid.complete(await cameBack(thaid))).toMatchObject({ provedAt: clock.now() })
})
