import { describe, expect, it } from 'vitest'
import { forgetOldSignIns } from '../../src/identity/index.ts'
import { ownOrigin, system } from '../../src/platform/database/work.ts'
import { testOffice } from '../support/app.ts'
import { signIn } from '../support/sign-in.ts'

const office = await testOffice()
const tables = ['otp_challenges', 'mails', 'sign_in_transactions', 'sessions', 'known_browsers', 'sign_in_counters'] as const

async function counts(): Promise<Record<string, number>> {
  const rows = await Promise.all(tables.map(async (table) => [table, Number((await office.owner(table).count({ n: '*' }).first())?.n)] as const))
  return Object.fromEntries(rows)
}

function tidy(): Promise<void> {
  return office.database.work(system, ownOrigin, forgetOldSignIns)
}

describe('what is kept how long', () => {
  it('nothing of today goes, codes and mails go after 30 days, unfinished sign-ins after 90', async () => {
    await signIn(office, 'school.clerk')
    await office.visit().open('/login').then((visit) => visit.submit({ username: 'school.head', password: 'wrong' }))
    const before = await counts()
    await tidy()
    expect(await counts()).toEqual(before)
    office.clock.advance(31 * 86400)
    await tidy()
    expect(await counts()).toMatchObject({ otp_challenges: 0, mails: 0, known_browsers: 0, sign_in_counters: 0, sessions: 0, sign_in_transactions: 1 })
    office.clock.advance(60 * 86400)
    await tidy()
    expect(await counts()).toMatchObject({ sign_in_transactions: 0 })
  })

  it('the audit log keeps every line', async () => {
    expect(await office.owner('audit_events').where({ code: 'AUTH_SIGNED_IN' })).toHaveLength(1)
  })
})
