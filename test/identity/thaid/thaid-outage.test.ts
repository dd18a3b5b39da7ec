import { describe, expect, it } from 'vitest'
import { type ThaidSettings } from '../../../src/identity/thaid/thaid-oidc.ts'
import { cameBack, clientOf, redirectUri, somchai, thaidForTests } from './stand-in.ts'

const atWork = thaidForTests()

function aThaid(changes: Partial<ThaidSettings> = {}) {
  return clientOf({ ...atWork().settings, ...changes })
}

describe('when ThaiD does not answer', () => {
  it('says unavailable when it is down and when it is slow, at once when its address is closed', async () => {
    const patient = aThaid().thaid
    const hasty = aThaid({ timeoutMs: 150 }).thaid
    const [first, second] = [await cameBack(patient), await cameBack(hasty)]
    atWork().standIn.misbehave('down')
    expect(await patient.complete(first)).toEqual({ kind: 'unavailable', detail: 'status 503' })
    atWork().standIn.misbehave('slow')
    expect(await hasty.complete(second)).toEqual({ kind: 'unavailable', detail: 'timed out' })
    const nobody = aThaid({ issuer: 'http://127.0.0.1:1' }).thaid
    expect(await nobody.authorizationUrl(nobody.begin())).toEqual({ kind: 'unavailable', detail: 'connection failed' })
  })

  it('finds ThaiD later when it was down at start', async () => {
    const { thaid } = aThaid()
    atWork().standIn.misbehave('down')
    expect(await thaid.prepare()).toMatchObject({ kind: 'unavailable' })
    atWork().standIn.misbehave(undefined)
    expect(await thaid.complete(await cameBack(thaid))).toMatchObject({ citizenId: somchai })
  })

  it('asked again from a job, says when it went down after the start and when it is back', async () => {
    const { thaid } = aThaid()
    const asked = [await thaid.prepare()]
    atWork().standIn.misbehave('down')
    asked.push(await thaid.prepare())
    atWork().standIn.misbehave(undefined)
    asked.push(await thaid.prepare())
    expect(asked).toEqual([undefined, { kind: 'unavailable', detail: 'status 503' }, undefined])
  })

  it('stops asking after five failures, sends nobody there, and recovers by itself', async () => {
    const { thaid, time } = aThaid()
    const waiting = await cameBack(thaid)
    atWork().standIn.misbehave('down')
    for (let n = 0; n < 5; n += 1) expect(await thaid.complete(waiting)).toEqual({ kind: 'unavailable', detail: 'status 503' })
    expect(thaid.health()).toEqual({ available: false, breaker: 'open' })
    atWork().standIn.misbehave(undefined)
    expect(await thaid.complete(waiting)).toEqual({ kind: 'unavailable', detail: 'circuit open' })
    expect(await thaid.authorizationUrl(thaid.begin())).toEqual({ kind: 'unavailable', detail: 'circuit open' })
    time.now = 15_000
    expect(await thaid.complete(waiting)).toMatchObject({ citizenId: somchai })
    expect(thaid.health()).toEqual({ available: true, breaker: 'closed' })
  })

  it('stays closed to everybody for another while when the probe fails', async () => {
    const { thaid, time } = aThaid()
    const waiting = await cameBack(thaid)
    atWork().standIn.misbehave('down')
    for (let n = 0; n < 5; n += 1) await thaid.complete(waiting)
    time.now = 15_000
    const links = await Promise.all([1, 2, 3].map(() => thaid.authorizationUrl(thaid.begin())))
    expect(links).toEqual(links.map(() => ({ kind: 'unavailable', detail: 'status 503' })))
    expect(thaid.health().available).toBe(false)
  })

  it('does not hold a person\'s refusal or a wrong return against ThaiD', async () => {
    const { thaid } = aThaid()
    await thaid.prepare()
    for (let n = 0; n < 6; n += 1) {
      const challenge = thaid.begin()
      await thaid.complete({ ...challenge, callbackUrl: `${redirectUri}?error=access_denied&state=${challenge.state}` })
    }
    expect(thaid.health().breaker).toBe('closed')
  })
})
