import { type WaitingHeads } from '../../platform/database/heads.ts'
import { type OfficerRead } from '../../platform/database/work.ts'

/** Grouped by type, with what they debit. */
export async function countJournals(read: OfficerRead): Promise<WaitingHeads[]> {
  const { rows } = await read.db.raw<{ rows: WaitingHeads[] }>(`
    SELECT j.state, j.type AS "group", j.prepared_by = :me AS "isMine", count(*)::int AS count, coalesce(sum(s.total), 0)::text AS amount
    FROM journals j CROSS JOIN LATERAL (SELECT sum(l.amount) AS total FROM journal_lines l
      WHERE l.organisation_id = j.organisation_id AND l.journal_id = j.id AND l.side = 'D') s
    WHERE j.organisation_id = :own AND j.state IN ('draft', 'submitted') GROUP BY 1, 2, 3`, { own: read.actor.organisationId, me: read.actor.userId })
  return rows
}
