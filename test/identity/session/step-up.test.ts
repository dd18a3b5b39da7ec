// §1.6: a dangerous act asks for a second factor proven within the last ten minutes. A desk of the test's own stands for such acts.
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { page, redirect } from '../../../src/platform/http/reply.ts'
import { readForm, typed } from '../../../src/platform/http/form.ts'
import { get, post } from '../../../src/platform/http/route.ts'
import { formPage, officeFields } from '../../../src/identity/identity.view.ts'
import { testOffice } from '../../support/app.ts'
import { aPerson, enter, eventsOf, proveAs, signedIn, type Person } from '../../support/people.ts'
import { codeFor } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'

const done: string[] = []
const office = await testOffice({ extraRoutes: [
  get('/vault/edit', 'signed-in', async (_read, request) => page('identity/profile-edit', { ...formPage('ตู้นิรภัย'), fields: officeFields((name) => typed(request, name), {}) })),
  post('/vault/edit', 'signed-in', { freshProof: true, handle: async (work, request) => {
    done.push(`${work.actor.username} ${readForm(z.object({ position: z.string() }), request).position}`)
    return redirect('/profile')
  } }),
  get('/vault/5', 'signed-in', async () => page('identity/profile-edit', { ...formPage('ตู้นิรภัย 5'), fields: [] })),
  post('/vault/5/approve', 'signed-in', { freshProof: true, handle: async (work) => { done.push(`${work.actor.username} approved`); return redirect('/vault/5') } }),
] })

async function inside(): Promise<{ visit: Visit; person: Person }> {
  const person = await aPerson(office)
  const visit = await signedIn(office, person)
  await visit.open('/vault/edit')
  return { visit, person }
}

const mine = (person: Person) => done.filter((line) => line.startsWith(`${person.username} `))

describe('a dangerous act', () => {
  it('goes through within ten minutes of the second factor', async () => {
    const { visit, person } = await inside()
    office.clock.advance(600)
    await visit.post('/vault/edit', { position: 'ทันเวลา' })
    expect(mine(person)).toEqual([`${person.username} ทันเวลา`])
  })

  it('a second later asks for it again, keeps what was typed, and does nothing before', async () => {
    const { visit, person } = await inside()
    office.clock.advance(601)
    await visit.post('/vault/edit', { position: 'เก็บไว้ก่อน' })
    expect([visit.path, mine(person)]).toEqual(['/step-up?return=%2Fvault%2Fedit', []])
    const session = visit.cookie('laas.sid')
    await visit.submit({}, '/step-up')
    expect(visit.path).toBe('/sign-in/otp')
    await visit.submit({ code: await codeFor(office, person.email) })
    expect(visit.path).toBe('/vault/edit')
    expect(visit.cookie('laas.sid')).not.toBe(session)
    const copied = office.visit()
    copied.setCookie('laas.sid', session)
    expect((await copied.open('/profile')).path).toContain('/login')
    await visit.open('/vault/edit?draft=1')
    expect(visit.html).toContain('เก็บไว้ก่อน')
    await visit.post('/vault/edit', { position: 'เก็บไว้ก่อน' })
    expect(mine(person)).toEqual([`${person.username} เก็บไว้ก่อน`])
    expect(await eventsOf(office, person)).toContain('AUTH_STEP_UP')
  })

  it('a button on a page leads back to that page afterwards', async () => {
    const { visit, person } = await inside()
    office.clock.advance(601)
    await visit.post('/vault/5/approve')
    expect(visit.path).toBe('/step-up?return=%2Fvault%2F5')
    await visit.submit({}, '/step-up')
    await visit.submit({ code: await codeFor(office, person.email) })
    expect([visit.path, visit.status, mine(person)]).toEqual(['/vault/5', 200, []])
    await visit.post('/vault/5/approve')
    expect(mine(person)).toEqual([`${person.username} approved`])
  })

  it('a sign-in by password alone in a known browser proves no second factor', async () => {
    const { visit, person } = await inside()
    await visit.post('/sign-out')
    expect((await enter(visit, person)).path).toBe('/')
    await visit.open('/vault/edit')
    await visit.post('/vault/edit', { position: 'x' })
    expect([visit.path.split('?')[0], mine(person)]).toEqual(['/step-up', []])
  })

  it('may be proven by ThaiD, by its holder only', async () => {
    const { visit, person } = await inside()
    office.clock.advance(601)
    await visit.open('/step-up?return=/vault/edit')
    await visit.submit({}, '/step-up')
    await visit.submit({}, '/sign-in/otp/by-thaid')
    await proveAs(office, visit, person.citizenId)
    expect(visit.path).toBe('/vault/edit')
    await visit.post('/vault/edit', { position: 'y' })
    expect(mine(person)).toHaveLength(1)
    office.clock.advance(601)
    await visit.open('/step-up?return=/vault/edit')
    await visit.submit({}, '/step-up')
    await visit.submit({}, '/sign-in/otp/by-thaid')
    await proveAs(office, visit, '1100000000016')
    await visit.open('/vault/edit')
    await visit.post('/vault/edit', { position: 'z' })
    expect(mine(person)).toHaveLength(1)
  })

  it('proven for a session that has ended meanwhile opens nothing', async () => {
    const { visit, person } = await inside()
    office.clock.advance(601)
    await visit.open('/step-up')
    await visit.submit({}, '/step-up')
    const code = await codeFor(office, person.email)
    await office.owner('sessions').where({ user_id: person.id }).update({ ended_at: office.clock.now(), end_reason: 'signed-out' })
    await visit.submit({ code })
    expect(visit.path).toContain('/login')
    expect(await office.owner('sessions').where({ user_id: person.id }).whereNull('ended_at')).toEqual([])
  })

  it('does not lead out of the house', async () => {
    const { visit } = await inside()
    for (const path of ['//evil.example', 'https://evil.example', '/\\evil']) {
      await visit.open(`/step-up?return=${encodeURIComponent(path)}`)
      expect(visit.html).not.toContain('evil')
    }
    await visit.post('/step-up', { return: '//evil.example' })
    expect(visit.path).toBe('/sign-in/otp')
  })
})

describe('a form that stood open in another tab while the cookie changed', () => {
  it('is refused but not lost: what was typed is offered again; from another site it is only refused', async () => {
    const { visit, person } = await inside()
    await visit.post('/vault/edit', { _csrf: 'old', position: 'พิมพ์ไว้ในอีกแท็บ' })
    expect(visit.status).toBe(403)
    visit.fetchSite = 'same-origin'
    await visit.post('/vault/edit', { _csrf: 'old', position: 'พิมพ์ไว้ในอีกแท็บ' })
    expect([visit.path, mine(person)]).toEqual(['/vault/edit', []])
    expect((await visit.open('/vault/edit?draft=1')).html).toContain('พิมพ์ไว้ในอีกแท็บ')
  })
})
