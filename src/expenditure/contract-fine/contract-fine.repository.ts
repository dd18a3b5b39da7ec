import { type OfficerRead } from '../../platform/database/work.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { type FinedDelivery } from './contract-fine.ts'

/** Accepted deliveries with their fines; claims count from their submission. */
export async function findFinedDeliveries(read: OfficerRead, organisationId: string, contractId: string): Promise<FinedDelivery[]> {
  const { rows } = await read.db.raw<{ rows: { id: string; fine: string; deducted: string; is_claimed: boolean }[] }>(`
    SELECT a.id, a.fine, l.claimed >= a.total AS is_claimed, d.deducted FROM acceptances a
    CROSS JOIN LATERAL (SELECT coalesce(sum(w.amount), 0) AS claimed FROM claim_lines w JOIN claims c ON c.organisation_id = w.organisation_id AND c.id = w.claim_id
      WHERE w.organisation_id = a.organisation_id AND w.source_kind = 'acceptance' AND w.source_id = a.id AND c.state NOT IN ('draft', 'cancelled')) l
    CROSS JOIN LATERAL (SELECT coalesce(sum(w.amount), 0) AS deducted FROM claim_deductions w JOIN claims c ON c.organisation_id = w.organisation_id AND c.id = w.claim_id
      WHERE w.organisation_id = a.organisation_id AND w.kind = 'fine' AND c.origin_kind = 'acceptance' AND c.origin_id = a.id AND c.state NOT IN ('draft', 'cancelled')) d
    WHERE a.organisation_id = :organisationId AND a.contract_id = :contractId AND a.state = 'accepted' ORDER BY a.id`, { organisationId, contractId })
  return rows.map((row) => ({ id: row.id, fine: fromNumeric(row.fine), deducted: fromNumeric(row.deducted), isClaimed: row.is_claimed }))
}

/** By all claims upon the contract that were handed in. */
export async function findFinesDeducted(read: OfficerRead, organisationId: string, contractId: string): Promise<Money> {
  const row: { total: string } | undefined = await read.db('claim_deductions as d').join('claims as c', (on) => on.on('c.organisation_id', 'd.organisation_id').andOn('c.id', 'd.claim_id'))
    .where({ 'd.organisation_id': organisationId, 'c.contract_id': contractId, 'd.kind': 'fine' }).whereNotIn('c.state', ['draft', 'cancelled'])
    .first(read.db.raw('coalesce(sum(d.amount), 0) AS total'))
  return fromNumeric(row?.total ?? '0')
}
