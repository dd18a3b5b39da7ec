import { describe, expect, it } from 'vitest'
import { identityText } from '../../../src/identity/identity.text.ts'
import { instant } from '../../../src/platform/dates.ts'
import { testOffice } from '../../support/app.ts'
import { newPassword } from '../../support/journey.ts'
import { aPerson, enter, proveAs, signedIn, type Person } from '../../support/people.ts'
import { codeFor } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'

const office = await testOffice()

/** First use, as far as S-08. */
async function atNewPassword(): Promise<{ visit: Visit; person: Person; cookies: Set<string> }> {
  const person = await aPerson(office, { standing: 'first' })
  const cookies = new Set<string>()
  const note = (visit: Visit) => { for (const name of ['laas.pre', 'laas.sid', 'laas.csrf', 'laas.browser']) cookies.add(visit.cookie(name) ?? '') }
  const visit = await office.visit().open('/login')
  note(visit)
  await enter(visit, person)
  note(visit)
  await proveAs(office, visit, person.citizenId)
  await visit.submit({ answer: 'yes' })
  await visit.submit({ email: person.email })
  await visit.submit({ code: await codeFor(office, person.email) })
  note(visit)
  expect(visit.path).toBe('/sign-in/new-password')
  return { visit, person, cookies }
}

describe('S-08', () => {
  it('AC-11: without script the page tells of each of the five rules whether it holds', async () => {
    const { visit } = await atNewPassword()
    const verdicts = () => [...visit.html.matchAll(/data-rule="(\w+)"[^>]*?( class="is-met")?>/g)].map(([, code, met]) => `${code} ${met ? 'yes' : 'no'}`)
    expect(verdicts()).toEqual(['length no', 'upper no', 'lower no', 'digit no', 'special no'])
    await visit.submit({ password: 'abcdefgh', again: 'abcdefgh' })
    expect(visit.status).toBe(422)
    expect(verdicts()).toEqual(['length yes', 'upper no', 'lower yes', 'digit no', 'special no'])
    expect(visit.html).not.toContain('value="abcdefgh"')
    await visit.submit({ password: 'Abcdef1@', again: 'Abcdef2@' })
    expect(verdicts()).toEqual(['length yes', 'upper yes', 'lower yes', 'digit yes', 'special yes'])
    expect(visit.text).toContain(identityText.passwordMismatch)
  })

  it('AC-12: a good password leads home, signed in under a fresh cookie, with a notice by mail', async () => {
    const { visit, person, cookies } = await atNewPassword()
    await visit.submit({ password: newPassword, again: newPassword })
    expect([visit.path, visit.status]).toEqual(['/', 200])
    expect(visit.text).toContain('เทศบาลเมืองแสนสุข')
    expect(cookies.has(visit.cookie('laas.sid') ?? '')).toBe(false)
    expect(visit.cookie('laas.pre')).toBeUndefined()
    expect((await office.mailTo(person.email)).subject).toBe(identityText.mailActivated.subject)
    expect((await enter(office.visit(), person)).text).toContain(identityText.loginBad)
  })

  it('AC-38: the circular\'s first password is never a lasting one, nor is the one that was mailed', async () => {
    const { visit, person } = await atNewPassword()
    const answer = async (password: string) => (await visit.submit({ password, again: password })).text
    expect(await answer('1100000000016Laas#')).toContain(identityText.passwordWeak)
    expect(await answer(`${person.citizenId}Laas#`)).toContain(identityText.passwordWeak)
    expect(await answer(person.password)).toContain(identityText.passwordReused)
    expect(visit.path).toBe('/sign-in/new-password')
    expect(visit.cookie('laas.sid')).toBeUndefined()
  })
})

describe('AC-21: a password is due after six months', () => {
  it('twelve days before, the home page says so; on the day S-08 comes before anything else', async () => {
    const changed = { password_changed_at: instant('2025-03-01T05:00:00Z'), identity_proven_at: instant('2025-07-01T05:00:00Z') }
    const person = await aPerson(office, { changes: changed })
    office.clock.set(instant('2025-08-20T05:00:00Z'))
    const visit = await signedIn(office, person)
    expect(visit.text).toContain(identityText.passwordDueSoon(12))
    office.clock.set(instant('2025-08-17T05:00:00Z'))
    expect((await visit.open('/')).text).not.toContain(identityText.passwordDueSoon(15))
    office.clock.set(instant('2025-09-01T03:00:00Z'))
    await enter(visit, person)
    await visit.submit({ code: await codeFor(office, person.email) })
    expect(visit.path).toBe('/sign-in/new-password')
    expect(visit.text).toContain(identityText.passwordDue(6))
    expect((await visit.open('/')).path).toContain('/login')
    await visit.open('/sign-in/new-password')
    await visit.submit({ password: newPassword, again: newPassword })
    expect(visit.path).toBe('/')
    expect((await office.mailTo(person.email)).subject).toBe(identityText.mailActivated.subject)
    office.clock.set(instant('2026-11-20T05:00:00Z'))
  })
})

describe('from the profile', () => {
  async function atChange(): Promise<{ visit: Visit; person: Person }> {
    const person = await aPerson(office)
    const visit = await signedIn(office, person)
    await visit.open('/profile/password/edit')
    return { visit, person }
  }

  it('the present password is asked for, and a small edit of it refused', async () => {
    const { visit, person } = await atChange()
    await visit.submit({ current: 'Wrong-Password-1', password: newPassword, again: newPassword })
    expect([visit.status, visit.text.includes(identityText.passwordCurrentBad)]).toEqual([422, true])
    await visit.submit({ current: person.password, password: 'Thale-Saen-Suk-70', again: 'Thale-Saen-Suk-70' })
    expect(visit.text).toContain(identityText.passwordWeak)
  })

  it('the change ends this session, every other and every known browser, and is told by mail', async () => {
    const { visit, person } = await atChange()
    await visit.submit({ current: person.password, password: newPassword, again: newPassword })
    expect([visit.path, visit.text.includes(identityText.passwordChanged)]).toEqual(['/login', true])
    expect((await office.mailTo(person.email)).subject).toBe(identityText.mailActivated.subject)
    expect(await office.owner('sessions').where({ user_id: person.id }).whereNull('ended_at')).toEqual([])
    expect((await enter(visit, { ...person, password: newPassword })).path).toBe('/sign-in/otp')
  })

  it('the last five are not taken again, the sixth is', async () => {
    const { visit, person } = await atChange()
    const old = await office.owner('password_credentials').where({ user_id: person.id }).first()
    const hash = await office.passwords.hash('Khlong-Thom-Wat-11')
    const history = (password: string) => ({ user_id: person.id, hash: password, kind: 'own', created_at: old.created_at, ended_at: old.created_at })
    await office.owner('password_credentials').insert([history(hash), ...Array.from({ length: 3 }, () => history(old.hash))])
    await visit.submit({ current: person.password, password: 'Khlong-Thom-Wat-11', again: 'Khlong-Thom-Wat-11' })
    expect(visit.text).toContain(identityText.passwordReused)
    await office.owner('password_credentials').insert([history(old.hash), history(old.hash)])
    await visit.submit({ current: person.password, password: 'Khlong-Thom-Wat-11', again: 'Khlong-Thom-Wat-11' })
    expect(visit.path).toBe('/login')
  })
})
