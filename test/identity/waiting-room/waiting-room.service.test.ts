// The line of opening day moves as fast as passwords can be checked, and asking for one's place does not fill the house.
import { beforeEach, describe, expect, it } from 'vitest'
import { PasswordQueue } from '../../../src/identity/password/password-queue.ts'
import { createTicket, findPace, findTicket, spendTicket } from '../../../src/identity/waiting-room/waiting-room.repository.ts'
import { moveLine } from '../../../src/identity/waiting-room/waiting-room.service.ts'
import { Line, secondsToNextLook } from '../../../src/identity/waiting-room/waiting-room.ts'
import { ownOrigin, visitor, type Read, type Work } from '../../../src/platform/database/work.ts'
import { testDatabase } from '../../support/database.ts'

const db = await testDatabase()
const read = <T>(use: (key: Read) => Promise<T>) => db.database.read(visitor, ownOrigin, use)
const work = <T>(use: (key: Work) => Promise<T>) => db.database.work(visitor, ownOrigin, use)
const placeOf = (ticket: string) => read((key) => findTicket(key, ticket, 180))
const round = (line: Line, counter: { ease: number; perSecond: number }) => work((key) => moveLine(key, { line, counter, seconds: 0.5 }))

/** Their tickets, the first one at 1. */
async function stand(length: number): Promise<(place: number) => string> {
  const tickets = await work(async (key) => { const made = ['']; for (let n = 1; n <= length; n += 1) made.push(await createTicket(key)); return made })
  return (place) => tickets[place] ?? ''
}

beforeEach(async () => { await db.owner('sign_in_tickets').delete() })

describe('letting people in', () => {
  it('takes as many from the front as can be checked in the time', async () => {
    const ticket = await stand(30)
    expect(await round(new Line(), { ease: 1, perSecond: 40 })).toBe(20)
    expect(await placeOf(ticket(20))).toEqual({ isAdmitted: true, position: 0 })
    expect(await placeOf(ticket(21))).toEqual({ isAdmitted: false, position: 1 })
    expect(await placeOf(ticket(30))).toEqual({ isAdmitted: false, position: 10 })
  })

  it('takes fewer the fuller the queue of passwords is, and nobody when it is full', async () => {
    await stand(30)
    expect(await round(new Line(), { ease: 0.25, perSecond: 40 })).toBe(5)
    expect(await round(new Line(), { ease: 0, perSecond: 40 })).toBe(0)
  })

  it('waits for those on their way to the counter, but not for those who have closed the page', async () => {
    const ticket = await stand(30)
    const line = new Line()
    const slow = { ease: 1, perSecond: 2 }
    for (let n = 0; n < 8; n += 1) await round(line, slow)
    expect(await round(line, slow)).toBe(0)
    expect(await work((key) => spendTicket(key, ticket(3), 180))).toBe(true)
    expect(await round(line, slow)).toBe(1)
    expect(await round(line, slow)).toBe(0)
    db.clock.advance(31)
    expect(await round(line, slow)).toBe(1)
  })

  it('slows down and stops while the process has more to do than it can answer, though no password waits', () => {
    const house = { ease: 1 }
    const passwords = new PasswordQueue({ concurrency: 1, waiting: 40, ease: () => house.ease })
    expect([passwords.hasRoom(), passwords.ease]).toEqual([true, 1])
    house.ease = 0.25
    expect([passwords.hasRoom(), passwords.ease]).toEqual([true, 0.25])
    house.ease = -1
    expect([passwords.hasRoom(), passwords.ease]).toEqual([false, 0])
  })

  it('opens the door for one try only', async () => {
    const ticket = await stand(1)
    expect(await work((key) => spendTicket(key, ticket(1), 180))).toBe(false)
    await round(new Line(), { ease: 1, perSecond: 40 })
    expect(await work((key) => spendTicket(key, ticket(1), 180))).toBe(true)
    expect(await work((key) => spendTicket(key, ticket(1), 180))).toBe(false)
  })
})

describe('the next look at one\'s place', () => {
  it('comes half-way to one\'s turn, at the earliest after three seconds, at the latest after sixty', () => {
    expect([1, 180, 181, 600, 6000].map((place) => secondsToNextLook(place, 30))).toEqual([3, 3, 4, 10, 60])
  })

  it('supposes ten a second while the line stands', async () => {
    await stand(1)
    expect(secondsToNextLook(100, await read(findPace))).toBe(5)
  })

  it('knows how fast the line moves', async () => {
    await stand(61)
    await round(new Line(), { ease: 1, perSecond: 120 })
    db.clock.advance(2)
    expect(await read(findPace)).toBe(30)
  })
})

describe('a look answered from memory', () => {
  it('tells the place as the last round saw it, and leaves to the database whose turn it may be', async () => {
    const ticket = await stand(30)
    const line = new Line()
    expect(line.placeOf(ticket(30))).toBeUndefined()
    await round(line, { ease: 1, perSecond: 40 })
    expect(line.placeOf(ticket(20))).toBeUndefined()
    expect(line.placeOf(ticket(21))?.position).toBe(1)
    expect(line.placeOf(ticket(30))).toEqual({ position: 10, seconds: 3 })
    expect((await placeOf(ticket(30)))?.position).toBe(10)
  })

  it('knows nobody when nobody waits, and no ticket without a number', async () => {
    const line = new Line()
    const ticket = await stand(2)
    await round(line, { ease: 1, perSecond: 40 })
    expect([ticket(1), ticket(2), '9999999.forged'].map((one) => line.placeOf(one))).toEqual([undefined, undefined, undefined])
    await stand(2)
    await round(line, { ease: 0, perSecond: 40 })
    expect(['', 'forged', '.', '12', '-3.x', '99999999999999999999.x'].map((one) => line.placeOf(one))).toEqual(Array(6).fill(undefined))
  })
})
