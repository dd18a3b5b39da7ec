// REL-10: whoever changes the books past every fence is named by the proof.
import { describe, expect, it } from 'vitest'
import { reverseVoucher } from '../../../src/ledger/index.ts'
import { digestOf, numberOf, type Fault } from '../../../src/ledger/verification/verification.ts'
import { findRoot, findStored } from '../../../src/ledger/verification/verification.repository.ts'
import { verifyBook } from '../../../src/ledger/verification/verification.service.ts'
import { ownOrigin, system } from '../../../src/platform/database/work.ts'
import { testDatabase } from '../../support/database.ts'
import { anOpenOffice, type Counter } from '../../support/world.ts'
import { aDay, collect } from '../collected.ts'

const db = await testDatabase()

async function aBook(vouchers = 4): Promise<Counter> {
  const office = await anOpenOffice(db)
  for (let index = 1; index <= vouchers; index += 1) await office.work((work) => collect(work, office, { sourceId: String(index), amount: `${index}00.25` }))
  return office
}

async function faultsOf(office: Counter): Promise<readonly Fault[]> {
  return (await office.read((read) => verifyBook(read, office.officer.organisationId))).faults
}

/** As somebody who owns the tables and switches the guards off. */
async function tamper(table: string, sql: string): Promise<void> {
  const ids = (way: string) => `ALTER TABLE vouchers ALTER COLUMN id SET GENERATED ${way}`
  await db.owner.raw(`ALTER TABLE ${table} DISABLE TRIGGER ALL; ${ids('BY DEFAULT')}; ${sql}; ${ids('ALWAYS')}; ALTER TABLE ${table} ENABLE TRIGGER ALL`)
}

async function idOf(office: Counter, number: number): Promise<string> {
  return (await db.owner('vouchers').where({ organisation_id: office.officer.organisationId, type: 'RV', number }).first('id')).id
}

describe('the proof of a book', () => {
  it('finds nothing in honest books, by day and by night', async () => {
    const office = await aBook()
    await office.work(async (work) => reverseVoucher(work, await idOf(office, 2), { reason: 'บันทึกซ้ำ\nสองครั้ง', documentDate: aDay }))
    expect(await faultsOf(office)).toEqual([])
    const nightly = await db.database.read(system, ownOrigin, (read) => verifyBook(read, office.officer.organisationId))
    expect(nightly.book?.vouchers).toBe(5)
    expect(nightly.faults).toEqual([])
    expect(await db.database.read(system, ownOrigin, findRoot)).toMatch(/^[0-9a-f]{64}$/)
  })

  it('reads a voucher to the same digest in TypeScript, in PostgreSQL and at posting', async () => {
    const office = await aBook(2)
    const stored = await office.read((read) => findStored(read, office.officer.organisationId, '0'))
    expect(stored.map(numberOf)).toEqual(['RV-00001/70', 'RV-00002/70'])
    for (const voucher of stored) {
      expect(digestOf(voucher)).toEqual(voucher.digest)
      const { rows } = await db.owner.raw('SELECT voucher_digest(v) AS digest FROM vouchers v WHERE v.id = ?', [voucher.id])
      expect(rows[0].digest).toEqual(voucher.digest)
    }
  })

  const voucherColumns: Readonly<Record<string, string>> = {
    fiscal_year: '2571', type: `'JV'`, number: '900', document_date: `'2026-11-11'`, month: '3', stage: '2', period: '3', event: `'x'`, source_kind: `'x'`, source_id: '99', description: `'x'`,
    id: 'id + 1000000', reverses_id: 'id - 1', digest: `sha256('x')`,
    total: '300.26', prepared_by: 'approved_by', approved_by: 'prepared_by', same_person: `'closing'`, request_id: `'x'`, posted_at: `posted_at + interval '1 microsecond'`,
  }
  it.each(Object.entries(voucherColumns))('names the voucher whose %s was changed', async (column, value) => {
    const office = await aBook()
    await tamper('vouchers', `UPDATE vouchers SET ${column} = ${value} WHERE id = ${await idOf(office, 3)}`)
    const changed = (await faultsOf(office)).filter((fault) => fault.check === 'V1')
    expect(changed).toHaveLength(1)
    if (!['fiscal_year', 'type', 'number'].includes(column)) expect(changed[0]?.what).toBe('RV-00003/70')
  })

  it('names a voucher whose place in the chain was changed', async () => {
    const office = await aBook()
    await tamper('vouchers', `UPDATE vouchers SET head = sha256('x') WHERE id = ${await idOf(office, 3)}`)
    expect(await faultsOf(office)).toEqual([{ check: 'V2', what: 'RV-00003/70' }, { check: 'V2', what: 'RV-00004/70' }])
  })

  it('names a voucher that was moved into another office’s books, and tells where it is missed', async () => {
    const [office, other] = [await aBook(), await aBook(1)]
    const moved = await idOf(office, 3)
    for (const [table, column] of [['vouchers', 'id'], ['voucher_lines', 'voucher_id']] as const) {
      await tamper(table, `UPDATE ${table} SET organisation_id = ${other.officer.organisationId} WHERE ${column} = ${moved}`)
    }
    expect(await faultsOf(other)).toContainEqual({ check: 'V1', what: 'RV-00003/70' })
    const missed = await faultsOf(office)
    expect(missed).toContainEqual({ check: 'V2', what: 'RV-00004/70' })
    expect(missed).toContainEqual({ check: 'V3', what: '3 / 4' })
  })

  it.each(['organisation_id', 'voucher_id'])('names the voucher that lost a line because its %s was changed', async (column) => {
    const [office, other] = [await aBook(), await aBook(1)]
    const to = column === 'voucher_id' ? await idOf(office, 2) : other.officer.organisationId
    await tamper('voucher_lines', `UPDATE voucher_lines SET ${column} = ${to}, line = 9 WHERE voucher_id = ${await idOf(office, 3)} AND line = 1`)
    const found = await faultsOf(office)
    expect(found).toContainEqual({ check: 'V1', what: 'RV-00003/70' })
    if (column === 'voucher_id') expect(found).toContainEqual({ check: 'V1', what: 'RV-00002/70' })
  })

  it('names the reversal that was made to reverse another voucher', async () => {
    const office = await aBook()
    await office.work(async (work) => reverseVoucher(work, await idOf(office, 2), { reason: 'บันทึกซ้ำ', documentDate: aDay }))
    await tamper('vouchers', `UPDATE vouchers SET reverses_id = ${await idOf(office, 1)} WHERE type = 'RX' AND organisation_id = ${office.officer.organisationId}`)
    expect(await faultsOf(office)).toContainEqual({ check: 'V1', what: 'RX-00001/70' })
  })

  it('tries every column of a voucher and of a line', async () => {
    const columnsOf = async (table: string) => Object.keys(await db.owner(table).columnInfo()).sort()
    expect([...Object.keys(voucherColumns), 'head', 'organisation_id'].sort()).toEqual(await columnsOf('vouchers'))
    expect([...Object.keys(lineColumns), 'organisation_id', 'voucher_id'].sort()).toEqual(await columnsOf('voucher_lines'))
  })

  const lineColumns: Readonly<Record<string, string>> = {
    account_code: `'1101030101.001'`, side: `'C'`, amount: '0.01', document_date: `'2026-11-11'`, sub_kind: `'cashbox'`, sub_key: `'1'`, counterparty_id: '1', budget_line_id: '1',
    fund_code: `'x'`, revenue_code: `'x'`, memo: `'x'`, line: '7',
  }
  it.each(Object.entries(lineColumns))('names the voucher with a line whose %s was changed', async (column, value) => {
    const office = await aBook()
    await tamper('voucher_lines', `UPDATE voucher_lines SET ${column} = ${value} WHERE voucher_id = ${await idOf(office, 3)} AND line = 1`)
    expect(await faultsOf(office)).toContainEqual({ check: 'V1', what: 'RV-00003/70' })
  })

  it('finds a voucher made to look right again by its own digest', async () => {
    const office = await aBook()
    const id = await idOf(office, 3)
    await tamper('vouchers', `UPDATE vouchers SET description = 'x' WHERE id = ${id}; UPDATE vouchers v SET digest = voucher_digest(v) WHERE id = ${id}`)
    expect(await faultsOf(office)).toEqual([{ check: 'V2', what: 'RV-00003/70' }])
  })

  it('finds a voucher removed from the middle and one removed at the end', async () => {
    const office = await aBook()
    const [second, fourth] = [await idOf(office, 2), await idOf(office, 4)]
    await tamper('voucher_lines', `DELETE FROM voucher_lines WHERE voucher_id = ${second}`)
    await tamper('vouchers', `DELETE FROM vouchers WHERE id = ${second}`)
    const found = await faultsOf(office)
    expect(found).toContainEqual({ check: 'V2', what: 'RV-00003/70' })
    expect(found.map((fault) => fault.check)).toEqual(expect.arrayContaining(['V3', 'V7', 'V8', 'V9']))
    const other = await aBook()
    const last = await idOf(other, 4)
    expect(last).not.toBe(fourth)
    await tamper('voucher_lines', `DELETE FROM voucher_lines WHERE voucher_id = ${last}`)
    await tamper('vouchers', `DELETE FROM vouchers WHERE id = ${last}`)
    expect(await faultsOf(other)).toContainEqual({ check: 'V3', what: '3 / 4' })
  })

  it('finds kept balances that the lines do not bear out', async () => {
    const office = await aBook()
    const own = { organisation_id: office.officer.organisationId }
    await db.owner('account_balances').where({ ...own, account_code: '4401010104.001' }).update({ credit: '1.00' })
    expect(await faultsOf(office)).toEqual([{ check: 'V8', what: '4401010104.001 2/2570' }])
    await db.owner('sub_ledger_balances').where(own).update({ debit: '1.00' })
    expect((await faultsOf(office)).map((fault) => fault.check)).toEqual(['V8', 'V9', 'V10'])
  })

  it('finds a counter that ran ahead and a seal that another chain was given', async () => {
    const office = await aBook()
    const own = { organisation_id: office.officer.organisationId }
    await db.owner('number_counters').where({ ...own, series: 'RV' }).update({ last: 9 })
    await db.owner('ledger_seals').insert({ ...own, fiscal_year: 2570, period: 1, vouchers: 2, head: Buffer.alloc(32), balances: Buffer.alloc(32), sealed_at: db.clock.now() })
    await db.owner('fiscal_periods').where({ ...own, period: 1 }).update({ state: 'closed' })
    expect(await faultsOf(office)).toEqual([{ check: 'V4', what: '1/2570' }, { check: 'V5', what: '1/2570' }, { check: 'V7', what: 'RV/2570' }])
  })
})
