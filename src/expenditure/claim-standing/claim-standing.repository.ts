import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { type ClaimKind } from '../claim-kind/claim-kind.ts'
import { type Place } from './claim-standing.ts'

/** Held until commit, so that two claims do not count on the same money. */
export async function lockPlace(work: OfficerWork, { accountCode, subKey }: Place): Promise<void> {
  await work.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`claimed/${work.actor.organisationId}/${accountCode}/${subKey ?? ''}`])
}

export interface OtherClaims {
  readonly id: string | undefined
  readonly kinds: readonly ClaimKind[]
}

/** Handed in by other claims and not yet paid. What came back to the office has left this place in the books. */
export async function claimedElsewhere(read: OfficerRead, { accountCode, subKey }: Place, { id, kinds }: OtherClaims): Promise<Money> {
  const query = read.db('claim_lines as l').join('claims as c', (on) => on.on('c.organisation_id', 'l.organisation_id').andOn('c.id', 'l.claim_id'))
    .where({ 'l.organisation_id': read.actor.organisationId, 'l.account_code': accountCode, 'l.sub_key': subKey, 'l.budget_line_id': null })
    .whereIn('c.kind', [...kinds]).whereIn('c.state', ['submitted', 'endorsed', 'checked', 'approved', 'paying'])
  query.whereNull('c.reopened_by')
  if (id !== undefined) query.whereNot('c.id', id)
  const row = await query.first(read.db.raw('coalesce(sum(l.amount), 0) AS amount'))
  return fromNumeric(row.amount)
}
