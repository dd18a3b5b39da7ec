import { it } from 'vitest'
import { asOfIn } from '../../src/ledger/asked.ts'
import { getAccountPage } from '../../src/ledger/account/account.service.ts'
import { getDayBook } from '../../src/ledger/day-book/day-book.service.ts'
import { findVouchers } from '../../src/ledger/voucher/voucher.repository.ts'
import { getTrialBalance } from '../../src/ledger/trial-balance/trial-balance.service.ts'
import { openFiscalYear } from '../../src/ledger/index.ts'
import { calendarDate, fiscalYear } from '../../src/platform/dates.ts'
import { testDatabase } from '../support/database.ts'
import { anOpenOffice, organisation } from '../support/world.ts'
const db = await testDatabase()
it('speed', async () => {
  const first = await db.owner('organisations').where({ kind: 'LAO' }).orderBy('id').offset(200).first('code')
  const office = await anOpenOffice(db, { at: await organisation(db, first.code), groups: ['LAO_FIN_HEAD'] })
  await office.work((work) => openFiscalYear(work, fiscalYear(2569)))
  const o = office.officer.organisationId
  await db.owner.transaction(async (t) => {
    await t.raw(`ALTER TABLE vouchers DISABLE TRIGGER ALL; ALTER TABLE voucher_lines DISABLE TRIGGER ALL;
      CREATE TEMP TABLE g AS SELECT o.id AS o, CASE WHEN row_number() OVER (ORDER BY o.id) = 1 THEN 12500 ELSE 1000 END AS n FROM (SELECT id FROM organisations WHERE kind = 'LAO' ORDER BY id OFFSET 200 LIMIT 200) o;
      INSERT INTO vouchers (organisation_id, id, fiscal_year, type, number, document_date, month, stage, period, event, source_kind, source_id, description, total, prepared_by, approved_by, request_id, posted_at, digest, head)
        OVERRIDING SYSTEM VALUE SELECT g.o, 10000000 + nextval('vouchers_id_seq'), 2569, 'JV', k, date '2025-10-01' + (k * 364 / g.n), (extract(month FROM date '2025-10-01' + (k * 364 / g.n))::int + 2) % 12 + 1, 1, 1, 'x', 'gen', k, 'x', 200, 1, 2, '', now(), sha256(''), sha256('') FROM g, generate_series(1, g.n) k;
      CREATE TEMP TABLE acc AS SELECT row_number() OVER (ORDER BY code) - 1 AS i, code, count(*) OVER () AS n FROM (SELECT code FROM accounts WHERE is_postable AND chart_kinds && ARRAY['ALL', 'LAO'] ORDER BY md5(code) LIMIT 150) a;
      INSERT INTO voucher_lines (organisation_id, voucher_id, line, account_code, side, amount, document_date, memo, sub_kind, sub_key)
        SELECT v.organisation_id, v.id, l, CASE l WHEN 1 THEN '1101030102.001' ELSE a.code END, CASE WHEN l <= 2 THEN 'D' ELSE 'C' END, 100, v.document_date, '', CASE l WHEN 1 THEN 'bank_account' END, CASE l WHEN 1 THEN '7' END
        FROM vouchers v, generate_series(1, 4) l JOIN acc a ON true WHERE v.fiscal_year = 2569 AND a.i = (v.number * 7 + l * 31) % a.n;
      INSERT INTO account_balances (organisation_id, fiscal_year, month, stage, account_code, debit, credit)
        SELECT v.organisation_id, v.fiscal_year, v.month, v.stage, l.account_code, sum(CASE l.side WHEN 'D' THEN l.amount ELSE 0 END), sum(CASE l.side WHEN 'C' THEN l.amount ELSE 0 END)
        FROM vouchers v JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id WHERE v.fiscal_year = 2569 GROUP BY 1, 2, 3, 4, 5;
      ALTER TABLE vouchers ENABLE TRIGGER ALL; ALTER TABLE voucher_lines ENABLE TRIGGER ALL;`)
  })
  await db.owner.raw('VACUUM ANALYZE vouchers, voucher_lines, account_balances')
  const timed = async (name: string, use: () => Promise<unknown>) => {
    await use()
    const times: number[] = []
    for (let i = 0; i < 7; i += 1) { const start = performance.now(); await use(); times.push(performance.now() - start) }
    console.log(name, times.sort((a, b) => a - b)[3]?.toFixed(1))
  }
  const today = calendarDate('2026-09-20')
  const asOf = (query: Record<string, string>) => asOfIn(query, today).asOf
  const year = asOf({ fiscalYear: '2569', month: '12' })
  const base = { organisationId: o, code: '1101030102.001', asOf: year, isWholeYear: true, subKey: undefined, after: undefined, before: undefined }
  const deep = { date: calendarDate('2026-08-20'), voucherId: '1', line: 1 }
  const explain = async (name: string, use: (read: any) => Promise<unknown>) => {
    const asked: { sql: string; bindings: unknown[] }[] = []
    await office.read(async (read) => { (read.db as any).on('query', (q: any) => asked.push(q)); await use(read) })
    for (const q of asked) {
      if (/set_config|BEGIN|COMMIT|ROLLBACK|SET /i.test(q.sql.slice(0, 40))) continue
      const sql = q.sql.replace(/\$(\d+)/g, (_m: string, n: string) => { const v = q.bindings[Number(n) - 1]; return v === null ? 'NULL' : typeof v === 'number' ? String(v) : `'${String(v)}'` })
      await office.read(async (read) => { const { rows } = await read.db.raw('EXPLAIN (ANALYZE, BUFFERS) ' + sql.replaceAll('?', '\\?')); console.log(name + '\n' + rows.map((r: any) => r['QUERY PLAN']).join('\n')) })
    }
  }
  await explain('account first', (read) => getAccountPage(read, base))
  await explain('account deep before', (read) => getAccountPage(read, { ...base, before: deep }))
  await explain('trial', (read) => getTrialBalance(read, { organisationId: o, asOf: year, withZeroRows: false, isCompared: false }))
  await timed('trial balance', () => office.read((read) => getTrialBalance(read, { organisationId: o, asOf: year, withZeroRows: false, isCompared: false })))
  await timed('trial balance compared', () => office.read((read) => getTrialBalance(read, { organisationId: o, asOf: year, withZeroRows: false, isCompared: true })))
  await timed('trial balance next year (carried)', () => office.read((read) => getTrialBalance(read, { organisationId: o, asOf: asOf({ fiscalYear: '2570', month: '1' }), withZeroRows: false, isCompared: false })))
  await timed('trial balance at a day', () => office.read((read) => getTrialBalance(read, { organisationId: o, asOf: asOf({ day: '15/03/2569' }), withZeroRows: false, isCompared: false })))
  await timed('account first', () => office.read((read) => getAccountPage(read, base)))
  await timed('account deep after', () => office.read((read) => getAccountPage(read, { ...base, after: deep })))
  await timed('account deep before', () => office.read((read) => getAccountPage(read, { ...base, before: deep })))
  await timed('account by key deep', () => office.read((read) => getAccountPage(read, { ...base, subKey: '7', after: deep })))
  await timed('day book', () => office.read((read) => getDayBook(read, { organisationId: o, asOf: asOf({ fiscalYear: '2569', month: '6' }), after: undefined, before: undefined })))
  await timed('day book deep', () => office.read((read) => getDayBook(read, { organisationId: o, asOf: asOf({ fiscalYear: '2569', month: '6' }), after: { date: calendarDate('2026-03-20'), voucherId: '1' }, before: undefined })))
  await timed('register first', () => office.read((read) => findVouchers(read, { organisationId: o, from: calendarDate('2025-10-01'), until: calendarDate('2026-10-01') })))
  await timed('register month', () => office.read((read) => findVouchers(read, { organisationId: o, from: calendarDate('2025-11-01'), until: calendarDate('2025-12-01') })))
  await timed('register words', () => office.read((read) => findVouchers(read, { organisationId: o, search: 'ไม่มี', from: calendarDate('2025-10-01'), until: calendarDate('2026-10-01') })))
  await timed('register reversed', () => office.read((read) => findVouchers(read, { organisationId: o, state: 'reversed', from: calendarDate('2025-10-01'), until: calendarDate('2026-10-01') })))
}, 300000)
