// The sub-unit of the letter: its first round in October 2567 without ThaiD, and everyone again from 18 February 2568.
import { describe, expect, it } from 'vitest'
import { identityText } from '../../src/identity/identity.text.ts'
import { instant } from '../../src/platform/dates.ts'
import { testOffice } from '../support/app.ts'
import { newPassword } from '../support/journey.ts'
import { aPerson, enter, proveAs, signedIn, type Person, type Wanted } from '../support/people.ts'
import { codeFor } from '../support/sign-in.ts'
import { type Visit } from '../support/visit.ts'

const october = instant('2024-10-20T03:00:00Z')
const february = instant('2025-02-18T01:00:00Z')
const office = await testOffice()
const unit: Wanted = { at: '671130305002', group: 'SUB_FIN_HEAD', standing: 'first', changes: { first_name: '', last_name: '', title: '', position: '' } }
const profile = (person: Person) => ({ citizenId: person.citizenId, title: 'นางสาว', firstName: 'กนกวรรณ', lastName: 'ทองดี', position: 'หัวหน้าศูนย์', phone: '0812345678' })

/** E-mail, code, password and the six fields; notes the steps. */
async function firstRound(person: Person): Promise<{ visit: Visit; steps: string[] }> {
  office.clock.set(october)
  const visit = await enter(office.visit(), person)
  const steps = [visit.path]
  await visit.submit({ email: person.email })
  steps.push(visit.path)
  await visit.submit({ code: await codeFor(office, person.email) })
  steps.push(visit.path)
  await visit.submit({ password: newPassword, again: newPassword })
  steps.push(visit.path)
  return { visit, steps }
}

describe('AC-15: on 20 October 2567', () => {
  it('a sub-unit gives e-mail, code, password and its six fields, and works with its groups; nobody asks for ThaiD', async () => {
    const person = await aPerson(office, unit)
    const { visit, steps } = await firstRound(person)
    expect(steps).toEqual(['/sign-in/email', '/sign-in/otp', '/sign-in/new-password', '/sign-in/profile'])
    for (const name of Object.keys(profile(person))) expect(visit.html).toContain(`name="${name}"`)
    expect(visit.cookie('laas.sid')).toBeUndefined()
    await visit.submit(profile(person))
    expect(visit.path).toBe('/')
    expect(visit.text).toContain('นางสาวกนกวรรณ ทองดี')
    expect((await visit.open('/profile')).status).toBe(200)
    expect(office.thaid.asked).toEqual([])
    const row = await office.owner('users').where({ id: person.id }).first()
    expect([row.status, row.identity_level, row.phone]).toEqual(['active', 'self_asserted', '0812345678'])
  })

  it('a number that cannot be one, or is not the registered holder\'s, is not taken', async () => {
    const person = await aPerson(office, unit)
    const { visit } = await firstRound(person)
    await visit.submit({ ...profile(person), citizenId: '1100000000017', phone: 'x' })
    expect([visit.status, visit.path]).toEqual([422, '/sign-in/profile'])
    expect(visit.text).toContain(identityText.citizenIdBad)
    expect(visit.text).toContain(identityText.phoneBad)
    expect(visit.html).toContain('value="กนกวรรณ"')
    await visit.submit({ ...profile(person), citizenId: '1100000000016' })
    expect([visit.path, visit.cookie('laas.sid')]).toEqual(['/login', undefined])
  })

  it('R-4: where nobody had registered the holder, the account is provisional, whatever number is typed', async () => {
    const person = await aPerson(office, { ...unit, isKnown: false })
    const { visit } = await firstRound(person)
    await visit.submit(profile(person))
    expect(visit.text).toContain(identityText.provisional)
    expect((await office.owner('users').where({ id: person.id }).first('status')).status).toBe('provisional')
  })
})

describe('AC-16: on 18 February 2568', () => {
  async function afterFirstRound(): Promise<Person> {
    const person = await aPerson(office, unit)
    const { visit } = await firstRound(person)
    await visit.submit(profile(person))
    return { ...person, password: newPassword }
  }

  it('the same person signs in with the own password, and goes through S-02 and the whole chain again', async () => {
    const person = await afterFirstRound()
    office.clock.set(instant('2025-02-05T03:00:00Z'))
    expect((await enter(office.visit(), person)).text).toContain('ระบบปิดการใช้งาน')
    office.clock.set(february)
    const visit = await enter(office.visit(), person)
    expect(visit.path).toBe('/sign-in/citizen-id')
    await visit.submit({ citizenId: person.citizenId })
    await proveAs(office, visit, person.citizenId)
    expect(visit.path).toBe('/sign-in/person')
    await visit.submit({ answer: 'yes' })
    expect([visit.path, visit.text.includes('xxx')]).toEqual(['/sign-in/otp', true])
    await visit.submit({ code: await codeFor(office, person.email) })
    expect((await visit.submit({ password: newPassword, again: newPassword })).text).toContain(identityText.passwordReused)
    await visit.submit({ password: 'Second-Round-Rice-8', again: 'Second-Round-Rice-8' })
    expect(visit.path).toBe('/')
    expect((await office.owner('users').where({ id: person.id }).first('identity_level')).identity_level).toBe('thaid')
    office.clock.advance(86400)
    await signedIn(office, { ...person, password: 'Second-Round-Rice-8' })
  })

  it('a number that was only claimed in October must be the one ThaiD proves', async () => {
    const person = await afterFirstRound()
    office.clock.set(february)
    const visit = await enter(office.visit(), person)
    await visit.submit({ citizenId: person.citizenId })
    await proveAs(office, visit, '1100000000016')
    expect(visit.text).toContain(identityText.thaidMismatch)
  })
})
