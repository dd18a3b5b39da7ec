import { type Knex } from 'knex'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'

export interface ClosedDay {
  readonly date: CalendarDate
  readonly number: number
  readonly fiscalYear: FiscalYear
}

export interface Days {
  readonly from: CalendarDate
  /** Half-open. */
  readonly until?: CalendarDate
}

/** The last confirmed summary of these days. A confirmation under way is waited for: its draft is held in share. */
export async function findClosedDay(work: OfficerWork, days: Days): Promise<ClosedDay | undefined> {
  return confirmedIn(await summariesOf(work, days).forShare())
}

/** As it stands, without waiting. */
export async function findConfirmedDay(read: OfficerRead, days: Days): Promise<ClosedDay | undefined> {
  return confirmedIn(await summariesOf(read, days))
}

function summariesOf(read: OfficerRead, { from, until }: Days): Knex.QueryBuilder {
  const query = read.db('remittance_summaries').where('organisation_id', read.actor.organisationId).where('summary_date', '>=', from)
    .whereIn('state', ['draft', 'confirmed']).orderBy('summary_date', 'desc').select('state', 'summary_date', 'number', 'fiscal_year')
  return until ? query.where('summary_date', '<', until) : query
}

function confirmedIn(rows: readonly SummaryRow[]): ClosedDay | undefined {
  const confirmed = rows.find((row) => row.state === 'confirmed')
  return confirmed && { date: calendarDate(confirmed.summary_date), number: confirmed.number ?? 0, fiscalYear: fiscalYear(confirmed.fiscal_year) }
}

/** The last signed position at or after this day: its cash and banks were counted. A signing under way is waited for. */
export async function findSignedDay(work: OfficerWork, from: CalendarDate): Promise<CalendarDate | undefined> {
  await work.db.raw('SELECT pg_advisory_xact_lock_shared(hashtextextended(?, 0))', [signing(work)])
  return seeSignedDay(work, from)
}

/** As it stands, without waiting. */
export async function seeSignedDay(read: OfficerRead, from: CalendarDate): Promise<CalendarDate | undefined> {
  const row = await read.db('daily_positions').where({ organisation_id: read.actor.organisationId, state: 'signed' }).where('position_date', '>=', from)
    .orderBy('position_date', 'desc').first('position_date')
  return row && calendarDate(row.position_date)
}

/** Until commit nothing posts into a day of this office: its position is being signed. */
export async function holdDays(work: OfficerWork): Promise<void> {
  await work.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [signing(work)])
}

const signing = ({ actor }: OfficerRead) => `daily position ${actor.organisationId}`

interface SummaryRow {
  state: string
  summary_date: string
  number: number | null
  fiscal_year: number
}
