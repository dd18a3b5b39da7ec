// §1.5: a forgotten password. Whoever does not hold the account learns nothing and gains nothing.
import { beforeEach, describe, expect, it } from 'vitest'
import { identityText } from '../../../src/identity/identity.text.ts'
import { instant } from '../../../src/platform/dates.ts'
import { testOffice } from '../../support/app.ts'
import { testNow } from '../../support/database.ts'
import { newPassword } from '../../support/journey.ts'
import { aCitizenId, aPerson, comeBack, enter, eventsOf, proveAs, signedIn, type Person } from '../../support/people.ts'
import { codeFor } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'

const office = await testOffice()
beforeEach(() => office.clock.set(testNow))

async function ask(claim: { username: string; citizenId: string }, visit = office.visit()): Promise<Visit> {
  await visit.open('/forgotten-password')
  return visit.submit(claim)
}

/** Whether a reset for the true holder was begun. */
async function isReal(person: Person): Promise<boolean> {
  return await office.owner('sign_in_transactions').where({ user_id: person.id, purpose: 'reset' }).first('id') !== undefined
}

const mailsTo = (person: Person) => office.owner('mails').where({ recipient: person.email })

/** Everything an attacker sees, without what differs at every visit. */
function faceOf(visit: Visit): object {
  const html = visit.html.replace(/name="_csrf" value="[^"]+"/g, '').replace(/state=[\w-]+/g, 'state').replace(/เลขอ้างอิง[^<]*<strong>[^<]*/g, '')
  return { path: visit.path, status: visit.status, html, headers: [...visit.headers.keys()], cookies: ['laas.pre', 'laas.sid', 'laas.browser'].map((name) => visit.cookie(name)?.length) }
}

describe('AC-23: the holder', () => {
  it('proves ThaiD, then a code sent to the registered address only, chooses a password, and every other session ends', async () => {
    const head = await aPerson(office, { group: 'LAO_FIN_HEAD' })
    const person = await aPerson(office)
    const elsewhere = await signedIn(office, person)
    const before = (await mailsTo(person)).length
    const visit = await ask(person)
    expect(visit.text).toContain(identityText.resetSent)
    expect(await mailsTo(person)).toHaveLength(before)
    await visit.open('/sign-in/thaid')
    await proveAs(office, visit, person.citizenId)
    expect(visit.path).toBe('/sign-in/otp')
    expect(visit.html).not.toContain('@example.com')
    await visit.post('/sign-in/email', { email: 'attacker@example.net' })
    expect(visit.path).toBe('/sign-in/otp')
    await visit.submit({ code: await codeFor(office, person.email) })
    await visit.submit({ password: newPassword, again: newPassword })
    expect(visit.path).toBe('/')
    expect((await elsewhere.open('/')).path).toContain('/login')
    expect(await office.owner('mails').where({ recipient: 'attacker@example.net' })).toEqual([])
    expect((await mailsTo(person)).at(-1).subject).toBe(identityText.mailActivated.subject)
    expect((await office.owner('mails').where({ recipient: head.email, subject: identityText.mailReset.subject })).map((mail) => mail.body_text)).toEqual([identityText.mailReset.body(person.username)])
    expect((await enter(office.visit(), person)).text).toContain(identityText.loginBad)
    expect((await enter(office.visit(), { ...person, password: newPassword })).path).toBe('/sign-in/otp')
  })

  it('loses what an old password had opened half-way', async () => {
    const person = await aPerson(office)
    const thief = await enter(office.visit(), person)
    expect(thief.path).toBe('/sign-in/otp')
    const visit = await ask(person)
    await visit.open('/sign-in/thaid')
    await proveAs(office, visit, person.citizenId)
    await visit.submit({ code: await codeFor(office, person.email) })
    await visit.submit({ password: newPassword, again: newPassword })
    expect((await thief.open('/sign-in/otp')).path).toBe('/login')
  })

  it('keeps the old password until the last step is done', async () => {
    const person = await aPerson(office)
    const visit = await ask(person)
    await visit.open('/sign-in/thaid')
    await proveAs(office, visit, person.citizenId)
    expect((await enter(office.visit(), person)).path).toBe('/sign-in/otp')
  })
})

describe('whoever is not the holder', () => {
  it('sees the same at every step up to ThaiD, for a name that exists, one that does not, and a wrong number', async () => {
    const [person, other] = [await aPerson(office), await aPerson(office)]
    const claims = [person, { username: 'test8888', citizenId: person.citizenId }, { username: other.username, citizenId: aCitizenId(8001) }]
    const walks = []
    for (const claim of claims) {
      const visit = await ask(claim)
      const faces = [faceOf(visit)]
      faces.push(faceOf(await visit.open('/sign-in/thaid')), faceOf(await visit.open('/sign-in/otp')), faceOf(await visit.post('/sign-in/new-password', { password: newPassword, again: newPassword })))
      office.thaid.fails('denied')
      for (let n = 0; n < 5; n += 1) faces.push(faceOf(await comeBack(visit)))
      faces.push(faceOf(await ask(claim, visit)), faceOf(await visit.open('/sign-in/thaid')))
      walks.push(faces)
    }
    expect(walks[1]).toEqual(walks[0])
    expect(walks[2]).toEqual(walks[0])
    expect([await isReal(person), (await mailsTo(person)).length]).toEqual([true, 0])
  })

  it('is told the same when they scan themselves, whether or not the account exists', async () => {
    const person = await aPerson(office)
    const ends = []
    for (const claim of [person, { username: 'test8887', citizenId: person.citizenId }]) {
      const visit = await ask(claim)
      await visit.open('/sign-in/thaid')
      ends.push(faceOf(await proveAs(office, visit, aCitizenId(8002))))
    }
    expect(ends[1]).toEqual(ends[0])
    expect(JSON.stringify(ends[0])).toContain(identityText.thaidMismatch)
  })

  it('does not learn by the pop-up that name and number belong together', async () => {
    const person = await aPerson(office)
    office.registry.forgets(person.citizenId)
    const visit = await ask(person)
    await visit.open('/sign-in/thaid')
    expect(visit.text).not.toContain(identityText.thaidNotFound)
  })

  it('gets nowhere with a wrong number even as the owner of a ThaiD', async () => {
    const person = await aPerson(office)
    const visit = await ask({ username: person.username, citizenId: aCitizenId(8003) })
    await visit.open('/sign-in/thaid')
    await proveAs(office, visit, person.citizenId)
    expect([visit.path, await isReal(person)]).toEqual(['/login', false])
    expect(await eventsOf(office, person)).toEqual(['PWD_RESET_ASKED'])
  })
})

describe('three an hour for a name', () => {
  it('are real for the holder, a fourth is not; an hour later it is', async () => {
    const person = await aPerson(office)
    const count = () => office.owner('sign_in_transactions').where({ user_id: person.id, purpose: 'reset' }).then((rows) => rows.length)
    for (let n = 1; n <= 3; n += 1) {
      await ask(person)
      expect(await count()).toBe(n)
    }
    expect((await ask({ ...person, username: person.username.toUpperCase() })).text).toContain(identityText.resetSent)
    expect(await count()).toBe(3)
    office.clock.advance(3600)
    await ask(person)
    expect(await count()).toBe(4)
  })
})

describe('accounts that cannot be reset by oneself', () => {
  it.each([
    ['suspended', { status: 'suspended' }], ['cancelled', { status: 'cancelled' }], ['not yet activated', { status: 'pending' }],
    ['without a bound address', { email: null, email_verified_at: null }],
    ['provisional and past its days', { status: 'provisional', provisional_until: testNow }],
  ])('%s', async (_name, changes) => {
    const person = await aPerson(office, { changes })
    expect((await ask(person)).text).toContain(identityText.resetSent)
    expect(await isReal(person)).toBe(false)
  })

  it('a provisional one within its days may', async () => {
    const person = await aPerson(office, { changes: { status: 'provisional', provisional_until: instant('2026-11-25T05:00:00Z') } })
    await ask(person)
    expect(await isReal(person)).toBe(true)
  })

  it('while the system is closed, a forgotten password opens it no sooner', async () => {
    const person = await aPerson(office)
    office.clock.set(instant('2025-02-05T05:00:00Z'))
    await ask(person)
    office.clock.set(instant('2024-12-05T05:00:00Z'))
    await ask(person)
    expect(await isReal(person)).toBe(false)
  })
})

it('strangers with the name alone cannot use up the holder\'s three an hour, and one address not the door for all', async () => {
  const person = await aPerson(office)
  const stranger = () => { const visit = office.visit(); visit.ip = '198.51.100.77'; return visit }
  for (let n = 0; n < 30; n += 1) await ask({ ...person, citizenId: aCitizenId(7000 + n) }, stranger())
  expect((await ask({ ...person, citizenId: aCitizenId(7100) }, stranger())).status).toBe(422)
  await ask(person)
  expect(await isReal(person)).toBe(true)
})

it('a number that cannot be one is refused at its field, before anything is counted', async () => {
  const visit = await ask({ username: 'saensuk.head', citizenId: '' })
  expect([visit.status, visit.path]).toEqual([422, '/forgotten-password'])
  expect(await office.owner('sign_in_counters').where({ name: 'reset', count: 99 })).toEqual([])
  expect((await ask({ username: '', citizenId: '1100000000016' })).text).toContain(identityText.required(identityText.fields.username))
})
