import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalMonthOf, fiscalYear, fiscalYearOf, fiscalYearPeriod, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { personName } from '../../platform/database/people.ts'
import { type Module } from '../posting/gate.ts'
import { auditPeriod, type NewRequest, type Period, type PeriodKey, type PeriodRefusal, type PeriodState, type WaitingRequest } from './period.ts'

/** Sixteen periods of the actor's own books; a year that is open already stays as it is. */
export async function openFiscalYear(work: OfficerWork, fiscalYear: FiscalYear): Promise<void> {
  await work.db.raw('SELECT ledger_open_year(?, ?)', [fiscalYear, work.now])
}

/** Whether the actor's own books take a document of this day from this part of the work. */
export async function isOpen(read: OfficerRead, date: CalendarDate, module: Module = 'general'): Promise<boolean> {
  const row = await periodRow(read, { fiscalYear: fiscalYearOf(date), period: fiscalMonthOf(date) })
  return row?.state === 'open' && !row.closed_modules.includes(module)
}

/** Whether the year still takes adjustments (period 13); false where it was never opened. */
export async function takesAdjustments(read: OfficerRead, year: FiscalYear): Promise<boolean> {
  return await findState(read, { fiscalYear: year, period: 13 }) === 'open'
}

export async function findState(read: OfficerRead, key: PeriodKey): Promise<PeriodState | undefined> {
  return (await periodRow(read, key))?.state
}

async function periodRow(read: OfficerRead, { fiscalYear, period }: PeriodKey): Promise<{ state: PeriodState; closed_modules: string[] } | undefined> {
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

/** Of the own books: the first of October of the first year, of this one where none is open yet. */
export async function findFirstDay(read: OfficerRead): Promise<CalendarDate> {
  const years = await findFiscalYears(read, read.actor.organisationId)
  return fiscalYearPeriod(fiscalYear(Math.min(...years, fiscalYearOf(read.today)))).from
}

/** หน่วยงานขนาดเล็ก: whether one person may prepare and approve (access-admin-oversight §4.2). */
export async function maySignAlone(read: OfficerRead): Promise<boolean> {
  const row = await read.db('small_units').first('id').where({ organisation_id: read.actor.organisationId }).whereNull('switched_off_at')
  return row !== undefined
}

/** Whether this officer may decide about what they prepared themselves. */
export async function signsAlone(read: OfficerRead, { authorId }: { readonly authorId: string }): Promise<boolean> {
  return authorId === read.actor.userId && maySignAlone(read)
}

export async function findPeriods(read: OfficerRead, fiscalYear: FiscalYear): Promise<Period[]> {
  const rows = await read.db('fiscal_periods as p').leftJoin('users as u', 'u.id', 'p.changed_by')
    .where({ 'p.organisation_id': read.actor.organisationId, 'p.fiscal_year': fiscalYear }).orderBy('p.period')
    .select('p.period', 'p.state', 'p.closed_modules', 'p.changed_at', read.db.raw(`${personName('u')} AS changed_by`))
  return rows.map((row) => ({
    fiscalYear, period: row.period, state: row.state, closedModules: row.closed_modules, changedBy: row.changed_by, changedAt: row.changed_at,
  }))
}

export async function findWaiting(read: OfficerRead): Promise<WaitingRequest[]> {
  const rows = await read.db('period_requests as r').join('users as u', 'u.id', 'r.asked_by').where({ 'r.organisation_id': read.actor.organisationId, 'r.state': 'asked' }).orderBy('r.id')
    .select('r.id', 'r.fiscal_year', 'r.period', 'r.wanted', 'r.wanted_modules', 'r.reason', 'r.audit_until', 'r.asked_at', read.db.raw(`${personName('u')} AS asked_by`))
  return rows.map((row) => ({
    id: row.id, fiscalYear: row.fiscal_year, period: row.period, wanted: row.wanted, modules: row.wanted_modules, reason: row.reason,
    auditUntil: row.audit_until ? calendarDate(row.audit_until) : null, askedBy: row.asked_by, askedAt: row.asked_at,
  }))
}

export async function findAuditRequests(read: OfficerRead, fiscalYear: FiscalYear): Promise<string[]> {
  return read.db('period_requests').where({ organisation_id: read.actor.organisationId, fiscal_year: fiscalYear, period: auditPeriod, wanted: 'open' }).orderBy('id').pluck('id')
}

/** Undefined when a request for this period waits already. */
export async function insertRequest(work: OfficerWork, request: NewRequest): Promise<string | undefined> {
  const rows: { id: string }[] = await work.db('period_requests').insert({
    organisation_id: work.actor.organisationId, fiscal_year: request.fiscalYear, period: request.period, wanted: request.wanted, wanted_modules: [...request.modules],
    audit_until: request.auditUntil ?? null, reason: request.reason, state: 'asked', asked_by: work.actor.userId, asked_at: work.now,
  }).onConflict(work.db.raw(`(organisation_id, fiscal_year, period) WHERE state = 'asked'`)).ignore().returning('id')
  return rows[0]?.id
}

export async function isOwnRequest(work: OfficerWork, id: string): Promise<boolean> {
  return await work.db('period_requests').where({ organisation_id: work.actor.organisationId, id }).first('id') !== undefined
}

/** Sets the period under the lock of the book, so that nobody posts meanwhile; undefined when it is done. */
export async function setPeriod(work: OfficerWork, requestId: string): Promise<PeriodRefusal | undefined> {
  const { rows: [row] } = await work.db.raw<{ rows: { refusal: PeriodRefusal | null }[] }>('SELECT ledger_set_period(?, ?) AS refusal', [requestId, work.now])
  return row?.refusal ?? undefined
}

/** False when somebody else has decided. */
export async function decide(work: OfficerWork, requestId: string, { state, decision }: { state: 'done' | 'refused'; decision: string }): Promise<boolean> {
  const count = await work.db('period_requests').where({ organisation_id: work.actor.organisationId, id: requestId, state: 'asked' })
    .update({ state, decision, decided_by: work.actor.userId, decided_at: work.now })
  return count === 1
}

/** People of the own office with work in finance. */
export async function countFinanceOfficers(read: OfficerRead): Promise<number> {
  const row = await read.db('users as u').join('group_members as m', 'm.user_id', 'u.id').where({ 'u.organisation_id': read.actor.organisationId, 'u.status': 'active' })
    .whereRaw(`m.group_code ~ '(_FIN_HEAD|_FINANCE|_ACCOUNT)$|^PAWN_' AND m.valid_from <= ? AND (m.valid_until IS NULL OR m.valid_until > ?)`, [read.today, read.today])
    .countDistinct({ people: 'u.id' }).first()
  return Number(row?.people ?? 0)
}

export async function switchSmallUnit(work: OfficerWork, { isOn, reason }: { isOn: boolean; reason: string }): Promise<void> {
  const own = { organisation_id: work.actor.organisationId }
  if (isOn) await work.db('small_units').insert({ ...own, reason, switched_on_by: work.actor.userId, switched_on_at: work.now })
  else await work.db('small_units').where(own).whereNull('switched_off_at').update({ switched_off_at: work.now })
}
