import { type OfficerRead } from '../../platform/database/work.ts'
import { type DayRange } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type OpenFound, type OpenKind } from './open-spending.ts'

/** Documents of these days that have not reached the books, and tax withheld on them that nobody claimed for its remittance. */
export async function countOpenSpending(read: OfficerRead, { from, until }: DayRange): Promise<OpenFound> {
  const { rows } = await read.db.raw<{ rows: { kind: OpenKind; count: number; amount: string }[] }>(`
    SELECT CASE state WHEN 'recorded' THEN 'payments' ELSE state END AS kind, count(*)::int AS count, sum(net)::text AS amount FROM (
        SELECT state, net FROM payments WHERE organisation_id = :own AND state = 'recorded' AND payment_date >= :from AND payment_date < :until
        UNION ALL SELECT state, net FROM claims WHERE organisation_id = :own AND state IN ('paying', 'checked', 'endorsed', 'submitted') AND claim_date >= :from AND claim_date < :until) moving GROUP BY 1
    UNION ALL SELECT 'acceptances', count(*)::int, sum(total)::text FROM acceptances WHERE organisation_id = :own AND state = 'draft' AND document_date >= :from AND document_date < :until
    UNION ALL SELECT 'clearings', count(*)::int, sum(amount)::text FROM clearings WHERE organisation_id = :own AND state = 'submitted' AND clearing_date >= :from AND clearing_date < :until
    UNION ALL SELECT 'forfeitures', count(*)::int, sum(amount)::text FROM forfeitures WHERE organisation_id = :own AND state = 'draft' AND document_date >= :from AND document_date < :until
    UNION ALL SELECT 'corrections', count(*)::int, sum(amount)::text FROM expense_corrections WHERE organisation_id = :own AND state = 'submitted' AND document_date >= :from AND document_date < :until
    UNION ALL SELECT 'waivers', count(*)::int, sum(amount)::text FROM claim_waivers WHERE organisation_id = :own AND state = 'submitted' AND document_date >= :from AND document_date < :until
    UNION ALL SELECT 'taxes', count(*)::int, sum(amount)::text FROM withholdings WHERE organisation_id = :own AND state = 'issued' AND remittance_id IS NULL AND paid_on >= :from AND paid_on < :until`,
  { own: read.actor.organisationId, from, until })
  return new Map(rows.filter(({ count }) => count > 0).map(({ kind, count, amount }) => [kind, { count, amount: fromNumeric(amount) }]))
}
