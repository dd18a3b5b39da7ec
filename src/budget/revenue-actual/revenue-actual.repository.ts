import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type RevenueEstimate } from './revenue-actual.ts'

export interface AskedEstimates {
  readonly organisationId: string
  readonly fiscalYear: FiscalYear
  readonly on: CalendarDate
}

/** Estimates in force on the day: a supplementary budget's from its effective date (F13). */
export async function findEstimates(read: OfficerRead, { organisationId, fiscalYear, on }: AskedEstimates): Promise<RevenueEstimate[]> {
  const rows = await read.db('budget_revenue_lines as l')
    .join('budget_documents as d', (join) => join.on('d.organisation_id', 'l.organisation_id').andOn('d.id', 'l.document_id'))
    .where({ 'd.organisation_id': organisationId, 'd.fiscal_year': fiscalYear }).whereIn('d.kind', ['annual', 'supplementary']).whereIn('d.state', ['enforced', 'closed'])
    .where((day) => day.whereNull('d.effective_on').orWhere('d.effective_on', '<=', on)).select('l.revenue_code', 'l.amount', 'd.effective_on')
  return rows.map((row) => ({
    code: row.revenue_code, amount: fromNumeric(row.amount), effectiveOn: row.effective_on === null ? null : calendarDate(row.effective_on),
  }))
}
