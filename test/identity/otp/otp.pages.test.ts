import { describe, expect, it } from 'vitest'
import { identityPages, identityText } from '../../../src/identity/identity.text.ts'
import { consumeChallenge } from '../../../src/identity/otp/otp.repository.ts'
import { subjectOf } from '../../../src/identity/otp/otp.service.ts'
import { ownOrigin, visitor } from '../../../src/platform/database/work.ts'
import { testOffice } from '../../support/app.ts'
import { aPerson, enter, eventsOf, type Person } from '../../support/people.ts'
import { codeFor } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'

const office = await testOffice()

/** Password given, code on its way. */
async function atCode(given: { visit?: Visit; person?: Person } = {}): Promise<{ visit: Visit; person: Person }> {
  const person = given.person ?? await aPerson(office)
  const visit = await enter(given.visit ?? office.visit(), person)
  expect(visit.path).toBe('/sign-in/otp')
  return { visit, person }
}

/** A wrong code, whatever the right one is. */
function wrong(code: string): string {
  return code === '000000' ? '000001' : '000000'
}

const mailsTo = (person: Person) => office.owner('mails').where({ recipient: person.email }).orderBy('id').select('subject', 'body_text')
const otpSent = (html: string) => /data-countdown="(\d+)"/.exec(html)?.[1]
const hasResend = (visit: Visit) => /action="\/sign-in\/otp\/resend"[^>]*?( hidden)?>/.exec(visit.html)?.[1] === undefined

describe('S-07', () => {
  it('AC-06: one mail with six digits and the reference; the page masks the address and counts from five minutes', async () => {
    await office.owner.raw(`SELECT setval('otp_reference_numbers', 151)`)
    const person = await aPerson(office, { changes: { email: 'example@gmail.com' } })
    const { visit } = await atCode({ person })
    await office.sendMail()
    await visit.open('/sign-in/otp')
    expect(visit.text).toContain('xxxple@gmail.com')
    expect(visit.text).not.toContain('example@gmail.com')
    expect(visit.text).toContain('เลขอ้างอิง : E00152')
    expect(otpSent(visit.html)).toBe('300')
    const mails = await mailsTo({ ...person, email: 'example@gmail.com' })
    expect(mails).toHaveLength(1)
    expect(mails[0].subject).toBe('รหัส OTP ระบบ New e-LAAS เลขอ้างอิง E00152')
    expect(mails[0].body_text).toMatch(/\b\d{6}\b[\s\S]*E00152[\s\S]*5 นาที[\s\S]*ห้ามแจ้งรหัสนี้แก่ผู้อื่น/)
    expect(mails[0].body_text).not.toMatch(/https?:|ทดสอบ/)
  })

  it('says that the mail is on its way until the relay has it, and the five minutes begin then (R-6)', async () => {
    const { visit, person } = await atCode()
    expect(visit.text).toContain('กำลังส่งอีเมล')
    expect(visit.headers.get('refresh')).toBe('2')
    office.clock.advance(240)
    const code = await codeFor(office, person.email)
    office.clock.advance(299)
    await visit.open('/sign-in/otp')
    expect(visit.text).not.toContain('กำลังส่งอีเมล')
    expect(otpSent(visit.html)).toBe('1')
    expect((await visit.submit({ code })).path).toBe('/')
  })

  it('AC-07: no resend at 04:01, a resend with its hint at 04:00', async () => {
    const { visit } = await atCode()
    await office.sendMail()
    office.clock.advance(59)
    await visit.open('/sign-in/otp')
    expect([otpSent(visit.html), hasResend(visit)]).toEqual(['241', false])
    await visit.post('/sign-in/otp/resend')
    expect(visit.text).toContain(identityText.otpTooSoon(1))
    office.clock.advance(1)
    await visit.open('/sign-in/otp')
    expect([otpSent(visit.html), hasResend(visit)]).toEqual(['240', true])
    expect(visit.text).toContain(identityPages.resendHint)
  })

  it('AC-08: a new code brings the next reference and a new countdown, and the old one is refused', async () => {
    const { visit, person } = await atCode()
    const old = await codeFor(office, person.email)
    const reference = /E(\d{5})/.exec(visit.text)?.[1]
    office.clock.advance(60)
    await visit.open('/sign-in/otp')
    await visit.submit({}, '/sign-in/otp/resend')
    const fresh = await codeFor(office, person.email)
    await visit.open('/sign-in/otp')
    expect(visit.text).toContain(`E${String(Number(reference) + 1).padStart(5, '0')}`)
    expect(otpSent(visit.html)).toBe('300')
    if (old !== fresh) expect((await visit.submit({ code: old })).text).toContain(identityText.otpBad)
    expect((await visit.submit({ code: fresh })).path).toBe('/')
  })

  it('AC-09: the right code one second late is told so in the circular\'s words, and a new one helps', async () => {
    const { visit, person } = await atCode()
    const code = await codeFor(office, person.email)
    office.clock.advance(300)
    await visit.submit({ code })
    expect([visit.status, visit.path]).toEqual([422, '/sign-in/otp'])
    expect(visit.text).toContain('รหัส OTP หมดเวลา กรุณาตรวจสอบอีเมลหรือกดส่งรหัส OTP อีกครั้ง')
    await visit.submit({}, '/sign-in/otp/resend')
    expect((await visit.submit({ code: await codeFor(office, person.email) })).path).toBe('/')
  })

  it('AC-28: five wrong codes close the sign-in, and the right one then fails too; four do not', async () => {
    const { visit, person } = await atCode()
    const code = await codeFor(office, person.email)
    for (let n = 0; n < 4; n += 1) expect((await visit.submit({ code: wrong(code) })).text).toContain(identityText.otpBad)
    const again = await atCode()
    const other = await codeFor(office, again.person.email)
    for (let n = 0; n < 4; n += 1) await again.visit.submit({ code: wrong(other) })
    expect((await again.visit.submit({ code: other })).path).toBe('/')
    const pre = visit.cookie('laas.pre')
    await visit.submit({ code: wrong(code) })
    expect([visit.path, visit.text.includes(identityText.otpTooMany)]).toEqual(['/login', true])
    visit.setCookie('laas.pre', pre)
    await visit.open('/login')
    expect((await visit.post('/sign-in/otp', { code })).path).toBe('/login')
    expect((await visit.open('/')).path).toBe('/login')
    expect(await eventsOf(office, person)).toContain('AUTH_VOID')
  })

  it('a resend does not give five tries more', async () => {
    const { visit, person } = await atCode()
    const code = await codeFor(office, person.email)
    for (let n = 0; n < 4; n += 1) await visit.submit({ code: wrong(code) })
    office.clock.advance(60)
    await visit.open('/sign-in/otp')
    await visit.submit({}, '/sign-in/otp/resend')
    const fresh = await codeFor(office, person.email)
    expect((await visit.submit({ code: wrong(fresh) })).path).toBe('/login')
  })

  it('AC-29: of two tabs that send the right code at the same instant exactly one gets in', async () => {
    const { visit, person } = await atCode()
    const code = await codeFor(office, person.email)
    const tabs = [office.visit(), office.visit(), office.visit()]
    for (const tab of tabs) {
      for (const name of ['laas.pre', 'laas.csrf']) tab.setCookie(name, visit.cookie(name))
      tab.html = visit.html
    }
    await Promise.all(tabs.map((tab) => tab.post('/sign-in/otp', { code }, false)))
    expect(tabs.filter((tab) => tab.cookie('laas.sid') !== undefined)).toHaveLength(1)
    expect((await eventsOf(office, person)).filter((event) => event === 'AUTH_SIGNED_IN')).toHaveLength(1)
    expect(await office.owner('sessions').where({ user_id: person.id })).toHaveLength(1)
  })

  it('AC-29: the statement that accepts a code takes it for one caller only, and never one that a newer code replaced', async () => {
    const [{ person }, other] = [await atCode(), await atCode()]
    const idOf = async (owner: Person) => (await office.owner('otp_challenges as c').join('sign_in_transactions as t', 't.id', 'c.transaction_id').where({ 't.user_id': owner.id }).first('c.id')).id
    const consume = (id: string) => office.database.work(visitor, ownOrigin, (work) => consumeChallenge(work, id))
    const id = await idOf(person)
    expect((await Promise.all([consume(id), consume(id), consume(id)])).filter((taken) => taken)).toHaveLength(1)
    const replaced = await idOf(other.person)
    await office.owner('otp_challenges').where({ id: replaced }).update({ voided_at: office.clock.now() })
    expect(await consume(replaced)).toBe(false)
  })

  it('AC-30: a code of one sign-in is worth nothing in another, not even the same person\'s', async () => {
    const [mine, theirs] = [await atCode(), await atCode()]
    const code = await codeFor(office, theirs.person.email)
    const own = await codeFor(office, mine.person.email)
    if (code !== own) expect((await mine.visit.submit({ code })).text).toContain(identityText.otpBad)
    const second = await atCode({ person: mine.person })
    const fresh = await codeFor(office, mine.person.email)
    if (own !== fresh) expect((await second.visit.submit({ code: own })).text).toContain(identityText.otpBad)
    expect((await second.visit.submit({ code: fresh })).path).toBe('/')
  })

  it('a code used once is used up', async () => {
    const { visit, person } = await atCode()
    const code = await codeFor(office, person.email)
    const pre = visit.cookie('laas.pre')
    await visit.submit({ code })
    const thief = office.visit()
    thief.setCookie('laas.pre', pre)
    expect((await thief.open('/sign-in/otp')).path).toBe('/login')
    expect((await thief.post('/sign-in/otp', { code })).path).toBe('/login')
  })

  it('AC-37: a resend pressed by script is one a minute, five a sign-in, ten a day', async () => {
    const { visit, person } = await atCode()
    for (let n = 0; n < 20; n += 1) await visit.post('/sign-in/otp/resend')
    expect(await mailsTo(person)).toHaveLength(1)
    for (let n = 0; n < 6; n += 1) {
      await office.sendMail()
      office.clock.advance(60)
      await visit.post('/sign-in/otp/resend')
    }
    expect(await mailsTo(person)).toHaveLength(5)
    expect(visit.text).toContain(identityText.otpNoMore)
    await office.owner('sign_in_counters').where({ name: 'mails-account', subject: person.id }).update({ count: 9 })
    await atCode({ person })
    expect(await mailsTo(person)).toHaveLength(6)
    expect((await enter(visit, person)).text).toContain(identityText.mailTooMany)
    expect(await mailsTo(person)).toHaveLength(6)
    office.clock.advance(86400)
    await atCode({ person })
    expect(await mailsTo(person)).toHaveLength(7)
  })

  it('twenty mails a day to one address, whoever asks', async () => {
    const email = 'shared@example.com'
    const [one, other] = [await aPerson(office, { changes: { email } }), await aPerson(office, { changes: { email } })]
    await office.owner('sign_in_counters').insert({ name: 'mails-address', subject: subjectOf(office.identity, email), window_started_at: office.clock.now(), count: 19 })
    await atCode({ person: one })
    const visit = await enter(office.visit(), other)
    expect(await office.owner('mails').where({ recipient: email })).toHaveLength(1)
    expect(visit.text).toContain(identityText.mailTooMany)
  })

  it('whoever gets no mail today is told why at every look at the page, once each time', async () => {
    const person = await aPerson(office)
    await office.owner('sign_in_counters').insert({ name: 'mails-account', subject: person.id, window_started_at: office.clock.now(), count: 10 })
    const visit = await enter(office.visit(), person)
    const told = (text: string) => text.split(identityText.mailTooMany).length - 1
    const looks = [told(visit.text), told((await visit.open('/sign-in/otp')).text), told((await visit.open('/sign-in/otp')).text)]
    expect(looks).toEqual([1, 1, 1])
    expect(told((await visit.submit({ code: '123456' })).text)).toBe(1)
  })

  it('three sign-ins closed within the hour rest the account for thirty minutes from the third', async () => {
    const person = await aPerson(office)
    const close = async () => {
      const { visit } = await atCode({ person })
      const code = await codeFor(office, person.email)
      for (let n = 0; n < 5; n += 1) await visit.submit({ code: wrong(code) })
      expect(visit.path).toBe('/login')
    }
    await close()
    office.clock.advance(1200)
    await close()
    await atCode({ person })
    office.clock.advance(1200)
    await close()
    office.clock.advance(1799)
    expect((await enter(office.visit(), person)).text).toContain(identityText.loginWait(30))
    office.clock.advance(1)
    await atCode({ person })
  })
})
