import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalMonthOf, fiscalYearOf, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'

/** Twelve open months of the actor's own books; months that exist already stay as they are. */
export async function openFiscalYear(work: OfficerWork, fiscalYear: FiscalYear): Promise<void> {
  const months = Array.from({ length: 12 }, (_, index) => index + 1)
  await work.db('fiscal_months').insert(months.map((month) => ({
    organisation_id: work.actor.organisationId, fiscal_year: fiscalYear, month, state: 'open',
  }))).onConflict().ignore()
}

/** Whether the actor's own books take a document of this day. */
export async function isOpen(read: OfficerRead, date: CalendarDate): Promise<boolean> {
  const row = await read.db('fiscal_months').first('state').where({
    organisation_id: read.actor.organisationId, fiscal_year: fiscalYearOf(date), month: fiscalMonthOf(date),
  })
  return row?.state === 'open'
}

/** Fiscal years an organisation has opened, newest first. */
export async function findFiscalYears(read: OfficerRead, organisationId: string): Promise<number[]> {
  const rows = await read.db('fiscal_months').where({ organisation_id: organisationId }).distinct('fiscal_year').orderBy('fiscal_year', 'desc')
  return rows.map((row) => row.fiscal_year)
}
