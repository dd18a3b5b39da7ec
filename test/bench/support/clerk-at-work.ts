// A clerk already signed in, in an office whose books hold a month's takings: what the pages of the bench are shown to.
import { calendarDate, addSeconds, fiscalYearOf, bangkokDateOf } from '../../../src/platform/dates.ts'
import { fixedClock, systemClock } from '../../../src/platform/clock.ts'
import { connect } from '../../../src/platform/database/connection.ts'
import { Database } from '../../../src/platform/database/work.ts'
import { newToken, tokenHash } from '../../../src/platform/secrets.ts'
import { openFiscalYear } from '../../../src/ledger/index.ts'
import { createBankAccount } from '../../../src/registers/index.ts'
import { collect } from '../../ledger/collected.ts'
import { anOfficer, asOfficer } from '../../support/world.ts'
import { Browser } from './browser.ts'
import { type Stage } from './stage.ts'

/** Income accounts an LAO may post to; each becomes a row of the trial balance. */
const rows = 40
const vouchers = 60

export async function aClerkAtWork(stage: Stage, base: string): Promise<Browser> {
  const { owner } = stage
  const app = connect({ url: stage.databaseUrl, pool: 2, role: 'laas_app' })
  const clock = fixedClock(systemClock.now())
  const database = new Database(app, clock)
  const db = { url: stage.databaseUrl, owner, database, clock }
  const officer = await anOfficer(db, { groups: ['LAO_ACCOUNT', 'LAO_FINANCE'] })
  const maker = await anOfficer(db, { groups: ['LAO_ACCOUNT'] })
  const counter = asOfficer(db, officer)
  const today = calendarDate(bangkokDateOf(clock.now()))
  const accounts: { code: string }[] = await owner('accounts').where({ account_group: 'revenue' }).whereRaw(`is_postable AND sub_ledger IS NULL AND chart_kinds && '{ALL,LAO}' AND valid_until IS NULL`).orderBy('code').limit(rows).select('code')
  await counter.work(async (work) => {
    await openFiscalYear(work, fiscalYearOf(today))
    const bankAccountId = await createBankAccount(work, { bankName: 'ธนาคารกรุงไทย', branch: 'ปากน้ำ', accountNumber: '1234567890', accountName: officer.organisationName, kind: 'savings' })
    for (let made = 0; made < vouchers; made += 1) {
      await collect(work, { ...counter, officer, maker, bankAccountId }, { sourceId: String(made + 1), amount: `${made + 1}00.50`, account: accounts[made % accounts.length]?.code ?? '', date: today })
    }
  })
  await app.destroy()
  const token = newToken()
  await owner('sessions').insert({ token_hash: tokenHash(token), user_id: officer.userId, started_at: clock.now(), seen_at: clock.now(), expires_at: addSeconds(clock.now(), 3600), proven_at: clock.now(), ip: '', agent: '' })
  await owner.raw('ANALYZE')
  const browser = new Browser(base, '10.0.0.1')
  browser.setCookie('laas.sid', token)
  return browser
}
