import { type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'

export interface ClosedDay {
  readonly date: CalendarDate
  readonly number: number
  readonly fiscalYear: FiscalYear
}

/** The last confirmed summary of these days. A confirmation under way is waited for: its draft is held in share. */
export async function findClosedDay(work: OfficerWork, days: { from: CalendarDate; until?: CalendarDate }): Promise<ClosedDay | undefined> {
  const query = work.db('remittance_summaries').where('organisation_id', work.actor.organisationId).where('summary_date', '>=', days.from)
    .whereIn('state', ['draft', 'confirmed']).orderBy('summary_date', 'desc').forShare()
    .select('state', 'summary_date', 'number', 'fiscal_year')
  if (days.until) query.where('summary_date', '<', days.until)
  const confirmed = (await query).find((row) => row.state === 'confirmed')
  if (!confirmed) return undefined
  return { date: calendarDate(confirmed.summary_date), number: confirmed.number, fiscalYear: fiscalYear(confirmed.fiscal_year) }
}
