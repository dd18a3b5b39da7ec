import { type Knex } from 'knex'
import {
  headColumns, headRows, narrow, newestFirst, onePage, orTryAgain, storedHead, totalOf, type FoundPage, type ListTotals, type StoredHeadRow,
} from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric } from '../../platform/money.ts'
import {
  type Summary, type SummaryCommand, type SummaryFilter, type SummaryHead, type SummaryState, type WaitingDay,
} from './remittance-summary.ts'

export const summaryRows = headRows('remittance_summaries')

const place = { alias: 'm', day: 'summary_date' } as const

export async function findSummaries(read: OfficerRead, filter: SummaryFilter, most?: number): Promise<FoundPage<SummaryHead>> {
  return onePage(newestFirst(heads(read), place, filter), headOf, most)
}

export function totalSummaries(read: OfficerRead, filter: SummaryFilter): Promise<ListTotals> {
  return totalOf(read, narrow(heads(read), place, filter), { amounts: ['total'], undone: ['cancelled', 'reversed'] })
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
      read.db.raw(`${person('c')} AS confirmer`)).first()
  if (!row) throw new NotFound('remittance summary')
  return {
    ...headOf(row), remark: row.remark, preparedAt: row.prepared_at, confirmer: row.confirmer, confirmedAt: row.confirmed_at,
    voucher: voucherOf(row),
  }
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
  }).returning('id').catch(orTryAgain())
  return row.id
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
  readonly isAlone?: boolean
}

export async function moveSummary(work: OfficerWork, summary: SummaryHead, change: SummaryChange): Promise<void> {
  const confirmed = { number: change.number, voucher_id: change.voucherId, confirmed_by: work.actor.userId, confirmed_at: work.now, is_signed_alone: change.isAlone ?? false }
  await summaryRows.change(work, summary, { state: change.state, ...(change.number !== undefined && confirmed) })
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('remittance_summaries as m').join('users as u', 'u.id', 'm.prepared_by')
    .leftJoin('vouchers as v', (on) => on.on('v.organisation_id', 'm.organisation_id').andOn('v.id', 'm.voucher_id'))
    .joinRaw(`CROSS JOIN LATERAL (SELECT coalesce(sum(r.total), 0) AS total FROM remittances s
      JOIN receipts r ON r.organisation_id = s.organisation_id AND r.remittance_id = s.id AND r.state <> 'cancelled'
      WHERE s.organisation_id = m.organisation_id AND s.summary_id = m.id) t`)
    .select(...headColumns('m'), 'm.summary_date', 'm.prepared_by',
      read.db.raw(`${person('u')} AS preparer, coalesce(v.total, t.total) AS total`))
}

interface HeadRow extends StoredHeadRow<SummaryState> {
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
    ...storedHead(row), summaryDate: calendarDate(row.summary_date), authorId: row.prepared_by, preparer: row.preparer,
    total: fromNumeric(row.total),
  }
}

function voucherOf(row: FullRow): Summary['voucher'] {
  if (row.voucher_id === null || row.voucher_number === null || row.voucher_year === null) return null
  return { id: row.voucher_id, number: row.voucher_number, fiscalYear: fiscalYear(row.voucher_year) }
}
