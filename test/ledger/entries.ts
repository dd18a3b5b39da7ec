// Vouchers of every stage for the tests of the reading screens: a year of an office, keyed line by line.
import { openFiscalYear, postLines, type Posted, type VoucherType } from '../../src/ledger/index.ts'
import { calendarDate, fiscalYear } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { type TestDatabase } from '../support/database.ts'
import { anOpenOffice, type Counter, type NewOfficer } from '../support/world.ts'
import { landTax, savings } from './collected.ts'

export const accruedBills = '2102040101.001'
export const suppliesUsed = '5104010104.001'
export const accumulated = '3102010101.001'
export const resultOfYear = '3101010101.001'

export interface Entry {
  readonly type: Exclude<VoucherType, 'RX'>
  readonly date: string
  readonly debit: string
  readonly credit: string
  readonly amount: string
  readonly description?: string
}

const sequence = { next: 1 }

/** One debit, one credit; the office's own bank account where the account asks for one. */
export function enter(office: Counter, { type, date, debit, credit, amount, description = 'รายการทดสอบ' }: Entry): Promise<Posted> {
  const slot = (accountCode: string) => ({ accountCode, amount: baht(amount), bankAccountId: accountCode === savings ? office.bankAccountId : undefined })
  return office.work((work) => postLines(work, {
    type, event: 'journal.posted', documentDate: calendarDate(date), source: { kind: 'journal', id: String(sequence.next++) }, description, preparedBy: office.maker.userId,
    lines: [{ ...slot(debit), side: 'D' }, { ...slot(credit), side: 'C' }],
  }))
}

/** Periods that only a closing opens: arranged, not walked. */
export async function openPeriods(db: TestDatabase, office: Counter, year: number): Promise<void> {
  await db.owner('fiscal_periods').where({ organisation_id: office.officer.organisationId, fiscal_year: year }).update({ state: 'open' })
}

/**
 * 2569 from opening to audit, in baht: opening 1,000 · taxes 600 in November, 400 in September · bills 150 adjusted in September ·
 * closed to the accumulated fund · the auditor finds 20 of supplies more, closed again.
 */
export async function anAuditedYear(db: TestDatabase, given?: NewOfficer): Promise<Counter> {
  const office = given ? await anOpenOffice(db, given) : await anOpenOffice(db)
  await office.work((work) => openFiscalYear(work, fiscalYear(2569)))
  await openPeriods(db, office, 2569)
  const entries: readonly Omit<Entry, 'description'>[] = [
    { type: 'OB', date: '2025-10-01', debit: savings, credit: accumulated, amount: '1000' },
    { type: 'JV', date: '2025-11-10', debit: savings, credit: landTax, amount: '600' },
    { type: 'JV', date: '2026-09-15', debit: savings, credit: landTax, amount: '400' },
    { type: 'AJ', date: '2026-09-30', debit: suppliesUsed, credit: accruedBills, amount: '150' },
    { type: 'CL', date: '2026-09-30', debit: landTax, credit: resultOfYear, amount: '1000' },
    { type: 'CL', date: '2026-09-30', debit: resultOfYear, credit: suppliesUsed, amount: '150' },
    { type: 'CL', date: '2026-09-30', debit: resultOfYear, credit: accumulated, amount: '850' },
    { type: 'PA', date: '2026-09-30', debit: suppliesUsed, credit: accruedBills, amount: '20' },
  ]
  for (const entry of entries) await enter(office, entry)
  return office
}
