// S-04 and the way back: whoever stands before the camera must be the holder.
import { afterEach, describe, expect, it } from 'vitest'
import { identityText } from '../../../src/identity/identity.text.ts'
import { addSeconds } from '../../../src/platform/dates.ts'
import { testOffice } from '../../support/app.ts'
import { aCitizenId, aPerson, comeBack, enter, eventsOf, proveAs, type Person, type Wanted } from '../../support/people.ts'
import { codeFor } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'

const office = await testOffice()
afterEach(() => office.thaid.goDown(false))

async function atThaid(wanted: Wanted = {}): Promise<{ visit: Visit; person: Person }> {
  const person = await aPerson(office, { standing: 'first', ...wanted })
  const visit = await enter(office.visit(), person)
  expect(visit.path).toBe('/sign-in/thaid')
  return { visit, person }
}

const stateIn = (visit: Visit) => /state=([\w-]+)/.exec(visit.html)?.[1] ?? ''
const stepOf = async (person: Person) => (await office.owner('sign_in_transactions').where({ user_id: person.id }).orderBy('id', 'desc').first('step', 'end_reason'))
const userOf = (person: Person) => office.owner('users').where({ id: person.id }).first()
const day = 86400

/** A head whose ninety days are over. */
const overdue = () => ({ standing: 'active', group: 'LAO_FIN_HEAD', changes: { identity_proven_at: addSeconds(office.clock.now(), -91 * day) } }) as const

describe('AC-26: the ThaiD of another person', () => {
  it('closes the sign-in, shows nothing of the account, overwrites nothing, and tells head and province', async () => {
    const [head, overseer] = [await aPerson(office, { group: 'LAO_FIN_HEAD' }), await aPerson(office, { at: 'P20', group: 'PROV_HEAD' })]
    const elsewhere = await aPerson(office, { at: 'P71', group: 'PROV_HEAD' })
    const { visit, person } = await atThaid({ group: 'LAO_FIN_HEAD', changes: { position: 'ผู้อำนวยการกองคลังลับ' } })
    const before = await userOf(person)
    expect(visit.text).not.toContain('กองคลังลับ')
    await proveAs(office, visit, aCitizenId(7001))
    expect([visit.path, visit.text.includes(identityText.thaidMismatch)]).toEqual(['/login', true])
    expect(visit.text).not.toContain('กองคลังลับ')
    expect(await userOf(person)).toEqual(before)
    expect(await stepOf(person)).toMatchObject({ end_reason: 'thaid-mismatch' })
    const told = (await office.owner('mails').where({ subject: identityText.mailAlarm.subject })).map((mail) => mail.recipient)
    expect(told).toEqual(expect.arrayContaining([head.email, overseer.email]))
    expect(told).not.toContain(elsewhere.email)
    expect(await eventsOf(office, person)).toEqual(expect.arrayContaining(['AUTH_ALARM', 'AUTH_VOID']))
  })

  it('closes an everyday sign-in just so', async () => {
    const head = await aPerson(office, overdue())
    const visit = await enter(office.visit(), head)
    await proveAs(office, visit, aCitizenId(7002))
    expect([visit.path, visit.cookie('laas.sid')]).toEqual(['/login', undefined])
  })

  it('R-3: one who already has an account in the same office gets no second, elsewhere they may', async () => {
    const holder = await aPerson(office, { at: '420010301001', group: 'PAWN_MANAGER' })
    const claim = async (at: string, group: string) => {
      const person = await aPerson(office, { at, group, standing: 'first', isKnown: false })
      const visit = await enter(office.visit(), person)
      await visit.submit({ citizenId: holder.citizenId })
      return proveAs(office, visit, holder.citizenId)
    }
    expect((await claim('420010301001', 'PAWN_ACCOUNT')).text).toContain(identityText.thaidOtherAccount)
    expect((await claim('420010305001', 'SUB_ACCOUNT')).path).toBe('/sign-in/person')
  })

  it('a name that differs does not stop the holder', async () => {
    const { visit, person } = await atThaid()
    office.thaid.person(person.citizenId, { first: 'ชื่อใหม่', last: 'สกุลใหม่' })
    await comeBack(visit)
    expect(visit.path).toBe('/sign-in/person')
    expect(visit.text).toContain('สกุลใหม่')
  })
})

describe('AC-33 at the door: a return that is not an answer to this sign-in', () => {
  it('a wrong state is refused without telling why, and the way onward stays closed', async () => {
    const { visit, person } = await atThaid()
    office.thaid.person(person.citizenId)
    await visit.open('/sign-in/thaid/return?code=abc&state=forged')
    await visit.submit()
    expect([visit.path, visit.text.includes(identityText.thaidDenied)]).toEqual(['/sign-in/thaid', true])
    expect(office.log.some((line) => line.includes('"kind":"invalid"') && line.includes('"detail":"state"'))).toBe(true)
  })

  it('an answer used once is used up, in this browser and in another', async () => {
    const { visit, person } = await atThaid()
    const state = stateIn(visit)
    await proveAs(office, visit, person.citizenId)
    expect(visit.path).toBe('/sign-in/person')
    const asked = office.thaid.asked.length
    await visit.post('/sign-in/thaid/return', { query: `code=abc&state=${state}` })
    expect(visit.path).toBe('/sign-in/person')
    const other = await office.visit().open('/login')
    await other.post('/sign-in/thaid/return', { query: `code=abc&state=${state}` })
    expect(other.path).toBe('/login')
    expect(office.thaid.asked.length).toBe(asked)
  })

  it('an answer to one\'s own earlier challenge is refused after a new one was begun', async () => {
    const { visit, person } = await atThaid()
    const state = stateIn(visit)
    await visit.post('/sign-in/thaid/again')
    office.thaid.person(person.citizenId)
    await visit.post('/sign-in/thaid/return', { query: `code=abc&state=${state}` })
    expect(visit.path).toBe('/sign-in/thaid')
  })

  it('two tabs that bring the same answer at once count once', async () => {
    const { visit, person } = await atThaid()
    office.thaid.person(person.citizenId)
    const state = stateIn(visit)
    await Promise.all([1, 2].map(() => visit.post('/sign-in/thaid/return', { query: `code=abc&state=${state}` }, false)))
    expect((await eventsOf(office, person)).filter((code) => code === 'THAID_PROVEN')).toHaveLength(1)
  })

  it('the return page changes nothing by itself and carries foreign text as text', async () => {
    const { visit, person } = await atThaid()
    const asked = office.thaid.asked.length
    await visit.open(`/sign-in/thaid/return?code=${encodeURIComponent('"><img src=x>')}&state=${stateIn(visit)}`)
    expect(visit.html).not.toContain('<img src=x')
    expect(office.thaid.asked.length).toBe(asked)
    expect(await stepOf(person)).toMatchObject({ step: 'thaid', end_reason: null })
  })
})

describe('five starts an hour', () => {
  it('are allowed, a sixth closes the sign-in; an hour later it is allowed again', async () => {
    const { visit, person } = await atThaid()
    office.thaid.fails('denied')
    for (let n = 1; n < 5; n += 1) expect((await comeBack(visit)).path).toBe('/sign-in/thaid')
    expect(visit.text).toContain(identityText.thaidDenied)
    await comeBack(visit)
    expect([visit.path, visit.text.includes(identityText.thaidTooMany('1 ชั่วโมง'))]).toEqual(['/login', true])
    expect((await enter(visit, person)).path).toBe('/login')
    office.clock.advance(3600)
    expect((await enter(visit, person)).path).toBe('/sign-in/thaid')
  })
})

describe('ThaiD is waited for ten minutes, a setting', () => {
  const whole = 'กรุณายืนยันตัวตนในแอปพลิเคชันให้เสร็จภายใน'

  it('an answer that comes later counts as none and is not exchanged; the next try begins anew', async () => {
    const { visit, person } = await atThaid()
    const asked = office.thaid.asked.length
    office.clock.advance(600)
    await proveAs(office, visit, person.citizenId)
    expect([visit.path, visit.text.includes(identityText.thaidDenied)]).toEqual(['/sign-in/thaid', true])
    expect(office.thaid.asked.length).toBe(asked)
    await proveAs(office, visit, person.citizenId)
    expect(visit.path).toBe('/sign-in/person')
  })

  it('a second before its end it still counts', async () => {
    const { visit, person } = await atThaid()
    office.clock.advance(599)
    expect((await proveAs(office, visit, person.citizenId)).path).toBe('/sign-in/person')
  })

  it('whoever left the page open is offered a new start instead of a link that leads nowhere', async () => {
    const { visit } = await atThaid()
    office.clock.advance(600)
    await visit.open('/sign-in/thaid')
    expect([visit.html.includes('state='), visit.text.includes(identityText.thaidDenied)]).toEqual([false, true])
    await visit.submit({}, '/sign-in/thaid/again')
    expect(visit.html).toContain('state=')
  })

  it('the page says how long, as the setting has it', async () => {
    const { visit } = await atThaid()
    expect(visit.text).toContain(`${whole} 10 นาที`)
    await office.owner('sign_in_settings').where({ name: 'thaid_wait' }).update({ value: 90 })
    expect((await visit.open('/sign-in/thaid')).text).toContain(`${whole} 1 นาที 30 วินาที`)
    await office.owner('sign_in_settings').where({ name: 'thaid_wait' }).update({ value: 600 })
  })
})

describe('AC-24: while ThaiD is down', () => {
  it('whoever is proven goes on by password and code, heads past their ninety days too', async () => {
    const [clerk, head] = [await aPerson(office), await aPerson(office, overdue())]
    office.thaid.goDown()
    for (const person of [clerk, head]) {
      const visit = await enter(office.visit(), person)
      expect((await visit.submit({ code: await codeFor(office, person.email) })).path).toBe('/')
    }
  })

  it('whoever stood before ThaiD when it failed may take a code instead, but not while it answers', async () => {
    const head = await aPerson(office, overdue())
    const visit = await enter(office.visit(), head)
    expect(visit.path).toBe('/sign-in/thaid')
    expect(visit.html).not.toContain('/sign-in/thaid/by-code')
    await visit.post('/sign-in/thaid/by-code')
    expect(visit.path).toBe('/sign-in/thaid')
    office.thaid.goDown()
    await visit.open('/sign-in/thaid')
    await visit.submit({}, '/sign-in/thaid/by-code')
    expect((await visit.submit({ code: await codeFor(office, head.email) })).path).toBe('/')
  })

  it('a first-timer is told so and waits; however often they try, nothing is counted', async () => {
    office.thaid.goDown()
    const { visit, person } = await atThaid()
    expect(visit.text).toContain(identityText.thaidDownNotice)
    expect(visit.html).not.toContain('state=')
    for (let n = 0; n < 8; n += 1) expect((await visit.submit({}, '/sign-in/thaid/again')).path).toBe('/sign-in/thaid')
    await visit.post('/sign-in/thaid/by-code')
    expect(visit.path).toBe('/sign-in/thaid')
    office.thaid.goDown(false)
    await visit.open('/sign-in/thaid')
    await proveAs(office, visit, person.citizenId)
    expect(visit.path).toBe('/sign-in/person')
  })

  it('failing after the scan is not held against the person either', async () => {
    const { visit, person } = await atThaid()
    office.thaid.fails('unavailable')
    for (let n = 0; n < 8; n += 1) {
      await comeBack(visit)
      expect([visit.path, visit.text.includes(identityText.thaidDown)]).toEqual(['/sign-in/thaid', true])
    }
    expect(await office.owner('sign_in_counters').where({ name: 'thaid', subject: person.id }).where('count', '>', 0)).toEqual([])
    await proveAs(office, visit, person.citizenId)
    expect(visit.path).toBe('/sign-in/person')
  })

  it('AC-34: an answer without a number is our setting: nobody\'s account suffers, and an operator must act', async () => {
    const { visit, person } = await atThaid()
    office.thaid.fails('misconfigured')
    await comeBack(visit)
    expect([visit.path, visit.text.includes(identityText.thaidDown)]).toEqual(['/sign-in/thaid', true])
    expect(await stepOf(person)).toMatchObject({ end_reason: null })
    expect(office.log.some((line) => line.includes('"level":"ERROR"') && line.includes('misconfigured'))).toBe(true)
  })
})

describe('ThaiD instead of a code', () => {
  it('is offered at every sign-in, may be given up again, and signs in', async () => {
    const person = await aPerson(office)
    const visit = await enter(office.visit(), person)
    await visit.submit({}, '/sign-in/otp/by-thaid')
    await visit.submit({}, '/sign-in/thaid/by-code')
    expect(visit.path).toBe('/sign-in/otp')
    await visit.submit({}, '/sign-in/otp/by-thaid')
    await proveAs(office, visit, person.citizenId)
    expect(visit.path).toBe('/')
  })
})
