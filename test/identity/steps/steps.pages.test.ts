// S-02 to S-06 as a person meets them.
import { beforeAll, describe, expect, it } from 'vitest'
import { hash } from 'argon2'
import { identityPages, identityText } from '../../../src/identity/identity.text.ts'
import { testOffice } from '../../support/app.ts'
import { aCitizenId, aPerson, enter, eventsOf, proveAs, signedIn, type Person, type Wanted } from '../../support/people.ts'
import { codeFor } from '../../support/sign-in.ts'
import { newPassword } from '../../support/journey.ts'
import { type Visit } from '../../support/visit.ts'

const office = await testOffice()
const province: Wanted = { at: 'P20', group: 'PROV_OFFICER', standing: 'first' }
const pawnshop: Wanted = { at: '420010301001', group: 'PAWN_MANAGER', standing: 'first', isKnown: false, changes: { first_name: '', last_name: '', title: '' } }

async function atCitizenId(wanted: Wanted = province): Promise<{ visit: Visit; person: Person }> {
  const person = await aPerson(office, wanted)
  const visit = await enter(office.visit(), person)
  expect(visit.path).toBe('/sign-in/citizen-id')
  return { visit, person }
}

async function atEmail(): Promise<{ visit: Visit; person: Person }> {
  const { visit, person } = await atCitizenId()
  await visit.submit({ citizenId: person.citizenId })
  await proveAs(office, visit, person.citizenId)
  await visit.submit({ answer: 'yes' })
  expect(visit.path).toBe('/sign-in/email')
  return { visit, person }
}

const triesOf = async (person: Person) => (await office.owner('sign_in_transactions').where({ user_id: person.id }).first('citizen_id_tries')).citizen_id_tries
const mailsTo = (address: string) => office.owner('mails').where({ recipient: address })

describe('S-02', () => {
  it('AC-01: a province account is asked for its 13 digits and has no session', async () => {
    const { visit } = await atCitizenId()
    expect(visit.text).toContain('เลขประจำตัวประชาชน 13 หลัก')
    expect(visit.cookie('laas.sid')).toBeUndefined()
    expect((await visit.open('/')).path).toBe('/login')
  })

  it('AC-02: a number with a bad check digit stays there and is one try', async () => {
    const { visit, person } = await atCitizenId()
    await visit.submit({ citizenId: '1100000000017' })
    expect([visit.status, visit.path]).toEqual([422, '/sign-in/citizen-id'])
    expect(visit.text).toContain(identityText.citizenIdBad)
    expect(await triesOf(person)).toBe(1)
  })

  it('four bad numbers may be followed by the right one; the fifth closes the sign-in', async () => {
    const [patient, guesser] = [await atCitizenId(), await atCitizenId()]
    for (const { visit } of [patient, guesser]) {
      for (const citizenId of ['1', '1100000000017', 'abc', '0000000000000']) expect((await visit.submit({ citizenId })).status).toBe(422)
    }
    expect((await patient.visit.submit({ citizenId: patient.person.citizenId })).path).toBe('/sign-in/thaid')
    await guesser.visit.submit({ citizenId: '1100000000017' })
    expect([guesser.visit.path, guesser.visit.text.includes(identityText.citizenIdBad)]).toEqual(['/login', true])
  })

  it('takes Thai digits, spaces and dashes', async () => {
    const { visit, person } = await atCitizenId()
    const [a, b] = [person.citizenId.slice(0, 5), person.citizenId.slice(5)]
    await visit.submit({ citizenId: ` ${[...a].map((digit) => '๐๑๒๓๔๕๖๗๘๙'[Number(digit)]).join('')}-${b} ` })
    expect(visit.path).toBe('/sign-in/thaid')
  })

  it('somebody else\'s number closes the sign-in in the words of a mistyped one, asks nobody about it and raises the alarm', async () => {
    const { visit, person } = await atCitizenId()
    await visit.submit({ citizenId: '1100000000016' })
    expect([visit.path, visit.text.includes(identityText.citizenIdBad)]).toEqual(['/login', true])
    expect(office.registry.asked).not.toContain('1100000000016')
    expect(await eventsOf(office, person)).toEqual(expect.arrayContaining(['AUTH_ALARM', 'AUTH_VOID']))
  })

  it('is no page to ask who has ThaiD: after five numbers in an hour the registry is asked no more', async () => {
    const { person } = await atCitizenId(pawnshop)
    const before = office.registry.asked.length
    for (let n = 0; n < 7; n += 1) {
      const visit = await enter(office.visit(), person)
      office.registry.forgets(aCitizenId(9000 + n))
      await visit.submit({ citizenId: aCitizenId(9000 + n) })
      expect(visit.path).toBe(n < 5 ? '/sign-in/thaid-not-found' : '/sign-in/thaid')
    }
    expect(office.registry.asked.length - before).toBe(5)
    expect((await eventsOf(office, person)).filter((code) => code === 'THAID_LOOKED_UP')).toHaveLength(7)
  })

  it('AC-03: a number unknown to ThaiD gets the circular\'s words, and every later address the sign-in page', async () => {
    const { visit, person } = await atCitizenId()
    office.registry.forgets(person.citizenId)
    await visit.submit({ citizenId: person.citizenId })
    expect(visit.path).toBe('/sign-in/thaid-not-found')
    expect(visit.text).toContain('ไม่พบข้อมูลใน ThaiD กรุณาดำเนินการลงทะเบียน ThaiD เพื่อยืนยันตัวตนก่อนลงชื่อเข้าใช้งาน')
    for (const step of ['thaid', 'person', 'email', 'otp', 'new-password', 'profile', 'citizen-id']) expect((await visit.open(`/sign-in/${step}`)).path).toBe('/login')
  })
})

describe('S-05', () => {
  it('AC-04: shows the masked number and the name that ThaiD gave', async () => {
    const { visit, person } = await atCitizenId(pawnshop)
    await visit.submit({ citizenId: person.citizenId })
    office.thaid.person(person.citizenId, { title: 'นางสาว', first: 'กนกวรรณ', last: 'ทองดี' })
    await visit.open(`/sign-in/thaid/return?code=abc&state=${/state=([\w-]+)/.exec(visit.html)?.[1]}`)
    await visit.submit()
    expect(visit.path).toBe('/sign-in/person')
    expect(visit.text).toContain('กนกวรรณ')
    expect(visit.text).toContain('ทองดี')
    const [tail = ''] = [person.citizenId.slice(-4)]
    expect(visit.text).toContain(`x-xxxx-xxxx${tail[0]}-${tail.slice(1, 3)}-${tail[3]}`)
    expect(visit.html).not.toContain(person.citizenId)
  })

  it('แก้ไข leads back to S-02, and nothing is bound by then', async () => {
    const { visit, person } = await atCitizenId(pawnshop)
    await visit.submit({ citizenId: person.citizenId })
    await proveAs(office, visit, person.citizenId)
    await visit.submit({ answer: 'no' })
    expect(visit.path).toBe('/sign-in/citizen-id')
    expect(await office.owner('users').where({ id: person.id }).first('citizen_id_index', 'status')).toEqual({ citizen_id_index: null, status: 'pending' })
  })
})

describe('S-06', () => {
  it.each([
    ['AC-05', 'abc@', identityText.emailBad], ['AC-35', 'a@b.co\r\nBcc: x@y.z', identityText.emailBad], ['AC-35, encoded', 'a@b.co%0d%0aBcc:x@y.z', identityText.emailBad],
    ['AC-36', 'someone@hotmail.com', identityText.emailHotmail], ['AC-36, elsewhere', 'Someone@HotMail.co.th', identityText.emailHotmail],
    ['two addresses', 'a@b.co,x@y.z', identityText.emailBad], ['quoted', '"a b"@c.co', identityText.emailBad], ['a name with it', 'A <a@b.co>', identityText.emailBad],
    ['no letters in front', '@b.co', identityText.emailBad], ['dots', 'a..b@c.co', identityText.emailBad], ['nothing', '', identityText.emailBad], ['no domain', 'a@localhost', identityText.emailBad],
    ['Thai letters', 'สมชาย@gmail.com', identityText.emailBad], ['looks like Latin', 'ad\u043cin@gmail.com', identityText.emailBad],
  ])('%s: %j is refused, and no mail is sent', async (_name, email, message) => {
    const { visit } = shared
    const before = await office.owner('mails').count({ n: '*' }).first()
    await visit.post('/sign-in/email', { email })
    expect([visit.status, visit.path]).toEqual([422, '/sign-in/email'])
    expect(visit.text).toContain(message)
    expect(await office.owner('mails').count({ n: '*' }).first()).toEqual(before)
  })

  let shared: { visit: Visit; person: Person }
  beforeAll(async () => { shared = await atEmail() })

  it('AC-10: going back and signing in again allows another address; the first was never bound', async () => {
    const { visit, person } = await atEmail()
    await visit.submit({ email: 'Typo.Person@GMIAL.com' })
    expect(visit.path).toBe('/sign-in/otp')
    expect(await mailsTo('Typo.Person@gmial.com')).toHaveLength(1)
    expect(await office.owner('users').where({ id: person.id }).first('email')).toEqual({ email: null })
    await visit.submit({}, '/sign-in/cancel')
    await enter(visit, person)
    await visit.submit({ citizenId: person.citizenId })
    await proveAs(office, visit, person.citizenId)
    await visit.submit({ answer: 'yes' })
    await visit.submit({ email: person.email })
    await visit.submit({ code: await codeFor(office, person.email) })
    expect(await office.owner('users').where({ id: person.id }).first('email')).toEqual({ email: person.email })
  })
})

describe('an LAO officer', () => {
  it('AC-13: enters with the 13 digits and Laas# and goes to ThaiD without being asked for them', async () => {
    const person = await aPerson(office, { standing: 'first' })
    const first = `${person.citizenId}Laas#`
    await office.owner('password_credentials').where({ user_id: person.id }).update({ hash: await hash(first, { memoryCost: 19456, timeCost: 2, parallelism: 1 }) })
    const visit = await enter(office.visit(), { ...person, password: first })
    expect(visit.path).toBe('/sign-in/thaid')
    expect(visit.html).not.toContain(person.citizenId)
  })

  it('AC-14: without ThaiD gets the message as a dialog with a way back, and no link onward', async () => {
    const person = await aPerson(office, { standing: 'first' })
    office.registry.forgets(person.citizenId)
    const visit = await enter(office.visit(), person)
    expect(visit.html).toMatch(/<dialog[^>]*data-modal/)
    expect(visit.text).toContain(identityText.thaidNotFound)
    expect(visit.text).toContain(identityPages.backToLogin)
    expect(visit.html).not.toContain('state=')
  })
})

describe('R-4, AC-41: an account that nobody had registered a holder for', () => {
  async function claimed(): Promise<{ visit: Visit; person: Person }> {
    const { visit, person } = await atCitizenId(pawnshop)
    await visit.submit({ citizenId: person.citizenId })
    await proveAs(office, visit, person.citizenId)
    await visit.submit({ answer: 'yes' })
    await visit.submit({ email: person.email })
    await visit.submit({ code: await codeFor(office, person.email) })
    await visit.submit({ password: newPassword, again: newPassword })
    expect(visit.path).toBe('/')
    return { visit, person: { ...person, password: newPassword } }
  }

  it('is provisional for seven days: says so, then neither works on nor signs in, and is suspended', async () => {
    const { visit, person } = await claimed()
    expect(visit.text).toContain(identityText.provisional)
    expect((await office.owner('users').where({ id: person.id }).first('status')).status).toBe('provisional')
    office.clock.advance(7 * 86400 - 60)
    await signedIn(office, person, visit)
    office.clock.advance(60)
    expect((await visit.open('/')).text).toContain(identityText.sessionEnded.withdrawn)
    expect((await enter(visit, person)).text).toContain(identityText.accountCancelled)
    expect((await office.owner('users').where({ id: person.id }).first('status')).status).toBe('suspended')
  })

  it('belongs from then on to whoever ThaiD proved, and to nobody else', async () => {
    const { person } = await claimed()
    const row = await office.owner('users').where({ id: person.id }).first()
    expect(row.citizen_id_index).toBe(office.identity.seal.index(person.citizenId))
    expect(office.identity.seal.open(row.citizen_id_sealed)).toBe(person.citizenId)
    expect(JSON.stringify(row)).not.toContain(person.citizenId)
    expect([row.identity_level, row.first_name]).toEqual(['thaid', 'สมชาย'])
  })
})
