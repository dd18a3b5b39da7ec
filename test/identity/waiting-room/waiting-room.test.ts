import { afterEach, describe, expect, it, vi } from 'vitest'
import { admitNext } from '../../../src/identity/waiting-room/waiting-room.repository.ts'
import { moveLine } from '../../../src/identity/waiting-room/waiting-room.service.ts'
import { ownOrigin, visitor } from '../../../src/platform/database/work.ts'
import { testOffice } from '../../support/app.ts'
import { aPerson, enter, type Person } from '../../support/people.ts'
import { type Visit } from '../../support/visit.ts'

const office = await testOffice()
afterEach(async () => {
  vi.restoreAllMocks()
  await office.owner('sign_in_tickets').delete()
  office.identity.line.see({ first: undefined, pace: 0 })
})

/** As if as many passwords waited as were ordered. */
function full(): void {
  vi.spyOn(office.passwords, 'hasRoom').mockReturnValue(false)
}

async function inLine(): Promise<{ visit: Visit; person: Person }> {
  const person = await aPerson(office)
  const visit = await enter(office.visit(), person)
  expect(visit.path).toBe('/login/waiting')
  return { visit, person }
}

async function placeOf(visit: Visit): Promise<string | undefined> {
  await visit.open('/login/waiting')
  return /data-position>(\d+)</.exec(visit.html)?.[1]
}

const admit = (howMany: number) => office.database.work(visitor, ownOrigin, async (work) => { await admitNext(work, howMany) })

describe('when more come than can be checked', () => {
  it('each is told the place in line, on a page that asks again by itself and needs no script', async () => {
    full()
    const line = [await inLine(), await inLine(), await inLine()]
    expect(await Promise.all(line.map(({ visit }) => placeOf(visit)))).toEqual(['1', '2', '3'])
    expect(Number(line[2]?.visit.headers.get('refresh'))).toBeGreaterThan(0)
    expect(line[2]?.visit.status).toBe(200)
  })

  it('nobody who waits has been asked of the database by name, and no password was looked at', async () => {
    full()
    const verify = vi.spyOn(office.passwords, 'verify')
    const { person } = await inLine()
    expect(verify).not.toHaveBeenCalled()
    const tickets = JSON.stringify(await office.owner('sign_in_tickets'))
    for (const secret of [person.username, person.password]) expect(tickets).not.toContain(secret)
  })

  it('they are let in in order, once each, also when two processes let in at once', async () => {
    full()
    const line = [await inLine(), await inLine(), await inLine(), await inLine()]
    await Promise.all([admit(1), admit(2)])
    expect(await office.owner('sign_in_tickets').whereNotNull('admitted_at')).toHaveLength(3)
    expect(await Promise.all(line.map(({ visit }) => placeOf(visit)))).toEqual([undefined, undefined, undefined, '1'])
    expect(line[0]?.visit.html).toContain('data-login')
  })

  it('whose turn it is gets in though the queue is full, and with that ticket only once', async () => {
    full()
    const { visit, person } = await inLine()
    await admit(1)
    await visit.open('/login/waiting')
    const ticket = visit.cookie('laas.ticket')
    await visit.submit({ username: person.username, password: person.password })
    expect(visit.path).toBe('/sign-in/otp')
    expect(visit.cookie('laas.ticket')).toBeUndefined()
    const again = office.visit()
    again.setCookie('laas.ticket', ticket)
    expect((await enter(again, person)).path).toBe('/login/waiting')
  })

  it('a turn not taken lapses after three minutes', async () => {
    full()
    const [quick, slow] = [await inLine(), await inLine()]
    await admit(2)
    office.clock.advance(179)
    expect((await enter(quick.visit, quick.person)).path).toBe('/sign-in/otp')
    office.clock.advance(1)
    expect((await enter(slow.visit, slow.person)).path).toBe('/login/waiting')
    expect(await placeOf(slow.visit)).toBe('1')
  })

  it('pressing again keeps the place', async () => {
    full()
    const first = await inLine()
    await inLine()
    for (let n = 0; n < 3; n += 1) await enter(first.visit, first.person)
    expect(await placeOf(first.visit)).toBe('1')
    expect(await office.owner('sign_in_tickets')).toHaveLength(2)
  })

  it('whoever comes while others wait stands behind them, though there is room again', async () => {
    full()
    await inLine()
    vi.restoreAllMocks()
    const late = await inLine()
    expect(await placeOf(late.visit)).toBe('2')
    await admit(2)
    expect((await enter(office.visit(), await aPerson(office))).path).toBe('/sign-in/otp')
  })

  it('one address gets no endless row of places: beyond the setting it is sent away, another is not', async () => {
    full()
    await office.owner('sign_in_counters').where({ name: 'ticket' }).delete()
    await office.owner('sign_in_settings').where({ name: 'tickets_per_address' }).update({ value: 2 })
    const person = await aPerson(office)
    const flood = () => { const visit = office.visit(); visit.ip = '198.51.100.9'; return enter(visit, person) }
    expect([(await flood()).path, (await flood()).path]).toEqual(['/login/waiting', '/login/waiting'])
    expect((await flood()).status).toBe(503)
    expect(await office.owner('sign_in_tickets')).toHaveLength(2)
    expect((await inLine()).visit.path).toBe('/login/waiting')
    await office.owner('sign_in_settings').where({ name: 'tickets_per_address' }).update({ value: 300 })
  })

  it('a forged ticket is no place in front', async () => {
    full()
    const forger = office.visit()
    forger.setCookie('laas.ticket', 'A'.repeat(43))
    expect((await enter(forger, await aPerson(office))).path).toBe('/login/waiting')
  })

  it('their looks are answered from memory between two rounds, without asking the database', async () => {
    full()
    const line = [await inLine(), await inLine(), await inLine()]
    await office.database.work(visitor, ownOrigin, (work) => moveLine(work, { line: office.identity.line, counter: { ease: 0, perSecond: 0 }, seconds: 0.5 }))
    await admit(3)
    expect(await Promise.all(line.map(({ visit }) => placeOf(visit)))).toEqual(['1', '2', '3'])
    expect(line[1]?.visit.headers.get('refresh')).toBe('3')
    expect(JSON.parse((await line[1]?.visit.open('/login/waiting?format=json'))?.html ?? '')).toEqual({ isAdmitted: false, position: 2, seconds: 3 })
    await office.database.work(visitor, ownOrigin, (work) => moveLine(work, { line: office.identity.line, counter: { ease: 0, perSecond: 0 }, seconds: 0.5 }))
    expect(await placeOf(line[1]?.visit ?? office.visit())).toBeUndefined()
  })

  it('name and return address are still there at one’s turn, the password is not; a return address of elsewhere is not kept', async () => {
    full()
    const person = await aPerson(office)
    const visit = office.visit()
    await visit.open('/login?return=/ledger/trial-balance')
    await visit.submit({ username: person.username, password: person.password })
    expect(visit.path).toBe('/login/waiting')
    await admit(1)
    await visit.open('/login/waiting')
    expect(visit.html).toContain(`value="${person.username}"`)
    expect(visit.html).toContain('name="return" value="/ledger/trial-balance"')
    expect(visit.html).not.toContain(person.password)
    visit.setCookie('laas.entry', new URLSearchParams({ username: '"><script>', return: 'https://elsewhere.example' }).toString())
    await visit.open('/login/waiting')
    expect(visit.html).not.toMatch(/<script>|elsewhere/)
  })

  it('a script is told the same as JSON', async () => {
    full()
    const { visit } = await inLine()
    const asked = async () => JSON.parse((await visit.open('/login/waiting?format=json')).html)
    expect(await asked()).toMatchObject({ isAdmitted: false, position: 1 })
    await admit(1)
    expect(await asked()).toMatchObject({ isAdmitted: true })
    const nobody = await office.visit().open('/login/waiting?format=json')
    expect(JSON.parse(nobody.html)).toMatchObject({ isAdmitted: true })
  })
})
