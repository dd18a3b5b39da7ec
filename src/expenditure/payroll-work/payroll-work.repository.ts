import { type OfficerRead } from '../../platform/database/work.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type RunCounts, type WaitingRuns } from './payroll-work.ts'

/** With what they pay out. */
export async function countWaitingRuns(read: OfficerRead, { isAlone }: { readonly isAlone: boolean }): Promise<RunCounts> {
  const { rows } = await read.db.raw<{ rows: { what: keyof RunCounts; count: number; amount: string }[] }>(`
    WITH own AS (SELECT r.state, r.prepared_by, coalesce((SELECT sum(CASE i.side WHEN 'pay' THEN i.amount ELSE -i.amount END) FROM pay_run_items i
        WHERE i.organisation_id = r.organisation_id AND i.run_id = r.id), 0) AS net,
        EXISTS (SELECT 1 FROM pay_run_claims m JOIN claims c ON c.organisation_id = m.organisation_id AND c.id = m.claim_id
          WHERE m.organisation_id = r.organisation_id AND m.run_id = r.id AND c.state <> 'cancelled') AS is_claimed
      FROM pay_runs r WHERE r.organisation_id = :own AND r.state IN ('draft', 'submitted', 'approved'))
    SELECT 'ownDrafts' AS what, count(*)::int AS count, coalesce(sum(net), 0) AS amount FROM own WHERE state = 'draft' AND prepared_by = :me
    UNION ALL SELECT 'submitted', count(*)::int, coalesce(sum(net), 0) FROM own WHERE state = 'submitted' AND (:alone OR prepared_by <> :me)
    UNION ALL SELECT 'unclaimed', count(*)::int, coalesce(sum(net), 0) FROM own WHERE state = 'approved' AND NOT is_claimed`, { own: read.actor.organisationId, me: read.actor.userId, alone: isAlone })
  const of = (what: keyof RunCounts): WaitingRuns => {
    const row = rows.find((each) => each.what === what)
    return { count: row?.count ?? 0, amount: fromNumeric(row?.amount ?? '0') }
  }
  return { ownDrafts: of('ownDrafts'), submitted: of('submitted'), unclaimed: of('unclaimed') }
}
