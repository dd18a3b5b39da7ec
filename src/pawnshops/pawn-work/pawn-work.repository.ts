import { type OfficerRead } from '../../platform/database/work.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type WaitingPawn } from './pawn-work.ts'

/** Own drafts, and what others handed in. */
export async function countWaitingPawn(read: OfficerRead): Promise<WaitingPawn[]> {
  const rows = await read.db('pawn_documents').where({ organisation_id: read.actor.organisationId }).whereIn('state', ['draft', 'submitted'])
    .whereRaw("(state = 'draft') = (prepared_by = ?)", [read.actor.userId]).groupBy('kind', 'state').orderBy('kind')
    .select('kind', 'state', read.db.raw('count(*)::int AS count, sum(total) AS amount'))
  return rows.map((row) => ({ kind: row.kind, step: row.state, count: row.count, amount: fromNumeric(row.amount) }))
}
