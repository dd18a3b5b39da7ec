import { type OfficerRead } from '../../platform/database/work.ts'
import { addDays } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type PurchaseCounts, type PurchaseWait, type WaitingPurchases } from './purchase-work.ts'

/** Of the own office; what one prepared oneself waits for others. */
export async function countWaitingPurchases(read: OfficerRead, alarmDays: number): Promise<PurchaseCounts> {
  const { rows } = await read.db.raw<{ rows: { what: PurchaseWait; count: number; amount: string }[] }>(`
    WITH rests AS (
      SELECT a.id, a.total - coalesce((SELECT sum(l.amount) FROM claim_lines l JOIN claims c ON c.organisation_id = l.organisation_id AND c.id = l.claim_id
        WHERE l.organisation_id = a.organisation_id AND l.source_kind = 'acceptance' AND l.source_id = a.id AND c.state <> 'cancelled'), 0) AS amount
      FROM acceptances a WHERE a.organisation_id = :own AND a.state = 'accepted')
    SELECT 'ownRequests' AS what, count(*)::int AS count, coalesce(sum(total), 0) AS amount FROM purchase_requests WHERE organisation_id = :own AND state = 'draft' AND prepared_by = :me
    UNION ALL SELECT 'requests', count(*)::int, coalesce(sum(total), 0) FROM purchase_requests WHERE organisation_id = :own AND state = 'submitted' AND prepared_by <> :me
    UNION ALL SELECT 'approved', count(*)::int, coalesce(sum(total), 0) FROM purchase_requests r WHERE organisation_id = :own AND state = 'approved'
      AND NOT EXISTS (SELECT 1 FROM contracts c WHERE c.organisation_id = r.organisation_id AND c.request_id = r.id AND c.state NOT IN ('cancelled', 'revoked'))
    UNION ALL SELECT 'drafts', count(*)::int, coalesce(sum(price), 0) FROM contracts WHERE organisation_id = :own AND state = 'draft'
    UNION ALL SELECT 'late', count(*)::int, coalesce(sum(price), 0) FROM contracts c WHERE organisation_id = :own AND state = 'signed' AND ends_on < :today
      AND price > coalesce((SELECT sum(a.total) FROM acceptances a WHERE a.organisation_id = c.organisation_id AND a.contract_id = c.id AND a.state = 'accepted'), 0)
    UNION ALL SELECT 'deliveries', count(*)::int, coalesce(sum(total), 0) FROM acceptances WHERE organisation_id = :own AND state = 'draft' AND prepared_by <> :me
    UNION ALL SELECT 'unclaimed', count(*)::int, coalesce(sum(amount), 0) FROM rests WHERE amount > 0
    UNION ALL SELECT 'expiring', count(*)::int, coalesce(sum(amount), 0) FROM guarantees WHERE organisation_id = :own AND state = 'held' AND expires_on <= :alarm
    UNION ALL SELECT 'forfeitures', count(*)::int, coalesce(sum(amount), 0) FROM forfeitures WHERE organisation_id = :own AND state = 'draft' AND prepared_by <> :me`,
  { own: read.actor.organisationId, me: read.actor.userId, today: read.today, alarm: addDays(read.today, alarmDays) })
  const of = (what: PurchaseWait): WaitingPurchases => {
    const row = rows.find((each) => each.what === what)
    return { count: row?.count ?? 0, amount: fromNumeric(row?.amount ?? '0') }
  }
  return {
    ownRequests: of('ownRequests'), requests: of('requests'), approved: of('approved'), drafts: of('drafts'), late: of('late'), deliveries: of('deliveries'), unclaimed: of('unclaimed'),
    expiring: of('expiring'), forfeitures: of('forfeitures'),
  }
}
