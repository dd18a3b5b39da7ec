import { type Knex } from 'knex'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type Person } from '../person.ts'
import {
  type Summary, type SummaryCommand, type SummaryFilter, type SummaryHead, type SummaryState, type WaitingDay,
} from './remittance-summary.ts'

export const summariesPerPage = 50

/** Newest first; one more than a page tells that there are more. */
export async function findSummaries(read: OfficerRead, filter: SummaryFilter): Promise<{ summaries: SummaryHead[]; hasMore: boolean }> {
  const query = heads(read).where('m.organisation_id', filter.organisationId).orderBy('m.id', 'desc').limit(summariesPerPage + 1)
  if (filter.from) query.where('m.summary_date', '>=', filter.from)
  if (filter.until) query.where('m.summary_date', '<', filter.until)
  if (filter.state) query.where('m.state', filter.state)
  if (filter.after) query.where('m.id', '<', filter.after)
  const rows: HeadRow[] = await query
  return { summaries: rows.slice(0, summariesPerPage).map(headOf), hasMore: rows.length > summariesPerPage }
}

/** Days of received slips without a summary under way or confirmed. */
export async function findWaitingDays(read: OfficerRead): Promise<WaitingDay[]> {
  const { rows } = await read.db.raw<{ rows: { date: string; slips: number; total: string }[] }>(`
    SELECT s.slip_date AS date, count(DISTINCT s.id)::int AS slips, coalesce(sum(r.total), 0) AS total
    FROM remittances s LEFT JOIN receipts r ON r.organisation_id = s.organisation_id AND r.remittance_id = s.id AND r.state <> 'cancelled'
    WHERE s.organisation_id = :organisation AND s.state = 'received' AND s.summary_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM remittance_summaries m WHERE m.organisation_id = s.organisation_id AND m.summary_date = s.slip_date
        AND m.state IN ('draft', 'confirmed'))
    GROUP BY s.slip_date ORDER BY s.slip_date`, { organisation: read.actor.organisationId })
  return rows.map((row) => ({ date: calendarDate(row.date), slips: row.slips, total: fromNumeric(row.total) }))
}

export type StoredSummary = Omit<Summary, 'slips' | 'incomes' | 'places' | 'late'>

export async function getStored(read: OfficerRead, organisationId: string, id: string): Promise<StoredSummary> {
  const row: FullRow | undefined = await heads(read).where({ 'm.organisation_id': organisationId, 'm.id': id })
    .leftJoin('users as c', 'c.id', 'm.confirmed_by')
    .select('m.remark', 'm.prepared_at', 'm.confirmed_at',
      'v.id as voucher_id', 'v.number as voucher_number', 'v.fiscal_year as voucher_year',
      read.db.raw(`CASE WHEN c.id IS NOT NULL THEN ${person('c')} END AS confirmer`)).first()
  if (!row) throw new NotFound('remittance summary')
  return {
    ...headOf(row), remark: row.remark, preparedAt: row.prepared_at, confirmer: row.confirmer, confirmedAt: row.confirmed_at,
    voucher: voucherOf(row),
  }
}

/** Locks the summary: every step begins here. */
export async function getForChange(work: OfficerWork, id: string): Promise<StoredSummary> {
  await work.db('remittance_summaries').where({ organisation_id: work.actor.organisationId, id }).forUpdate().select('id')
  return getStored(work, work.actor.organisationId, id)
}

/** The summary of the day that stands, in draft or confirmed. */
export async function findStanding(read: OfficerRead, date: CalendarDate): Promise<SummaryHead | undefined> {
  const row = await heads(read).where({ 'm.organisation_id': read.actor.organisationId, 'm.summary_date': date })
    .whereIn('m.state', ['draft', 'confirmed']).first()
  return row && headOf(row)
}

export async function insertSummary(work: OfficerWork, command: SummaryCommand & { formKey: string }): Promise<string> {
  const [row] = await work.db('remittance_summaries').insert({
    organisation_id: work.actor.organisationId, state: 'draft', fiscal_year: fiscalYearOf(command.summaryDate),
    summary_date: command.summaryDate,
    remark: command.remark, form_key: command.formKey, prepared_by: work.actor.userId, prepared_at: work.now,
  }).returning('id').catch(orTryAgain)
  return row.id
}

/** The same day twice at one moment: the later one begins again, and then finds the first. */
function orTryAgain(error: unknown): never {
  const isTwin = error instanceof Error && 'code' in error && error.code === '23505'
  throw isTwin ? Object.assign(new Error('made by another call', { cause: error }), { code: '40001' }) : error
}

/** All received slips of the day that no summary has: how many there were. */
export async function takeSlips(work: OfficerWork, summary: { id: string; summaryDate: CalendarDate }): Promise<number> {
  return work.db('remittances').whereNull('summary_id')
    .where({ organisation_id: work.actor.organisationId, slip_date: summary.summaryDate, state: 'received' })
    .update({ summary_id: summary.id, version: work.db.raw('version + 1') })
}

export interface SlipsChange {
  readonly to: 'received' | 'summarised'
  /** The summary no longer stands. */
  readonly freed?: boolean
}

/** Slips of a summary go its way. */
export async function moveSlips(work: OfficerWork, summaryId: string, change: SlipsChange): Promise<void> {
  await work.db('remittances').where({ organisation_id: work.actor.organisationId, summary_id: summaryId })
    .update({ state: change.to, version: work.db.raw('version + 1'), ...(change.freed && { summary_id: null }) })
}

export interface SummaryChange {
  readonly state: SummaryState
  readonly number?: number
  readonly voucherId?: string
}

export async function moveSummary(work: OfficerWork, summary: SummaryHead, change: SummaryChange): Promise<void> {
  const confirmed = { number: change.number, voucher_id: change.voucherId, confirmed_by: work.actor.userId, confirmed_at: work.now }
  await work.db('remittance_summaries').where({ organisation_id: summary.organisationId, id: summary.id }).update({
    state: change.state, version: summary.version + 1,
    ...(change.number !== undefined && confirmed),
  })
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('remittance_summaries as m').join('users as u', 'u.id', 'm.prepared_by')
    .leftJoin('vouchers as v', (on) => on.on('v.organisation_id', 'm.organisation_id').andOn('v.id', 'm.voucher_id'))
    .joinRaw(`CROSS JOIN LATERAL (SELECT coalesce(sum(r.total), 0) AS total FROM remittances s
      JOIN receipts r ON r.organisation_id = s.organisation_id AND r.remittance_id = s.id AND r.state <> 'cancelled'
      WHERE s.organisation_id = m.organisation_id AND s.summary_id = m.id) t`)
    .select('m.organisation_id', 'm.id', 'm.version', 'm.state', 'm.fiscal_year', 'm.number', 'm.summary_date', 'm.prepared_by',
      read.db.raw(`${person('u')} AS preparer, coalesce(v.total, t.total) AS total`))
}

function person(alias: string): string {
  const name = `btrim(${alias}.title || ${alias}.first_name || ' ' || ${alias}.last_name)`
  return `json_build_object('name', ${name}, 'position', ${alias}.position)`
}

interface HeadRow {
  organisation_id: string
  id: string
  version: number
  state: SummaryState
  fiscal_year: number
  number: number | null
  summary_date: string
  prepared_by: string
  preparer: Person
  total: string
}

interface FullRow extends HeadRow {
  remark: string
  prepared_at: string
  confirmed_at: string | null
  confirmer: Person | null
  voucher_id: string | null
  voucher_number: number | null
  voucher_year: number | null
}

function headOf(row: HeadRow): SummaryHead {
  return {
    organisationId: row.organisation_id, id: row.id, version: row.version, state: row.state, fiscalYear: fiscalYear(row.fiscal_year),
    number: row.number,
    summaryDate: calendarDate(row.summary_date), authorId: row.prepared_by, preparer: row.preparer, total: fromNumeric(row.total),
  }
}

function voucherOf(row: FullRow): Summary['voucher'] {
  if (row.voucher_id === null || row.voucher_number === null || row.voucher_year === null) return null
  return { id: row.voucher_id, number: row.voucher_number, fiscalYear: fiscalYear(row.voucher_year) }
}
