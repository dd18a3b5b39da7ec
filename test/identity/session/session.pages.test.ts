import { describe, expect, it } from 'vitest'
import { identityText } from '../../../src/identity/identity.text.ts'
import { addDays, bangkokDateOf } from '../../../src/platform/dates.ts'
import { testOffice } from '../../support/app.ts'
import { aPerson, enter, eventsOf, signedIn, type Person } from '../../support/people.ts'
import { codeFor } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'

const office = await testOffice()
const day = 86400

async function inside(wanted: Parameters<typeof aPerson>[1] = {}): Promise<{ visit: Visit; person: Person }> {
  const person = await aPerson(office, wanted)
  return { person, visit: await signedIn(office, person) }
}

const liveSessions = (person: Person) => office.owner('sessions').where({ user_id: person.id }).whereNull('ended_at')
const edited = { title: 'นาง', firstName: 'ทดสอบ', lastName: 'ระบบงาน', position: 'เจ้าพนักงานพัสดุชำนาญงาน', phone: '08 1234 5678' }

describe('a known browser', () => {
  it('AC-19: is not asked for a code for seven days; another browser, another network and the eighth day are', async () => {
    const { visit, person } = await inside()
    office.clock.advance(7 * day - 60)
    expect((await enter(visit, person)).path).toBe('/')
    expect((await enter(office.visit(), person)).path).toBe('/sign-in/otp')
    visit.ip = '198.51.100.7'
    expect((await enter(visit, person)).path).toBe('/sign-in/otp')
    visit.ip = '203.0.113.99'
    expect((await enter(visit, person)).path).toBe('/')
    office.clock.advance(60)
    expect((await enter(visit, person)).path).toBe('/sign-in/otp')
  })

  it('AC-20: does not spare a head the second factor', async () => {
    const { visit, person } = await inside({ group: 'LAO_FIN_HEAD' })
    await visit.post('/sign-out')
    expect((await enter(visit, person)).path).toBe('/sign-in/otp')
  })

  it('is known for one person only, and by nothing that can be guessed', async () => {
    const { visit } = await inside()
    const other = await aPerson(office)
    expect((await enter(visit, other)).path).toBe('/sign-in/otp')
    const forger = office.visit()
    forger.setCookie('laas.browser', 'A'.repeat(43))
    expect((await enter(forger, other)).path).toBe('/sign-in/otp')
    const kept = await office.owner('known_browsers').select('token_hash')
    expect(kept.map((row) => row.token_hash)).not.toContain(visit.cookie('laas.browser'))
  })
})

describe('cookies', () => {
  it('AC-39: no value from before sign-in is worth anything after it', async () => {
    const person = await aPerson(office)
    const visit = office.visit()
    visit.setCookie('laas.sid', 'planted-by-somebody')
    visit.setCookie('laas.pre', 'planted-too')
    await visit.open('/login')
    const seen = new Set<string>()
    await visit.submit({ username: person.username, password: person.password })
    for (const name of ['laas.sid', 'laas.pre']) seen.add(visit.cookie(name) ?? '')
    await visit.submit({ code: await codeFor(office, person.email) })
    const fresh = visit.cookie('laas.sid') ?? ''
    expect(fresh).toMatch(/^[\w-]{43}$/)
    expect(seen.has(fresh)).toBe(false)
    for (const value of ['planted-by-somebody', 'planted-too', ...seen]) {
      const thief = office.visit()
      thief.setCookie('laas.sid', value)
      expect((await thief.open('/')).path).toContain('/login')
    }
  })

  it('a forged, foreign or mistyped one is nobody', async () => {
    const { visit } = await inside()
    const value = visit.cookie('laas.sid') ?? ''
    for (const forged of ['', 'x', `${value}x`, value.slice(1), value.toLowerCase(), `${value}%00`, "' OR 1=1 --"]) {
      const thief = office.visit()
      thief.setCookie('laas.sid', encodeURIComponent(forged))
      expect((await thief.open('/')).path).toBe('/login')
    }
    expect(await office.owner('sessions').where({ token_hash: value })).toEqual([])
  })

  it('are HttpOnly and Lax; over https also Secure with the __Host- prefix', async () => {
    const secure = await testOffice({ env: { PUBLIC_URL: 'https://laas.example.go.th' } })
    const plain = await fetch(`${office.base}/login`)
    const safe = await fetch(`${secure.base}/login`)
    for (const line of [...plain.headers.getSetCookie(), ...safe.headers.getSetCookie()]) expect(line).toMatch(/; Path=\/; HttpOnly;? ?.*SameSite=Lax/i)
    for (const line of safe.headers.getSetCookie()) expect(line).toMatch(/^__Host-laas\.\w+=.*; Secure/)
    expect(safe.headers.getSetCookie().join()).not.toContain('Domain')
    expect([safe.headers.get('cache-control'), safe.headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer'])
  })
})

describe('one session for one person', () => {
  it('a second sign-in ends the first, which is told so', async () => {
    const { visit, person } = await inside()
    await signedIn(office, person)
    await visit.open('/profile')
    expect([visit.path.split('?')[0], visit.text.includes(identityText.sessionEnded.replaced)]).toEqual(['/login', true])
    expect(await liveSessions(person)).toHaveLength(1)
  })

  it('two at the same instant leave one', async () => {
    const { visit, person } = await inside()
    const tabs = [visit, office.visit(), office.visit()]
    for (const tab of tabs) {
      tab.setCookie('laas.browser', visit.cookie('laas.browser'))
      tab.setCookie('laas.sid', undefined)
      await tab.open('/login')
    }
    await Promise.all(tabs.map((tab) => tab.post('/login', { username: person.username, password: person.password }, false)))
    expect(tabs.filter((tab) => tab.cookie('laas.sid') !== undefined)).toHaveLength(3)
    expect(await liveSessions(person)).toHaveLength(1)
    expect((await Promise.all(tabs.map((tab) => tab.open('/')))).filter((tab) => tab.path === '/')).toHaveLength(1)
  })
})

describe('AC-22: idle for thirty minutes', () => {
  it('the next click leads to sign-in with the reason, and what was typed waits in its form', async () => {
    const { visit, person } = await inside()
    await visit.open('/profile/edit')
    office.clock.advance(1800)
    await visit.submit(edited)
    expect(visit.path).toBe('/login?ended=idle&return=%2Fprofile%2Fedit')
    expect(visit.text).toContain(identityText.sessionEnded.idle)
    expect(visit.cookie('laas.sid')).toBeUndefined()
    await visit.submit({ username: person.username, password: person.password })
    expect(visit.path).toBe('/profile/edit')
    expect(visit.html).not.toContain(edited.position)
    expect(visit.html).toContain('/profile/edit?draft=1')
    await visit.open('/profile/edit?draft=1')
    expect(visit.html).toContain(edited.position)
    await visit.submit({})
    expect(visit.path).toBe('/profile')
    expect(await office.owner('form_drafts').where({ user_id: person.id })).toEqual([])
  })

  it('a click each minute keeps it alive until the twelve hours are over', async () => {
    const { visit } = await inside()
    for (let hour = 0; hour < 24; hour += 1) {
      office.clock.advance(1790)
      expect((await visit.open('/')).path).toBe('/')
    }
    office.clock.advance(43200 - 24 * 1790)
    await visit.open('/')
    expect(visit.text).toContain(identityText.sessionEnded.expired)
  })

  it('a draft is never a password, and never somebody else\'s', async () => {
    const { visit, person } = await inside()
    await visit.open('/profile/password/edit')
    office.clock.advance(1800)
    await visit.submit({ current: person.password, password: 'Khlong-Yai-Nam-Sai-7', again: 'Khlong-Yai-Nam-Sai-7' })
    expect(visit.path).toContain('/login')
    expect(JSON.stringify(await office.owner('form_drafts').where({ user_id: person.id }))).not.toMatch(/Khlong|Thale/)
    await visit.open('/login')
    const owner = await inside()
    await owner.visit.open('/profile/edit')
    office.clock.advance(1800)
    await owner.visit.submit(edited)
    const stranger = await inside()
    expect((await stranger.visit.open('/profile/edit?draft=1')).html).not.toContain(edited.position)
  })

  it('a form planted by another site leaves no draft', async () => {
    const { visit, person } = await inside()
    office.clock.advance(1800)
    await visit.post('/profile/edit', { ...edited, _csrf: 'forged' })
    expect(await office.owner('form_drafts').where({ user_id: person.id })).toEqual([])
  })
})

describe('rights during a session', () => {
  it('one taken away is gone at the next request, and the refusal is recorded', async () => {
    const { visit, person } = await inside()
    expect((await visit.open('/profile')).status).toBe(200)
    await office.owner('group_members').where({ user_id: person.id }).delete()
    expect((await visit.open('/profile')).status).toBe(403)
    await visit.open('/')
    expect((await visit.post('/profile/edit', edited)).status).toBe(403)
    expect((await eventsOf(office, person)).filter((code) => code === 'DENIED')).toHaveLength(2)
  })

  it('a membership begins and ends on its days', async () => {
    const { visit, person } = await inside()
    const member = office.owner('group_members').where({ user_id: person.id })
    const today = bangkokDateOf(office.clock.now())
    const statusFor = async (dates: { valid_from: string; valid_until: string | null }) => {
      await member.clone().update(dates)
      return (await visit.open('/profile')).status
    }
    expect(await statusFor({ valid_from: today, valid_until: null })).toBe(200)
    expect(await statusFor({ valid_from: addDays(today, 1), valid_until: null })).toBe(403)
    expect(await statusFor({ valid_from: '2024-10-01', valid_until: addDays(today, 1) })).toBe(200)
    expect(await statusFor({ valid_from: '2024-10-01', valid_until: today })).toBe(403)
  })

  it('a suspended account is out at the next request', async () => {
    const { visit, person } = await inside()
    await office.owner('users').where({ id: person.id }).update({ status: 'suspended' })
    await visit.open('/profile')
    expect(visit.text).toContain(identityText.sessionEnded.withdrawn)
  })
})

describe('leaving', () => {
  it('sign-out ends the session, says so and clears what the browser kept', async () => {
    const { visit, person } = await inside()
    const value = visit.cookie('laas.sid')
    await visit.post('/sign-out', {}, false)
    expect(visit.headers.get('clear-site-data')).toContain('"storage"')
    await visit.open('/login?ended=signed-out')
    expect(visit.text).toContain(identityText.sessionEnded['signed-out'])
    visit.setCookie('laas.sid', value)
    expect((await visit.open('/')).path).toContain('/login')
    expect(await liveSessions(person)).toEqual([])
  })

  it('everywhere ends every session and forgets every browser', async () => {
    await office.owner('sign_in_settings').where({ name: 'one_session' }).update({ value: 0 })
    const { visit, person } = await inside()
    const other = await signedIn(office, person)
    expect(await liveSessions(person)).toHaveLength(2)
    await office.owner('sign_in_settings').where({ name: 'one_session' }).update({ value: 1 })
    await visit.open('/profile')
    await visit.submit({}, '/sign-out-everywhere')
    expect((await other.open('/')).path).toContain('/login')
    for (const browser of [visit, other]) expect((await enter(browser, person)).path).toBe('/sign-in/otp')
  })
})
