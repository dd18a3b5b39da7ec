// The first row of §1.8: guessing, stuffing, locking others out, listing names.
import { describe, expect, it, vi } from 'vitest'
import { identityText } from '../../../src/identity/identity.text.ts'
import { subjectOf } from '../../../src/identity/otp/otp.service.ts'
import { networkOf } from '../../../src/identity/sign-in/sign-in.ts'
import { testOffice } from '../../support/app.ts'
import { aPerson, enter, eventsOf, signedIn, type Person } from '../../support/people.ts'
import { type Visit } from '../../support/visit.ts'

const office = await testOffice()
const wrong = 'Wrong-Password-1'
let address = 0

/** From an address nobody used before, so that only what the test is about is counted. */
function stranger(): Visit {
  const visit = office.visit()
  address += 1
  visit.ip = `10.${address % 250}.${Math.floor(address / 250)}.9`
  return visit
}

/** What the page answers to a try: 'bad', or the minutes to wait. */
async function attempt(username: string, given: { password?: string; from?: Visit } = {}): Promise<string> {
  const visit = await enter(given.from ?? stranger(), { username, password: given.password ?? wrong })
  if (visit.text.includes(identityText.loginBad)) return 'bad'
  return /กรุณารอ (\d+) นาที/.exec(visit.text)?.[1] ?? visit.path
}

async function attempts(username: string, count: number): Promise<string[]> {
  const answers: string[] = []
  for (let n = 0; n < count; n += 1) answers.push(await attempt(username))
  return answers
}

const bad = (count: number) => Array.from({ length: count }, () => 'bad')

describe('wrong passwords for one account', () => {
  it('four cost nothing; after the fifth one waits 1, 2, 4, 8, then 15 minutes, never for ever', async () => {
    const person = await aPerson(office)
    expect(await attempts(person.username, 4)).toEqual(bad(4))
    for (const minutes of [1, 2, 4, 8, 15, 15]) {
      expect(await attempts(person.username, 2)).toEqual(['bad', String(minutes)])
      office.clock.advance(minutes * 60 - 1)
      expect(await attempt(person.username, { password: person.password })).toBe('1')
      office.clock.advance(1)
    }
    expect(await attempt(person.username, { password: person.password })).toBe('/sign-in/otp')
    expect(await attempts(person.username, 4)).toEqual(bad(4))
  })

  it('are forgotten a quarter of an hour after the first', async () => {
    const person = await aPerson(office)
    expect(await attempts(person.username, 4)).toEqual(bad(4))
    office.clock.advance(900)
    expect(await attempts(person.username, 5)).toEqual(bad(5))
    expect(await attempt(person.username)).toBe('1')
  })

  it('are held up alike for a name that nobody has', async () => {
    expect(await attempts('nobody-at-all', 6)).toEqual([...bad(5), '1'])
  })

  it('twenty at the same instant are five guesses, not twenty', async () => {
    const person = await aPerson(office)
    const visits = await Promise.all(Array.from({ length: 20 }, () => stranger().open('/login')))
    await Promise.all(visits.map((visit) => visit.submit({ username: person.username, password: wrong })))
    const guessed = visits.filter((visit) => visit.text.includes(identityText.loginBad))
    expect(guessed).toHaveLength(5)
    expect((await eventsOf(office, person)).filter((code) => code === 'AUTH_FAILED')).toHaveLength(5)
  })

  it('tell the owner when somebody then gets in', async () => {
    const [few, many] = [await aPerson(office), await aPerson(office)]
    await attempts(few.username, 4)
    await attempt(few.username, { password: few.password })
    await attempts(many.username, 5)
    office.clock.advance(60)
    await attempt(many.username, { password: many.password })
    const told = await office.owner('mails').where({ subject: identityText.mailAfterFailures.subject }).whereIn('recipient', [few.email, many.email]).select('recipient')
    expect(told).toEqual([{ recipient: many.email }])
  })

  it('AC-32: twenty by a stranger do not keep a head out of the browser that is known', async () => {
    const head = await aPerson(office, { group: 'LAO_FIN_HEAD' })
    const own = await signedIn(office, head, stranger())
    await own.post('/sign-out')
    await attempts(head.username, 20)
    expect(await attempt(head.username, { password: head.password })).toBe('1')
    expect(await attempt(head.username, { password: head.password, from: own })).toBe('/sign-in/otp')
  })

  it('are counted in a known browser too: whoever finds one may not guess for ever', async () => {
    const person = await aPerson(office)
    const own = await signedIn(office, person, stranger())
    own.setCookie('laas.sid', undefined)
    const answers: string[] = []
    for (let n = 0; n < 6; n += 1) answers.push(await attempt(person.username, { from: own }))
    expect(answers).toEqual([...bad(5), '1'])
    expect(await attempt(person.username, { password: person.password })).toBe('/sign-in/otp')
  })
})

describe('wrong passwords from one place', () => {
  async function countedBefore(name: 'address' | 'network', place: string, count: number): Promise<void> {
    await office.owner('sign_in_counters').insert({ name, subject: subjectOf(office.identity, place), window_started_at: office.clock.now(), count })
  }

  it('thirty from an address in ten minutes, then no more for any name; right passwords do not count', async () => {
    const visit = stranger()
    const person = await aPerson(office)
    await countedBefore('address', visit.ip, 28)
    expect(await attempt(person.username, { from: visit, password: person.password })).toBe('/sign-in/otp')
    expect(await attempt('someone-29', { from: visit })).toBe('bad')
    expect(await attempt('someone-30', { from: visit })).toBe('bad')
    expect(await attempt('someone-31', { from: visit })).toBe('10')
    expect(await attempt(person.username, { from: visit, password: person.password })).toBe('10')
    expect(await attempt('someone-31')).toBe('bad')
    office.clock.advance(600)
    expect(await attempt('someone-32', { from: visit })).toBe('bad')
  })

  it('three hundred from a network in ten minutes', async () => {
    const [one, other] = [stranger(), stranger()]
    other.ip = one.ip.replace(/\d+$/, '77')
    await countedBefore('network', networkOf(one.ip), 299)
    expect(await attempt('someone-300', { from: one })).toBe('bad')
    expect(await attempt('someone-301', { from: other })).toBe('10')
  })

  it('an address that is refused does not use up the tries of the account', async () => {
    const visit = stranger()
    const person = await aPerson(office)
    await countedBefore('address', visit.ip, 30)
    for (let n = 0; n < 6; n += 1) expect(await attempt(person.username, { from: visit })).toBe('10')
    expect(await attempts(person.username, 5)).toEqual(bad(5))
  })
})

describe('the circular\'s first password', () => {
  const alarms = async (head: Person) => office.owner('mails').where({ recipient: head.email, subject: identityText.mailAlarm.subject }).select('body_text')

  it('tried three times reaches the head of finance, without the number', async () => {
    const head = await aPerson(office, { at: '5200106', group: 'LAO_FIN_HEAD' })
    const person = await aPerson(office, { at: '5200106' })
    await attempt(person.username, { password: `${person.citizenId}Laas#` })
    await attempt(person.username, { password: '1100000000016Laas#' })
    expect(await alarms(head)).toEqual([])
    await attempt(person.username, { password: '1100000000024Laas#' })
    const [mail, ...more] = await alarms(head)
    expect(more).toEqual([])
    expect(mail.body_text).toContain(person.username)
    expect(mail.body_text).not.toMatch(/\d{13}/)
    expect(await eventsOf(office, person)).toContain('AUTH_ALARM')
  })
})

describe('AC-31: listing names', () => {
  it('shows the same page, status and size for a known and an unknown name', async () => {
    const person = await aPerson(office)
    const known = await enter(stranger(), { username: person.username, password: wrong })
    const unknown = await enter(stranger(), { username: 'test9999', password: wrong })
    const faceOf = (visit: Visit) => visit.html.replace(/name="_csrf" value="[^"]+"/g, '').replace(/test\d{4}/g, 'name')
    expect(faceOf(known)).toBe(faceOf(unknown))
    expect([known.status, known.html.length]).toEqual([unknown.status, unknown.html.length])
    expect([...known.headers.keys()]).toEqual([...unknown.headers.keys()])
  })

  it('checks a hash in both cases, and takes about the same time over many tries', async () => {
    const verify = vi.spyOn(office.passwords, 'verify')
    const times = { known: 0, unknown: 0 }
    for (let n = 0; n < 8; n += 1) {
      const person = await aPerson(office)
      times.known += await timeOf(person.username)
      times.unknown += await timeOf(`nobody${n}`)
    }
    expect(verify.mock.calls.map(([stored]) => stored === undefined)).toEqual(Array.from({ length: 16 }, (_, n) => n % 2 === 1))
    verify.mockRestore()
    const ratio = times.known / times.unknown
    expect(ratio).toBeGreaterThan(0.4)
    expect(ratio).toBeLessThan(2.5)
  })

  async function timeOf(username: string): Promise<number> {
    const visit = await stranger().open('/login')
    const begun = performance.now()
    await visit.submit({ username, password: wrong })
    return performance.now() - begun
  }
})
