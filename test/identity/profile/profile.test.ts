import { describe, expect, it } from 'vitest'
import { identityText } from '../../../src/identity/identity.text.ts'
import { testOffice } from '../../support/app.ts'
import { aPerson, enter, eventsOf, proveAs, signedIn, type Person } from '../../support/people.ts'
import { codeFor } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'

const office = await testOffice()

async function inside(): Promise<{ visit: Visit; person: Person }> {
  const person = await aPerson(office)
  return { person, visit: await signedIn(office, person) }
}

const emailOf = async (person: Person) => (await office.owner('users').where({ id: person.id }).first('email')).email
const edited = { position: 'เจ้าพนักงานพัสดุ', phone: '๐๘ ๑๒๓๔ ๕๖๗๘' }

describe('one\'s own profile', () => {
  it('shows number and address masked, and when and from where one signed in', async () => {
    const { visit, person } = await inside()
    await visit.open('/profile')
    expect(visit.html).not.toContain(person.citizenId)
    expect(visit.html).not.toContain(person.email)
    expect(visit.text).toContain(visit.ip)
  })

  it('is changed by its owner, in Thai digits too, and noted', async () => {
    const { visit, person } = await inside()
    await visit.open('/profile/edit')
    await visit.submit(edited)
    expect([visit.path, visit.text.includes(identityText.profileSaved)]).toEqual(['/profile', true])
    expect(await office.owner('users').where({ id: person.id }).first('position', 'phone')).toEqual({ position: 'เจ้าพนักงานพัสดุ', phone: '08 1234 5678' })
    expect(await eventsOf(office, person)).toContain('USER_PROFILE_CHANGED')
  })

  it('a bad entry is refused at its field with the input kept; what is not asked for is not taken', async () => {
    const { visit, person } = await inside()
    await visit.open('/profile/edit')
    await visit.submit({ ...edited, phone: 'โทรมานะ' })
    expect(visit.status).toBe(422)
    expect(visit.text).toContain(identityText.phoneBad)
    expect(visit.html).toContain(`value="${edited.position}"`)
    await visit.submit({ ...edited, firstName: 'ชื่ออื่น', email: 'attacker@example.net', status: 'active', organisation_id: '1', username: 'root' })
    expect(visit.path).toBe('/profile')
    expect(await office.owner('users').where({ id: person.id }).first('email', 'username', 'first_name')).toEqual({ email: person.email, username: person.username, first_name: 'ทดสอบ' })
  })
})

describe('a change of e-mail', () => {
  it('asks for ThaiD, then proves the new address by a code; the old one is told, and every browser is a stranger again', async () => {
    const { visit, person } = await inside()
    await visit.open('/profile')
    await visit.submit({}, '/profile/change-email')
    expect(visit.path).toBe('/sign-in/thaid')
    await proveAs(office, visit, person.citizenId)
    const fresh = `new.${person.email}`
    await visit.submit({ email: fresh })
    expect([visit.path, await emailOf(person)]).toEqual(['/sign-in/otp', person.email])
    expect(visit.html).not.toContain('/sign-in/otp/by-thaid')
    await visit.post('/sign-in/otp/by-thaid')
    expect(visit.path).toBe('/sign-in/otp')
    await visit.submit({ code: await codeFor(office, fresh) })
    expect([visit.path, await emailOf(person)]).toEqual(['/profile', fresh])
    expect((await office.mailTo(person.email)).subject).toBe(identityText.mailEmailChanged.subject)
    expect((await enter(visit, person)).path).toBe('/sign-in/otp')
  })

  it('by somebody else at the open machine stops at ThaiD', async () => {
    const { visit, person } = await inside()
    await visit.post('/profile/change-email')
    await proveAs(office, visit, '1100000000016')
    expect(await emailOf(person)).toBe(person.email)
    expect(await eventsOf(office, person)).toContain('AUTH_ALARM')
  })
})
