// The sign-in page for somebody who is in already: there is nothing to sign in to.
import { describe, expect, it } from 'vitest'
import { identityText } from '../../../src/identity/identity.text.ts'
import { testOffice } from '../../support/app.ts'
import { aPerson, signedIn } from '../../support/people.ts'

const office = await testOffice()

describe('whoever is signed in and opens the sign-in page', () => {
  it('is led home, or to where the link wanted to go; never out of the system', async () => {
    const visit = await signedIn(office, await aPerson(office))
    expect((await visit.open('/login')).path).toBe('/')
    expect((await visit.open('/login?return=%2Fprofile')).path).toBe('/profile')
    expect((await visit.open('/login?return=%2F%2Fevil.example')).path).toBe('/')
    expect((await visit.open('/login?return=%2Flogin')).path).toBe('/')
  })

  it('sees it when the browser says that the time is up; that look does not prolong the session', async () => {
    const visit = await signedIn(office, await aPerson(office))
    office.clock.advance(1799)
    expect([(await visit.open('/login?ended=idle')).path, visit.text.includes(identityText.sessionEnded.idle)]).toEqual(['/login?ended=idle', true])
    office.clock.advance(1)
    expect((await visit.open('/profile')).path).toContain('/login?ended=idle')
  })

  it('sees it again once the session is over', async () => {
    const visit = await signedIn(office, await aPerson(office))
    office.clock.advance(1800)
    expect([(await visit.open('/login')).path, visit.html.includes('name="password"')]).toEqual(['/login', true])
  })
})
