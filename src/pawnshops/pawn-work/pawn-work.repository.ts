import { type OfficerRead } from '../../platform/database/work.ts'
import { type DayRange } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type WaitingPawn } from './pawn-work.ts'

/** Own drafts, and what was handed in: by others, in a small unit by anybody. */
export async function countWaitingPawn(read: OfficerRead, { isAlone }: { readonly isAlone: boolean }): Promise<WaitingPawn[]> {
  const rows = await read.db('pawn_documents').where({ organisation_id: read.actor.organisationId }).whereIn('state', ['draft', 'submitted'])
    .whereRaw("(CASE state WHEN 'draft' THEN prepared_by = ? ELSE ? OR prepared_by <> ? END)", [read.actor.userId, isAlone, read.actor.userId]).groupBy('kind', 'state').orderBy('kind')
    .select('kind', 'state', read.db.raw('count(*)::int AS count, sum(total) AS amount'))
  return rows.map(waitingOf)
}

/** Of these days, whoever keyed them. */
export async function countOpenPawn(read: OfficerRead, { from, until }: DayRange): Promise<WaitingPawn[]> {
  const rows = await read.db('pawn_documents').where({ organisation_id: read.actor.organisationId }).whereIn('state', ['draft', 'submitted'])
    .where('document_date', '>=', from).where('document_date', '<', until).groupBy('kind', 'state').orderBy(['kind', 'state'])
    .select('kind', 'state', read.db.raw('count(*)::int AS count, sum(total) AS amount'))
  return rows.map(waitingOf)
}

function waitingOf(row: { kind: WaitingPawn['kind']; state: WaitingPawn['step']; count: number; amount: string }): WaitingPawn {
  return { kind: row.kind, step: row.state, count: row.count, amount: fromNumeric(row.amount) }
}
