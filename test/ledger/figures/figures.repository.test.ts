// What an account held on a day: kept balances less what came later must tell the same as adding up every line.
import { beforeAll, describe, expect, it } from 'vitest'
import { balanceOfKind, balanceOn, leastSince } from '../../../src/ledger/index.ts'
import { addDays, calendarDate, instant, type CalendarDate } from '../../../src/platform/dates.ts'
import { formatMoney, fromNumeric } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { WorkedYear } from '../worked-year/worked.ts'

const db = await testDatabase(instant('2026-01-15T05:00:00.000Z'))
const year = new WorkedYear(db)
const opened = calendarDate('2024-10-01')
const days = [addDays(opened, -2), addDays(opened, -1), opened, ...['2024-11-15', '2024-12-31', '2025-03-31', '2025-06-30', '2025-09-29', '2025-09-30', '2025-10-01', '2026-01-15'].map(calendarDate)]

beforeAll(async () => {
  await year.open()
  await year.post(() => true)
})

/** Every line through the years; an opening counts from the evening before, one carried over not at all. */
async function addedUp(asked: { organisationId: string; day: CalendarDate; where: string; value: string }): Promise<string> {
  const row = await db.owner('voucher_lines as l').joinRaw('JOIN vouchers v ON v.organisation_id = l.organisation_id AND v.id = l.voucher_id JOIN accounts a ON a.code = l.account_code')
    .where({ 'l.organisation_id': asked.organisationId }).whereRaw(asked.where, [asked.value]).whereRaw("v.event !~ '^opening.(carried|corrected)'")
    .whereRaw('(l.document_date <= ? OR (v.stage = 0 AND l.document_date = ?))', [asked.day, addDays(asked.day, 1)])
    .first(db.owner.raw('coalesce(sum(CASE WHEN l.side = a.normal_side THEN l.amount ELSE -l.amount END), 0)::text AS sum'))
  return formatMoney(fromNumeric(row.sum))
}

describe('what an account held on a day', () => {
  it.each(days)('%s: every account of the three books, with a register and without', async (day) => {
    for (const unit of year.units.values()) {
      const { organisationId } = unit.officer
      const codes: string[] = await db.owner('voucher_lines').where({ organisation_id: organisationId }).distinct('account_code').pluck('account_code')
      const told = await Promise.all(codes.map(async (accountCode) => [accountCode, formatMoney(await unit.read((read) => balanceOn(read, { organisationId, accountCode, until: day })))]))
      const wanted = await Promise.all(codes.map(async (code) => [code, await addedUp({ organisationId, day, where: 'a.code = ?', value: code })]))
      expect(told).toEqual(wanted)
    }
  })

  it.each(days)('%s: one key of a register, and all money in banks', async (day) => {
    for (const unit of year.units.values()) {
      const { organisationId } = unit.officer
      const keys: { account_code: string; sub_key: string }[] = await db.owner('sub_ledger_balances').where({ organisation_id: organisationId }).select('account_code', 'sub_key').limit(25)
      for (const { account_code: accountCode, sub_key: subKey } of keys) {
        const told = await unit.read((read) => balanceOn(read, { organisationId, accountCode, subKey, until: day }))
        expect([accountCode, subKey, formatMoney(told)]).toEqual([accountCode, subKey, await addedUp({ organisationId, day, where: `a.code = '${accountCode}' AND l.sub_key = ?`, value: subKey })])
      }
      const banks = await unit.read((read) => balanceOfKind(read, { organisationId, subLedger: 'bank_account', until: day }))
      expect(formatMoney(banks)).toBe(await addedUp({ organisationId, day, where: 'a.sub_ledger = ?', value: 'bank_account' }))
    }
  })

  it('is something on at least forty accounts, or nothing was compared', async () => {
    const [unit] = year.units.values()
    if (!unit) throw new Error('no unit')
    expect((await db.owner('voucher_lines').where({ organisation_id: unit.officer.organisationId }).distinct('account_code')).length).toBeGreaterThan(40)
  })
})

it('the least it held from a day on is the least of its evenings, no lower than on any of them', async () => {
  const unit = year.unitOf('LAO01')
  const { organisationId } = unit.officer
  const accountCode = '1101030102.001'
  const evenings = (await db.owner('voucher_lines').where({ organisation_id: organisationId, account_code: accountCode }).distinct('document_date').orderBy('document_date').pluck('document_date')).map(calendarDate)
  const held = await unit.read((read) => Promise.all(evenings.map(async (day) => [day, await balanceOn(read, { organisationId, accountCode, until: day })] as const)))
  for (const [from] of held) {
    const least = held.filter(([day]) => day >= from).map(([, amount]) => amount).reduce((one, other) => (one < other ? one : other))
    expect([from, formatMoney(await unit.read((read) => leastSince(read, { organisationId, accountCode, from })))]).toEqual([from, formatMoney(least)])
  }
})
