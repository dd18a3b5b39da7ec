import { type OfficerRead } from '../../platform/database/work.ts'
import { type KindCounts } from './budget-work.ts'

/** Of each kind, grouped by fiscal year. */
export async function countBudgetDocuments(read: OfficerRead): Promise<KindCounts[]> {
  const { rows } = await read.db.raw<{ rows: KindCounts[] }>(`
    SELECT kind, state, fiscal_year::text AS "group", prepared_by = :me AS "isMine", count(*)::int AS count, coalesce(sum(total), 0)::text AS amount
    FROM budget_documents WHERE organisation_id = :own AND state IN ('draft', 'submitted', 'notified') GROUP BY 1, 2, 3, 4`,
  { own: read.actor.organisationId, me: read.actor.userId })
  return rows
}
