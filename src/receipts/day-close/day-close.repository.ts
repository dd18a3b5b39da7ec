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

interface SummaryRow {
  state: string
  summary_date: string
  number: number | null
  fiscal_year: number
}
