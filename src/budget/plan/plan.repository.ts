// The only SQL of its own: which special budgets of the LAO plans have taken in.
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYear } from '../../platform/dates.ts'
import { type PlanState, type Taking } from './plan.ts'

/** By the name of the offer: the first version that took it in. Of the own unit, or of one below. */
export async function findTakings(read: OfficerRead, organisationId: string): Promise<ReadonlyMap<string, Taking>> {
  const { rows } = await read.db.raw<{ rows: { name: string; id: string; number: number | null; fiscal_year: number; state: PlanState }[] }>(`
    SELECT o.name, d.id, d.number, d.fiscal_year, d.state FROM budget_documents d CROSS JOIN LATERAL jsonb_array_elements_text(d.particulars -> 'offers') AS o (name)
    WHERE d.organisation_id = ? AND d.kind = 'plan' AND d.variant = 'special' AND d.state <> 'cancelled' ORDER BY d.id DESC`, [organisationId])
  return new Map(rows.map(({ name, id, number, fiscal_year, state }) => [name, { id, kind: 'plan', number, fiscalYear: fiscalYear(fiscal_year), state }]))
}
