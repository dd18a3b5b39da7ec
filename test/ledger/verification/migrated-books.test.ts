// Books of 4,000 vouchers from before the gate, migrated to what stands now (REL-11): figures, chain, locks, and posting goes on.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Knex } from 'knex'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seed as seedOrganisations } from '../../../seeds/01-organisations.ts'
import { verifyBook } from '../../../src/ledger/index.ts'
import { createBankAccount } from '../../../src/registers/index.ts'
import { fixedClock } from '../../../src/platform/clock.ts'
import { connect } from '../../../src/platform/database/connection.ts'
import { seedReference } from '../../../src/platform/database/migrations.ts'
import { cell, optionalCell, readDataFile } from '../../../src/platform/database/reference.ts'
import { Database, ownOrigin, system } from '../../../src/platform/database/work.ts'
import { projectFolder } from '../../../src/platform/project-folder.ts'
import { emptyDatabase, testNow, type TestDatabase } from '../../support/database.ts'
import { anOfficer, asOfficer, organisation } from '../../support/world.ts'
import { collect, landTax, savings } from '../collected.ts'

const offices = 20
const vouchersEach = 200
const { owner, url } = await emptyDatabase()
const clock = fixedClock(testNow)
const app = connect({ url, pool: 4, role: 'laas_app' })
const watcher = connect({ url, pool: 1 })
const db: TestDatabase = { url, owner, clock, database: new Database(app, clock) }
afterAll(() => Promise.all([app.destroy(), watcher.destroy()]))

interface Migration {
  readonly config?: { readonly transaction: boolean }
  up(knex: Knex): Promise<void>
}

const files = readdirSync(join(projectFolder, 'migrations')).filter((file) => /^\d{4}-.*\.ts$/.test(file)).sort()
const load = (file: string): Promise<Migration> => import(pathToFileURL(join(projectFolder, 'migrations', file)).href)

/** As they stood in the first version: an LAO's daily collections, four lines each, spread over two months. */
async function fill(knex: Knex): Promise<void> {
  await knex.transaction(seedOrganisations)
  for (const group of [(code: string) => code.endsWith('.000'), (code: string) => !code.endsWith('.000')]) await knex.transaction((transaction) => insertAccounts(transaction, group))
  await knex('voucher_types').insert({ code: 'RV', name: 'ใบผ่านรายการรับ', period_kind: 'normal' })
  await knex('number_series').insert({ code: 'RV', name: 'ใบผ่านรายการรับ', width: 5 })
  await knex.transaction(async (transaction) => { for (const statement of filling) await transaction.raw(statement, { offices, vouchersEach, savings, landTax }) })
}

async function insertAccounts(knex: Knex, isWanted: (code: string) => boolean): Promise<void> {
  const rows = readDataFile('chart-of-accounts.csv').filter((row) => isWanted(cell(row, 'code'))).map((row) => ({
    code: cell(row, 'code'), name: cell(row, 'name_th'), account_group: cell(row, 'group'), normal_side: cell(row, 'normal_side'), chart_kinds: cell(row, 'org_types').split('|'),
    is_postable: cell(row, 'postable') === 'yes', is_contra: cell(row, 'contra') === 'yes', sub_ledger: optionalCell(row, 'subledger'), valid_from: 2567,
  }))
  await knex.batchInsert('accounts', rows, 200)
}

const own = `SELECT o.id FROM organisations o WHERE o.kind = 'LAO' ORDER BY o.code LIMIT :offices`
const filling = [
  `INSERT INTO users (organisation_id, username, status) SELECT f.id, w.who || f.id, 'active' FROM (${own}) f, (VALUES ('maker'), ('head.')) w (who)`,
  `INSERT INTO fiscal_months (organisation_id, fiscal_year, month, state) SELECT f.id, 2570, m, 'open' FROM (${own}) f, generate_series(1, 12) m`,
  `INSERT INTO bank_accounts (organisation_id, bank_name, branch, account_number, account_name, kind, account_code)
    SELECT f.id, 'ธนาคารกรุงไทย', '', lpad(f.id::text, 10, '0'), 'เงินรายได้', 'savings', :savings FROM (${own}) f`,
  `INSERT INTO vouchers (organisation_id, fiscal_year, type, number, document_date, month, event, source_kind, source_id, description, total, prepared_by, approved_by, posted_at)
    SELECT f.id, 2570, 'RV', n, d.day, (extract(month FROM d.day)::int + 2) % 12 + 1, 'money.collected', 'remittance-summary', n, 'รับเงินประจำวัน', n + 60.75, m.id, h.id, d.day + time '09:00'
    FROM (${own}) f CROSS JOIN generate_series(1, :vouchersEach) n CROSS JOIN LATERAL (SELECT date '2026-10-01' + n % 50 AS day) d
      JOIN users m ON m.username = 'maker' || f.id JOIN users h ON h.username = 'head.' || f.id ORDER BY f.id, n`,
  `INSERT INTO voucher_lines (organisation_id, voucher_id, line, account_code, side, amount, bank_account_id)
    SELECT v.organisation_id, v.id, l.line, l.account, l.side, l.amount, CASE l.side WHEN 'D' THEN b.id END
    FROM vouchers v JOIN bank_accounts b ON b.organisation_id = v.organisation_id
      CROSS JOIN LATERAL (VALUES (1, :savings, 'D', v.total), (2, :landTax, 'C', v.number::numeric), (3, '4401040110.001', 'C', 60.50), (4, '4401030106.001', 'C', 0.25)) l (line, account, side, amount)`,
  `INSERT INTO account_balances (organisation_id, fiscal_year, month, account_code, debit, credit)
    SELECT v.organisation_id, v.fiscal_year, v.month, l.account_code, sum(CASE l.side WHEN 'D' THEN l.amount ELSE 0 END), sum(CASE l.side WHEN 'C' THEN l.amount ELSE 0 END)
    FROM vouchers v JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id GROUP BY 1, 2, 3, 4`,
  `INSERT INTO number_counters (organisation_id, fiscal_year, series, last) SELECT f.id, 2570, 'RV', :vouchersEach FROM (${own}) f`,
]

interface Figures {
  readonly vouchers: unknown
  readonly balances: unknown
}

async function figures(): Promise<Figures> {
  const { rows: vouchers } = await owner.raw(`
    SELECT v.organisation_id, v.id, v.type, v.number, v.document_date, v.total, v.prepared_by, v.approved_by, string_agg(concat_ws(' ', l.line, l.account_code, l.side, l.amount), '; ' ORDER BY l.line) AS lines
    FROM vouchers v JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id GROUP BY 1, 2 ORDER BY 1, 2`)
  const { rows: balances } = await owner.raw('SELECT organisation_id, fiscal_year, month, account_code, sum(debit) AS debit, sum(credit) AS credit FROM account_balances GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4')
  return { vouchers, balances }
}

/** One migration in its transaction, as knex runs it; for how long it held each table of vouchers against readers. One that asks for none builds its index beside those who write. */
async function run(file: string): Promise<void> {
  const migration = await load(file)
  if (migration.config?.transaction === false) return migration.up(owner)
  await owner.transaction(async (transaction) => {
    const { rows: [{ pid }] } = await transaction.raw('SELECT pg_backend_pid() AS pid')
    const began = performance.now()
    const seen = new Map<string, number>()
    let isOver = false
    const watching = (async () => {
      while (!isOver) {
        const { rows } = await watcher.raw(`SELECT c.relname FROM pg_locks k JOIN pg_class c ON c.oid = k.relation JOIN pg_database d ON d.oid = k.database AND d.datname = current_database()
          WHERE k.pid = ? AND k.granted AND k.mode = 'AccessExclusiveLock' AND c.relname IN ('vouchers', 'voucher_lines', 'account_balances')`, [pid])
        for (const { relname } of rows) if (!seen.has(relname)) seen.set(relname, performance.now())
      }
    })()
    await migration.up(transaction)
    isOver = true
    await watching
    const ended = performance.now()
    const held = [...seen].map(([table, from]) => `${table} ${Math.round(ended - from)} ms`)
    console.log(`${file}: ${Math.round(ended - began)} ms${held.length === 0 ? '' : `; held ${held.join(', ')}`}`)
  })
}

const old = files.filter((file) => file < '0015')
const since = files.filter((file) => file >= '0015')
let before: Figures

beforeAll(async () => {
  for (const file of old) await (await load(file)).up(owner)
  await fill(owner)
  before = await figures()
  for (const file of since) await run(file)
}, 300_000)

describe('books from before the gate', () => {
  it('keep every voucher, line and balance', async () => {
    expect(await owner('vouchers').count({ n: '*' }).first()).toEqual({ n: String(offices * vouchersEach) })
    expect(await figures()).toEqual(before)
  })

  it('are proven by all fifteen checks, chain and registers with them', async () => {
    await seedReference(owner)
    const books: string[] = await owner('ledger_books').orderBy('organisation_id').pluck('organisation_id')
    expect(books).toHaveLength(offices)
    const worker = new Database(app, clock, { role: 'laas_worker' })
    const verified = await worker.read(system, ownOrigin, async (read) => {
      const all = []
      for (const book of books) all.push(await verifyBook(read, book))
      return all
    })
    expect(verified.flatMap(({ faults }) => faults)).toEqual([])
    expect(verified.map(({ book }) => book?.vouchers)).toEqual(Array.from({ length: offices }, () => vouchersEach))
    const { rows } = await owner.raw(`SELECT sum(s.debit)::text AS debit, (SELECT sum(v.total)::text FROM vouchers v) AS total FROM sub_ledger_balances s WHERE s.sub_kind = 'bank_account'`)
    expect(rows[0].debit).toBe(rows[0].total)
  })

  it('take the next voucher through the gate, with the next number', async () => {
    const { code } = await owner('organisations').where({ kind: 'LAO' }).orderBy('code').first('code')
    const at = await organisation(db, code)
    const officer = await anOfficer(db, { at, groups: ['LAO_FIN_HEAD', 'LAO_FINANCE'] })
    const acting = asOfficer(db, officer)
    const maker = await anOfficer(db, { at, groups: [] })
    const posted = await acting.work(async (work) => {
      const bankAccountId = await createBankAccount(work, { bankName: 'ธนาคารออมสิน', branch: '', accountNumber: '0123456789', accountName: 'เงินรายได้', kind: 'savings' })
      return collect(work, { ...acting, officer, maker, bankAccountId }, { sourceId: String(vouchersEach + 1) })
    })
    expect(posted.number).toBe('RV-00201/70')
    expect((await acting.read((read) => verifyBook(read, at.id))).faults).toEqual([])
  })
})
