import { describe, expect, it } from 'vitest'
import { identityText } from '../../../src/identity/identity.text.ts'
import { safeReturn } from '../../../src/identity/identity.paths.ts'
import { instant } from '../../../src/platform/dates.ts'
import { testOffice } from '../../support/app.ts'
import { testNow } from '../../support/database.ts'
import { aPerson, enter, signedIn } from '../../support/people.ts'
import { codeFor } from '../../support/sign-in.ts'

const office = await testOffice()

describe('what the sign-in page says', () => {
  it('nothing of an account before the right password, whatever its standing', async () => {
    const people = [
      await aPerson(office), await aPerson(office, { changes: { status: 'suspended' } }), await aPerson(office, { changes: { status: 'cancelled' } }),
      await aPerson(office, { changes: { status: 'requested' } }), await aPerson(office, { standing: 'first' }), { username: 'nobody99', password: '' },
    ]
    for (const { username } of people) {
      const visit = await enter(office.visit(), { username, password: 'Wrong-Password-1' })
      expect([visit.status, visit.path]).toEqual([422, '/login'])
      expect(visit.text).toContain(identityText.loginBad)
      expect(visit.text).not.toContain(identityText.accountCancelled)
    }
  })

  it.each(['suspended', 'cancelled', 'requested'])('whoever is %s is told after the right password, and gets no session', async (status) => {
    const visit = await enter(office.visit(), await aPerson(office, { changes: { status } }))
    expect(visit.text).toContain(identityText.accountCancelled)
    expect(visit.cookie('laas.sid')).toBeUndefined()
    expect((await visit.open('/')).path).toContain('/login')
  })

  it('a first password past its day opens nothing, and says whom to ask', async () => {
    const person = await aPerson(office, { standing: 'first' })
    await office.owner('password_credentials').where({ user_id: person.id }).update({ expires_at: office.clock.now() })
    const visit = await enter(office.visit(), person)
    expect(visit.text).toContain(identityText.firstPasswordExpired)
    expect((await visit.open('/sign-in/thaid')).path).toBe('/login')
  })

  it('empty fields, and what is no text at all, are asked for again', async () => {
    const visit = await office.visit().open('/login')
    await visit.submit({ username: '', password: '' })
    expect([visit.status, visit.text.includes(identityText.loginRequired)]).toEqual([422, true])
    await visit.post('/login', { 'username[a]': 'x', 'password[]': 'y' })
    expect([visit.status, visit.text.includes(identityText.loginRequired)]).toEqual([422, true])
    await visit.submit({ username: 'x'.repeat(101), password: 'y' })
    expect([visit.status, visit.text.includes(identityText.loginBad)]).toEqual([422, true])
  })

  it('the name typed comes back as text, the password never', async () => {
    const visit = await enter(office.visit(), { username: '"><script>alert(1)</script>', password: 'Unforgettable-77' })
    expect(visit.html).not.toContain('<script>alert')
    expect(visit.html).not.toContain('Unforgettable-77')
  })

  it('a name is the same in capitals and with spaces around it', async () => {
    const person = await aPerson(office)
    const visit = await enter(office.visit(), { ...person, username: `  ${person.username.toUpperCase()} ` })
    expect(visit.path).toBe('/sign-in/otp')
  })
})

describe('when the system is not open', () => {
  const at = async (moment: string, use: () => Promise<void>) => {
    office.clock.set(instant(moment))
    await use().finally(() => office.clock.set(testNow))
  }

  it('AC-17: a pawnshop in December 2567 is told its day, after the right password only', async () => {
    await at('2024-12-01T03:00:00Z', async () => {
      const person = await aPerson(office, { at: '420010301001', group: 'PAWN_ACCOUNT', standing: 'first' })
      const visit = await enter(office.visit(), person)
      expect(visit.text).toContain(identityText.windowNotOpen('18 กุมภาพันธ์ 2568'))
      await enter(visit, { ...person, password: 'Wrong-Password-1' })
      expect(visit.text).toContain(identityText.loginBad)
      expect(visit.text).not.toContain('กุมภาพันธ์')
    })
  })

  it('AC-18: on 5 February 2568 everybody but the department is told both dates and gets no session', async () => {
    await at('2025-02-05T03:00:00Z', async () => {
      for (const [code, group] of [['4200103', 'LAO_ACCOUNT'], ['P20', 'PROV_OFFICER'], ['420010305001', 'SUB_ACCOUNT'], ['420010301001', 'PAWN_ACCOUNT']]) {
        const visit = await enter(office.visit(), await aPerson(office, { at: code ?? '', group: group ?? '' }))
        expect(visit.text).toContain('ระบบปิดการใช้งานระหว่างวันที่ 1 กุมภาพันธ์ 2568 ถึง 17 กุมภาพันธ์ 2568')
        expect(visit.cookie('laas.sid')).toBeUndefined()
      }
      const department = await enter(office.visit(), await aPerson(office, { at: 'DLA', group: 'DLA_OVERSIGHT' }))
      expect(department.path).toBe('/sign-in/otp')
    })
  })

  it('a province closed for a while shuts out its own and ends their sessions; it opens by itself', async () => {
    const person = await aPerson(office)
    const visit = await signedIn(office, person)
    const elsewhere = await aPerson(office, { at: '6711303' })
    await office.owner('system_windows').insert({
      audiences: ['LAO'], province_code: '20', starts_at: office.clock.now(), ends_at: instant('2026-11-20T06:00:00Z'), mode: 'closed', notice: 'ปิดปรับปรุง', letter: 'ทดสอบ',
    })
    expect((await visit.open('/')).text).toContain(identityText.sessionEnded.withdrawn)
    expect((await enter(office.visit(), person)).text).toContain('ระบบปิดการใช้งาน')
    expect((await enter(office.visit(), elsewhere)).path).toBe('/sign-in/otp')
    await at('2026-11-20T06:00:00Z', async () => {
      expect((await enter(office.visit(), person)).path).toBe('/sign-in/otp')
    })
    await office.owner('system_windows').where({ notice: 'ปิดปรับปรุง' }).delete()
  })
})

describe('where one is sent after signing in', () => {
  const evil = ['//evil.example', '/\\evil.example', '\\\\evil.example', 'https://evil.example', 'https:evil.example', '/%0d%0aSet-Cookie:x=1', 'javascript:alert(1)', '/login?return=/x', ' //evil.example', '/\tevil', '/a\r\nb', '/@evil', `/${'a'.repeat(500)}`]

  it.each(evil)('not to %j', async (address) => {
    const person = await aPerson(office)
    const visit = await enter(office.visit(), person, `/login?return=${encodeURIComponent(address)}`)
    await visit.submit({ code: await codeFor(office, person.email) })
    expect(new URL(visit.path, office.base).origin).toBe(office.base)
    expect(visit.headers.get('x-injected') ?? visit.cookie('x')).toBeUndefined()
    expect(safeReturn(address) === undefined || address === '/%0d%0aSet-Cookie:x=1').toBe(true)
  })

  it('not to an address that was put into the form by hand', async () => {
    const person = await aPerson(office)
    const visit = await office.visit().open('/login')
    await visit.submit({ username: person.username, password: person.password, return: '//evil.example' })
    await visit.submit({ code: await codeFor(office, person.email) })
    expect(visit.path).toBe('/')
  })

  it('but to the page one wanted to see', async () => {
    const person = await aPerson(office)
    const visit = await office.visit().open('/profile?draft=1')
    expect(visit.path).toBe('/login?return=%2Fprofile%3Fdraft%3D1')
    await visit.submit({ username: person.username, password: person.password })
    await visit.submit({ code: await codeFor(office, person.email) })
    expect(visit.path).toBe('/profile?draft=1')
    expect(visit.status).toBe(200)
  })
})

describe('another site\'s form', () => {
  it('is refused without a token, with a token of somebody else\'s browser, and with one nobody made', async () => {
    const person = await aPerson(office)
    const other = await office.visit().open('/login')
    const foreign = /name="_csrf" value="([^"]+)"/.exec(other.html)?.[1] ?? ''
    for (const token of ['', foreign, 'a.b', `${foreign}x`]) {
      const visit = await office.visit().open('/login')
      await visit.post('/login', { _csrf: token, username: person.username, password: person.password })
      expect([token.slice(0, 3), visit.status]).toEqual([token.slice(0, 3), 403])
      expect(visit.cookie('laas.sid')).toBeUndefined()
    }
  })

  it('is refused in a browser that brings no cookie of ours', async () => {
    const other = await office.visit().open('/login')
    const visit = office.visit()
    visit.html = other.html
    expect((await visit.post('/login', { username: 'a', password: 'b' })).status).toBe(403)
  })

  it('a token from before sign-in does nothing in the session', async () => {
    const person = await aPerson(office)
    const visit = await office.visit().open('/login')
    const before = /name="_csrf" value="([^"]+)"/.exec(visit.html)?.[1] ?? ''
    await signedIn(office, person, visit)
    await visit.post('/sign-out', { _csrf: before })
    expect(visit.status).toBe(403)
    expect((await visit.open('/')).path).toBe('/')
  })
})
