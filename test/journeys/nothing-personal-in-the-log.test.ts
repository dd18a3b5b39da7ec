// Every line the office writes while people sign in, fail, forget and change: ids, not persons.
import { describe, expect, it } from 'vitest'
import { testOffice } from '../support/app.ts'
import { newPassword } from '../support/journey.ts'
import { aCitizenId, aPerson, comeBack, enter, proveAs, type Person } from '../support/people.ts'
import { codeFor } from '../support/sign-in.ts'
import { type Visit } from '../support/visit.ts'

const office = await testOffice()
const secrets = new Set<string>([newPassword, 'Wrong-Password-1', 'new.address@example.net', 'typo@example.net', aCitizenId(6001)])

function keep(person: Person): Person {
  for (const secret of [person.citizenId, person.email, person.password]) secrets.add(secret)
  return person
}

async function code(person: Pick<Person, 'email'>): Promise<string> {
  const digits = await codeFor(office, person.email)
  secrets.add(digits)
  return digits
}

function noteCookies(visit: Visit): void {
  for (const name of ['laas.sid', 'laas.pre', 'laas.browser', 'laas.csrf']) secrets.add(visit.cookie(name) ?? newPassword)
}

async function firstUse(): Promise<void> {
  const person = keep(await aPerson(office, { at: '420010301001', group: 'PAWN_ACCOUNT', standing: 'first' }))
  const visit = await enter(office.visit(), person)
  await visit.submit({ citizenId: '1100000000017' })
  await visit.submit({ citizenId: person.citizenId })
  noteCookies(visit)
  office.thaid.fails('invalid')
  await comeBack(visit)
  await proveAs(office, visit, person.citizenId)
  await visit.submit({ answer: 'yes' })
  await visit.submit({ email: person.email })
  await visit.submit({ code: '000000' })
  await visit.submit({ code: await code(person) })
  await visit.submit({ password: newPassword, again: newPassword })
  noteCookies(visit)
  expect(visit.path).toBe('/')
  await visit.post('/profile/change-email')
  await proveAs(office, visit, person.citizenId)
  await visit.submit({ email: 'new.address@example.net' })
  await visit.submit({ code: await code({ email: 'new.address@example.net' }) })
  expect(visit.path).toBe('/profile')
}

async function attacks(): Promise<void> {
  const victim = keep(await aPerson(office, { standing: 'first' }))
  await enter(office.visit(), { ...victim, password: 'Wrong-Password-1' })
  await enter(office.visit(), { ...victim, password: `${victim.citizenId}Laas#` })
  await proveAs(office, await enter(office.visit(), victim), aCitizenId(6001))
  await enter(office.visit(), { username: victim.email, password: victim.citizenId })
  const visit = await office.visit().open(`/login?return=/x&email=${victim.email}&id=${victim.citizenId}`)
  await visit.open(`/nowhere/${victim.email}/${victim.citizenId}`)
  await visit.post('/login', { _csrf: 'forged', password: victim.password })
}

async function forgets(): Promise<void> {
  const person = keep(await aPerson(office))
  const visit = await office.visit().open('/forgotten-password')
  await visit.submit({ username: person.username, citizenId: person.citizenId })
  await visit.open('/sign-in/thaid')
  await proveAs(office, visit, person.citizenId)
  await visit.submit({ code: await code(person) })
  await visit.submit({ password: newPassword, again: newPassword })
  expect(visit.path).toBe('/')
}

describe('the log', () => {
  it('holds no citizen id, password, code, cookie or whole address of anybody', async () => {
    await firstUse()
    await attacks()
    await forgets()
    const text = office.log.join('')
    expect(office.log.length).toBeGreaterThan(40)
    expect([...secrets].filter((secret) => text.includes(secret))).toEqual([])
    expect(text).not.toMatch(/[1-8]\d{12}|[\w.+-]+@[\w-]+\.\w+/)
    for (const line of office.log) expect(() => JSON.parse(line)).not.toThrow()
  })

  it('nor does the audit log, nor any table in the clear', async () => {
    const audit = JSON.stringify(await office.owner('audit_events').select('code', 'before', 'after', 'reason', 'object_id'))
    expect([...secrets].filter((secret) => audit.includes(secret))).toEqual([])
    const tables = ['users', 'password_credentials', 'sign_in_transactions', 'otp_challenges', 'sessions', 'known_browsers', 'sign_in_counters']
    const rows = JSON.stringify(await Promise.all(tables.map((table) => office.owner(table))))
    const hidden = [...secrets].filter((secret) => !secret.includes('@'))
    expect(hidden.filter((secret) => new RegExp(`(?<![\\w-])${secret.replace(/[^\w]/g, '\\$&')}(?![\\w-])`).test(rows))).toEqual([])
  })
})
