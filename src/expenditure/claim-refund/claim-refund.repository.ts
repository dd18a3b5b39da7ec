import { type OfficerRead } from '../../platform/database/work.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { refundOrigin } from './claim-refund.ts'

/** By line of the receipt: what other claims give back of it, drafts and cancelled ones left out. */
export async function findGivenBack(read: OfficerRead, receiptId: string, claimId: string | undefined): Promise<Map<string, Money>> {
  const query = read.db('claim_lines as l').join('claims as c', (on) => on.on('c.organisation_id', 'l.organisation_id').andOn('c.id', 'l.claim_id'))
    .where({ 'c.organisation_id': read.actor.organisationId, 'c.receipt_id': receiptId, 'l.source_kind': refundOrigin }).whereNotIn('c.state', ['draft', 'cancelled'])
    .groupBy('l.source_id').select('l.source_id', read.db.raw('sum(l.amount) AS amount'))
  if (claimId !== undefined) query.whereNot('c.id', claimId)
  const rows = await query
  return new Map(rows.map((row) => [row.source_id, fromNumeric(row.amount)]))
}
