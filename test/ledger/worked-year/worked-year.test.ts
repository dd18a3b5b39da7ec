// A whole year of three units, voucher by voucher: every trial balance, every month's end and every register, to the satang.
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyBook } from '../../../src/ledger/index.ts'
import { instant } from '../../../src/platform/dates.ts'
import { testDatabase } from '../../support/database.ts'
import { expectedNets, worked, WorkedYear } from './worked.ts'

const db = await testDatabase(instant('2026-01-15T05:00:00.000Z'))
const year = new WorkedYear(db)

beforeAll(async () => {
  await year.open()
  await year.post(() => true)
})

describe('the worked year', () => {
  it('gives every voucher the number it should have', () => {
    expect(worked.vouchers.length).toBeGreaterThan(100)
    expect(worked.vouchers.map((given) => year.numbers.get(given.seq))).toEqual(worked.vouchers.map((given) => given.voucher_no))
  })

  const cases = Object.entries(worked.expected.trial_balance).flatMap(([entity, balances]) => [
    { entity, name: 'before adjustments', stage: 'normal', balance: balances.pre_adjust }, { entity, name: 'after adjustments', stage: 'adjusting', balance: balances.adjusted },
    { entity, name: 'after closing', stage: 'closing', balance: balances.post_closing }, { entity, name: 'after the audit', stage: 'post-audit-closing', balance: balances.post_audit },
  ] as const)
  it.each(cases)('$entity: the trial balance $name', async ({ entity, stage, balance }) => {
    expect(await year.netsOf(entity, { stage })).toEqual(expectedNets(balance.rows))
  })

  it.each(Object.entries(worked.expected.lao_month_end_balances))('LAO01: what stands on %s', async (day, balances) => {
    const month = (Number(day.slice(5, 7)) + 2) % 12 + 1
    expect(await year.netsOf('LAO01', { stage: 'normal', month })).toEqual(balances)
  })

  it('leaves every register as it should stand', async () => {
    const wanted = worked.expected.subledger_at_year_end.filter(({ account }) => year.registers.has(account))
    expect(wanted.length).toBeGreaterThan(20)
    for (const { entity, account, sub, balance, side } of wanted) {
      const row = await db.owner('sub_ledger_balances').where({ organisation_id: year.unitOf(entity).officer.organisationId, account_code: account, sub_key: sub })
        .first(db.owner.raw('(debit - credit)::text AS net'))
      expect([entity, account, sub, row?.net]).toEqual([entity, account, sub, side === 'D' ? balance : `-${balance}`])
    }
  })

  it('is proven, book by book', async () => {
    for (const unit of year.units.values()) expect((await unit.read((read) => verifyBook(read, unit.officer.organisationId))).faults).toEqual([])
  })
})
