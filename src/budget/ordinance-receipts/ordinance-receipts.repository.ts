import { type OfficerRead } from '../../platform/database/work.ts'
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'

export interface AskedEstimates {
  readonly organisationId: string
  readonly fiscalYear: FiscalYear
  /** What takes effect later is left out; undefined: everything in force, whenever it takes effect. */
  readonly on?: CalendarDate | undefined
}

/** By revenue code: the annual ordinance, raised by each supplementary one from its day of effect. */
export async function findEstimates(read: OfficerRead, { organisationId, fiscalYear, on }: AskedEstimates): Promise<Map<string, Money>> {
  const { rows } = await read.db.raw<{ rows: { revenue_code: string; amount: string }[] }>(`
    SELECT r.revenue_code, sum(r.amount) AS amount
    FROM budget_documents d JOIN budget_revenue_lines r ON r.organisation_id = d.organisation_id AND r.document_id = d.id
    WHERE d.organisation_id = ? AND d.fiscal_year = ? AND d.kind IN ('annual', 'supplementary') AND d.state IN ('enforced', 'closed')
      AND (d.effective_on IS NULL OR d.effective_on <= coalesce(?::date, d.effective_on)) GROUP BY 1`, [organisationId, fiscalYear, on ?? null])
  return new Map(rows.map((row) => [row.revenue_code, fromNumeric(row.amount)]))
}
