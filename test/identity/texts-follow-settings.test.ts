// An order changes a limit as a row; no page or mail may then still name the old one.
import { afterEach, describe, expect, it } from 'vitest'
import { identityText } from '../../src/identity/identity.text.ts'
import { demoPeople, isMailed } from '../../seeds/demonstration/people.ts'
import { daysBetween, bangkokDateOf, instant } from '../../src/platform/dates.ts'
import { testOffice } from '../support/app.ts'
import { aPerson, comeBack, enter, signedIn } from '../support/people.ts'

const office = await testOffice()
const before: readonly { name: string; value: number }[] = await office.owner('sign_in_settings').select('name', 'value')

async function order(name: string, value: number): Promise<void> {
  await office.owner('sign_in_settings').where({ name }).update({ value })
}

afterEach(async () => { for (const { name, value } of before) await order(name, value) })

describe('a changed limit is what people read', () => {
  it('how long a code lasts, while its mail is on the way', async () => {
    const visit = await enter(office.visit(), await aPerson(office))
    expect(visit.text).toContain('เวลา 5 นาทีจะเริ่มนับ')
    await order('otp_seconds', 600)
    expect((await visit.open('/sign-in/otp')).text).toContain('เวลา 10 นาทีจะเริ่มนับ')
  })

  it('how long to wait after too many starts at ThaiD', async () => {
    await order('thaid_tries', 1)
    await order('thaid_window', 7200)
    const visit = await enter(office.visit(), await aPerson(office, { standing: 'first' }))
    office.thaid.fails('denied')
    expect((await comeBack(visit)).text).toContain(identityText.thaidTooMany('2 ชั่วโมง'))
  })

  it('after how many months a password is due, and how many former ones are refused', async () => {
    await order('password_months', 1)
    await order('password_history', 7)
    const visit = await enter(office.visit(), await aPerson(office, { changes: { password_changed_at: '2026-10-01T05:00:00Z' } }))
    await office.owner('sign_in_transactions').update({ step: 'new-password' }).whereNull('ended_at')
    await visit.open('/sign-in/new-password')
    expect(visit.text).toContain(identityText.passwordDue(1))
    expect(visit.text).toContain('ไม่ซ้ำกับ 7 รหัสล่าสุด')
    await visit.submit({ password: 'abc', again: 'abc' })
    expect([visit.status, visit.text.includes('ไม่ซ้ำกับ 7 รหัสล่าสุด')]).toEqual([422, true])
    const inside = await signedIn(office, await aPerson(office))
    expect((await inside.open('/profile/password/edit')).text).toContain('ใช้ได้สูงสุด 128 ตัวอักษร และไม่ซ้ำกับ 7 รหัสล่าสุด')
  })
})

describe('first passwords of the demonstration', () => {
  it('last as long as the settings say: those carried over longer than those by mail', async () => {
    const rows = await office.owner('password_credentials as c').join('users as u', 'u.id', 'c.user_id').where({ 'c.kind': 'first', 'c.created_at': office.clock.now() }).select('u.username', 'c.expires_at')
    const today = bangkokDateOf(office.clock.now())
    const days = new Map(rows.map((row) => [row.username, daysBetween(today, bangkokDateOf(instant(row.expires_at)))]))
    const expected = demoPeople.filter(({ standing }) => standing === 'first').map((person) => [person.username, isMailed(person) ? 30 : 90])
    for (const [username, lasts] of expected) expect([username, days.get(String(username))]).toEqual([username, lasts])
    expect(new Set(expected.map(([, lasts]) => lasts))).toEqual(new Set([30, 90]))
  })
})
