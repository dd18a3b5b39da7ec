// ID-1, AC-27: the row decides. Every page is asked for and every form is posted from every place, and each time one stands where one truly is.
import { beforeEach, describe, expect, it } from 'vitest'
import { stepPath } from '../../../src/identity/identity.paths.ts'
import { testOffice } from '../../support/app.ts'
import { newPassword } from '../../support/journey.ts'
import { aPerson, enter, eventsOf, proveAs, type Person } from '../../support/people.ts'
import { codeFor } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'

const office = await testOffice()

const places = ['citizen-id', 'thaid', 'person', 'email', 'otp', 'new-password', 'profile', 'thaid-not-found'] as const
type Standing = (typeof places)[number]

/** A form of every step, filled so that it would succeed if anybody believed it. */
const forms: readonly (readonly [path: string, at: Standing, values: (person: Person) => Record<string, string>])[] = [
  ['/sign-in/citizen-id', 'citizen-id', (person) => ({ citizenId: person.citizenId })],
  ['/sign-in/thaid/return', 'thaid', () => ({ query: 'code=abc&state=forged' })],
  ['/sign-in/thaid/return', 'thaid', () => ({})],
  ['/sign-in/thaid/again', 'thaid', () => ({})],
  ['/sign-in/thaid/by-code', 'thaid', () => ({})],
  ['/sign-in/person', 'person', () => ({ answer: 'yes' })],
  ['/sign-in/email', 'email', () => ({ email: 'attacker@example.net' })],
  ['/sign-in/email', 'email', () => ({ email: 'not an address' })],
  ['/sign-in/otp', 'otp', () => ({ code: '123456' })],
  // Refused before the row is looked at, hence not noted; and it must not show the page of a step that is not reached.
  ['/sign-in/otp', 'otp', () => ({ code: '' })],
  ['/sign-in/otp/resend', 'otp', () => ({})],
  ['/sign-in/otp/by-thaid', 'otp', () => ({})],
  ['/sign-in/new-password', 'new-password', () => ({ password: newPassword, again: newPassword })],
  ['/sign-in/new-password', 'new-password', () => ({ password: 'x', again: 'y' })],
  ['/sign-in/profile', 'profile', (person) => ({ citizenId: person.citizenId, title: 'นาย', firstName: 'ก', lastName: 'ข', position: 'ค', phone: '0812345678' })],
  ['/sign-in/profile', 'profile', () => ({})],
]

/** The chain with every step, as if the letter asked a pawnshop for a profile too. */
async function everyStep(): Promise<void> {
  await office.owner('onboarding_policies').where({ audience: 'PAWN' }).update({ profile_step: true })
}

async function walkTo(step: Standing, person: Person): Promise<Visit> {
  const visit = await enter(office.visit(), person)
  if (step === 'citizen-id') return visit
  if (step === 'thaid-not-found') office.registry.forgets(person.citizenId)
  await visit.submit({ citizenId: person.citizenId })
  if (step === 'thaid' || step === 'thaid-not-found') return visit
  await proveAs(office, visit, person.citizenId)
  if (step === 'person') return visit
  await visit.submit({ answer: 'yes' })
  if (step === 'email') return visit
  await visit.submit({ email: person.email })
  if (step === 'otp') return visit
  await visit.submit({ code: await codeFor(office, person.email) })
  if (step === 'new-password') return visit
  return visit.submit({ password: newPassword, again: newPassword })
}

beforeEach(everyStep)

describe.each(places)('whoever stands at %s', (step) => {
  const elsewhere = step === 'thaid-not-found' ? '/login' : stepPath(step)

  it('gets no other page, and acts nowhere else', async () => {
    const person = await aPerson(office, { at: '420010301001', group: 'PAWN_ACCOUNT', standing: 'first' })
    const visit = await walkTo(step, person)
    expect(visit.path).toBe(stepPath(step))
    const before = await rowOf(person)
    for (const place of places) {
      await visit.open(stepPath(place))
      expect([place, visit.path]).toEqual([place, place === step ? stepPath(step) : elsewhere])
    }
    await visit.open(stepPath(step))
    for (const [path, at, values] of forms.filter(([, place]) => place !== step)) {
      await visit.post(path, values(person))
      expect([path, at, visit.path]).toEqual([path, at, elsewhere])
      expect(visit.cookie('laas.sid')).toBeUndefined()
    }
    expect(await rowOf(person)).toEqual(before)
    const strays = (await eventsOf(office, person)).filter((code) => code === 'AUTH_STEP_OUT_OF_ORDER')
    const unreadable = step === 'otp' ? 0 : 1
    expect(strays).toHaveLength(forms.filter(([, place]) => place !== step).length - unreadable)
  })
})

/** Everything of the row that a step out of order might have moved. */
async function rowOf(person: Person): Promise<object> {
  const row = await office.owner('sign_in_transactions').where({ user_id: person.id }).orderBy('id', 'desc').first()
  const user = await office.owner('users').where({ id: person.id }).first('email', 'status', 'citizen_id_index', 'position')
  return { ...row, user }
}

describe('whoever has no sign-in under way', () => {
  it.each(places)('is led from %s to the sign-in page', async (step) => {
    const visit = await office.visit().open(stepPath(step))
    expect(visit.path).toBe('/login')
  })

  it('is led there from every form too', async () => {
    const visit = await office.visit().open('/login')
    const stranger = await aPerson(office)
    for (const [path, , values] of forms) {
      await visit.post(path, values(stranger))
      expect([path, visit.path]).toEqual([path, '/login'])
    }
    expect(office.registry.asked).not.toContain(stranger.citizenId)
  })
})

describe('a sign-in that is over', () => {
  it('is nowhere after twenty minutes, and still somewhere a second before', async () => {
    const person = await aPerson(office, { at: '420010301001', group: 'PAWN_ACCOUNT', standing: 'first' })
    const visit = await walkTo('thaid', person)
    office.clock.advance(1199)
    expect((await visit.open('/sign-in/thaid')).path).toBe('/sign-in/thaid')
    office.clock.advance(1)
    expect((await visit.open('/sign-in/thaid')).path).toBe('/login')
  })

  it('is nowhere after กลับหน้า Login, whatever cookie is brought', async () => {
    const person = await aPerson(office, { at: '420010301001', group: 'PAWN_ACCOUNT', standing: 'first' })
    const visit = await walkTo('email', person)
    const cookie = visit.cookie('laas.pre')
    await visit.submit({}, '/sign-in/cancel')
    expect(visit.path).toBe('/login')
    visit.setCookie('laas.pre', cookie)
    expect((await visit.open('/sign-in/email')).path).toBe('/login')
    visit.setCookie('laas.pre', 'A'.repeat(43))
    expect((await visit.open('/sign-in/email')).path).toBe('/login')
  })
})
