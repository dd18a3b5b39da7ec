import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalMonthOf, fiscalYearOf, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type Module } from '../posting/gate.ts'

export interface PeriodKey {
  readonly fiscalYear: FiscalYear
  readonly period: number
}

/** Sixteen periods of the actor's own books; a year that is open already stays as it is. */
export async function openFiscalYear(work: OfficerWork, fiscalYear: FiscalYear): Promise<void> {
  await work.db.raw('SELECT ledger_open_year(?, ?)', [fiscalYear, work.now])
}

/** Whether the actor's own books take a document of this day from this part of the work. */
export async function isOpen(read: OfficerRead, date: CalendarDate, module: Module = 'general'): Promise<boolean> {
  const row = await periodRow(read, { fiscalYear: fiscalYearOf(date), period: fiscalMonthOf(date) })
  return row?.state === 'open' && !row.closed_modules.includes(module)
}

export async function findState(read: OfficerRead, key: PeriodKey): Promise<'open' | 'soft' | 'closed' | undefined> {
  return (await periodRow(read, key))?.state
}

async function periodRow(read: OfficerRead, { fiscalYear, period }: PeriodKey): Promise<{ state: 'open' | 'soft' | 'closed'; closed_modules: string[] } | undefined> {
  return read.db('fiscal_periods').first('state', 'closed_modules').where({ organisation_id: read.actor.organisationId, fiscal_year: fiscalYear, period })
}

/** Until when the auditor's changes may be posted; undefined when the period was never opened for them. */
export async function findAuditUntil(read: OfficerRead, fiscalYear: FiscalYear): Promise<CalendarDate | undefined> {
  const row = await read.db('fiscal_years').first('audit_until').where({ organisation_id: read.actor.organisationId, fiscal_year: fiscalYear })
  return row?.audit_until ? calendarDate(row.audit_until) : undefined
}

/** Fiscal years an organisation has opened, newest first. */
export async function findFiscalYears(read: OfficerRead, organisationId: string): Promise<number[]> {
  const rows = await read.db('fiscal_years').where({ organisation_id: organisationId }).orderBy('fiscal_year', 'desc').select('fiscal_year')
  return rows.map((row) => row.fiscal_year)
}

/** หน่วยงานขนาดเล็ก: whether one person may prepare and approve (access-admin-oversight §4.2). */
export async function maySignAlone(read: OfficerRead): Promise<boolean> {
  const row = await read.db('small_units').first('id').where({ organisation_id: read.actor.organisationId }).whereNull('switched_off_at')
  return row !== undefined
}
