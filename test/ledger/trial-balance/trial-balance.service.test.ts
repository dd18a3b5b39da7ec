import { describe, expect, it } from 'vitest'
import { openFiscalYear, reverseVoucher } from '../../../src/ledger/index.ts'
import { asOfIn } from '../../../src/ledger/asked.ts'
import { getTrialBalance } from '../../../src/ledger/trial-balance/trial-balance.service.ts'
import { type MadeTrialBalance, type Part } from '../../../src/ledger/trial-balance/trial-balance.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { toNumeric } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { anOpenOffice, aSubUnit, aLao, type Counter } from '../../support/world.ts'
import { landTax, savings, schoolIncome } from '../collected.ts'
import { accruedBills, accumulated, anAuditedYear, enter, openPeriods, resultOfYear, suppliesUsed } from '../entries.ts'

const db = await testDatabase()
const today = calendarDate('2026-11-20')

function made(office: Counter, query: Record<string, string>, isCompared = false): Promise<MadeTrialBalance> {
  const { asOf } = asOfIn(query, today)
  return office.read((read) => getTrialBalance(read, { organisationId: office.officer.organisationId, asOf, withZeroRows: false, isCompared }))
}

/** Debit positive, credit negative, by account; and all three pairs of totals equal. */
function netOf({ balance }: MadeTrialBalance, part: Part): Record<string, string> {
  for (const { debit, credit } of Object.values(balance.totals)) expect(debit).toBe(credit)
  return Object.fromEntries(balance.rows.map((row) => [row.code, row[part].debit > 0n ? toNumeric(row[part].debit) : `-${toNumeric(row[part].credit)}`]))
}

describe('a trial balance up to a stage', () => {
  it('before and after adjustment, after closing and after the audit are four', async () => {
    const office = await anAuditedYear(db)
    const year = { fiscalYear: '2569', month: '12' }
    expect(netOf(await made(office, year), 'carried')).toEqual({ [savings]: '2000.00', [accumulated]: '-1000.00', [landTax]: '-1000.00' })
    expect(netOf(await made(office, { ...year, stage: 'adjusting' }), 'carried')).toEqual({
      [savings]: '2000.00', [accruedBills]: '-150.00', [accumulated]: '-1000.00', [landTax]: '-1000.00', [suppliesUsed]: '150.00',
    })
    const closed = netOf(await made(office, { ...year, stage: 'closing' }), 'carried')
    expect(closed).toMatchObject({ [savings]: '2000.00', [accruedBills]: '-150.00', [accumulated]: '-1850.00', [landTax]: '-0.00', [resultOfYear]: '-0.00' })
    expect(netOf(await made(office, { ...year, stage: 'post-audit' }), 'carried')).toMatchObject({ [accruedBills]: '-170.00', [suppliesUsed]: '20.00', [accumulated]: '-1850.00' })
  })

  it('brings the opening voucher forward in its own month, and shows movements of the month gross', async () => {
    const office = await anAuditedYear(db)
    const october = await made(office, { fiscalYear: '2569', month: '1' })
    expect(netOf(october, 'brought')).toEqual({ [savings]: '1000.00', [accumulated]: '-1000.00' })
    const september = await made(office, { fiscalYear: '2569', month: '12', stage: 'closing' })
    expect(netOf(september, 'brought')).toMatchObject({ [savings]: '1600.00', [landTax]: '-600.00' })
    expect(september.balance.rows.find((row) => row.code === landTax)?.moved).toEqual({ debit: 100000n, credit: 40000n })
  })
})

describe('a trial balance at a day', () => {
  it('adds up the lines of its month up to that day, and agrees with the month at its end', async () => {
    const office = await anAuditedYear(db)
    expect(netOf(await made(office, { day: '09/11/2568' }), 'carried')).toEqual({ [savings]: '1000.00', [accumulated]: '-1000.00' })
    expect(netOf(await made(office, { day: '10/11/2568' }), 'moved')).toMatchObject({ [savings]: '600.00', [landTax]: '-600.00' })
    for (const stage of ['normal', 'adjusting']) {
      const [byDay, byMonth] = [await made(office, { day: '30/09/2569', stage }), await made(office, { fiscalYear: '2569', month: '12', stage })]
      expect(byDay.balance).toEqual(byMonth.balance)
    }
  })
})

describe('a year without its opening voucher', () => {
  it('provisionally takes over the audited end of the year before, its result within the accumulated fund', async () => {
    const office = await anAuditedYear(db)
    const next = await made(office, { fiscalYear: '2570', month: '1' })
    expect(next.isProvisional).toBe(true)
    expect(netOf(next, 'brought')).toEqual({ [savings]: '2000.00', [accruedBills]: '-170.00', [accumulated]: '-1830.00' })
  })

  it('takes over nothing more once the opening voucher stands, and again when it is reversed', async () => {
    const office = await anAuditedYear(db)
    const { id } = await enter(office, { type: 'OB', date: '2026-10-01', debit: savings, credit: accumulated, amount: '1830' })
    const opened = await made(office, { fiscalYear: '2570', month: '1' })
    expect([opened.isProvisional, netOf(opened, 'brought')]).toEqual([false, { [savings]: '1830.00', [accumulated]: '-1830.00' }])
    await office.work((work) => reverseVoucher(work, id, { reason: 'ยอดไม่ตรง', documentDate: calendarDate('2026-10-01') }))
    const again = await made(office, { fiscalYear: '2570', month: '1' })
    expect(again.isProvisional).toBe(true)
    expect(netOf(again, 'brought')[savings]).toBe('2000.00')
  })

  it('gathers the result of a school in its own accumulated account, also over two years', async () => {
    const school = await anOpenOffice(db, { at: await aSubUnit(db, { lao: await aLao(db) }), groups: ['SUB_FIN_HEAD'] })
    for (const year of [2568, 2569]) {
      await school.work((work) => openFiscalYear(work, fiscalYear(year)))
      await openPeriods(db, school, year)
      await enter(school, { type: 'JV', date: `${year - 543}-09-01`, debit: savings, credit: schoolIncome, amount: '75' })
    }
    const next = await made(school, { fiscalYear: '2570', month: '2' })
    expect(netOf(next, 'brought')).toEqual({ [savings]: '150.00', '3102010101.003': '-150.00' })
  })

  it('is not provisional when there never was a year before', async () => {
    const office = await anOpenOffice(db)
    const empty = await made(office, {})
    expect([empty.isProvisional, empty.balance.rows]).toEqual([false, []])
  })
})

describe('a comparison with the year before', () => {
  it('puts beside each account what it carried on the same day', async () => {
    const office = await anAuditedYear(db)
    await enter(office, { type: 'JV', date: '2026-11-12', debit: savings, credit: landTax, amount: '60' })
    const both = await made(office, { day: '12/11/2569' }, true)
    expect(netOf(both, 'carried')).toMatchObject({ [savings]: '2060.00', [landTax]: '-60.00' })
    expect(netOf(both, 'before')).toMatchObject({ [savings]: '1600.00', [landTax]: '-600.00', [accumulated]: '-1000.00' })
  })
})
