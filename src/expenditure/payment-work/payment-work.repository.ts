import { type OfficerRead } from '../../platform/database/work.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type PaymentCounts, type WaitingPayments } from './payment-work.ts'

export async function countWaitingPayments(read: OfficerRead): Promise<PaymentCounts> {
  const { actor: { organisationId, userId } } = read
  const { rows: [row] } = await read.db.raw<{ rows: Record<keyof PaymentCounts, Counted>[] }>(`
    WITH rows AS (SELECT r.state, r.prepared_by, w.net, w.id, r.id AS report_id FROM cheque_reports r
      LEFT JOIN cheque_report_rows w ON w.organisation_id = r.organisation_id AND w.report_id = r.id AND w.is_live WHERE r.organisation_id = :own AND r.state IN ('draft', 'approved', 'issued'))
    SELECT (SELECT ${counted('c.net', '*')} FROM claims c WHERE c.organisation_id = :own AND c.state = 'approved'
        AND NOT EXISTS (SELECT FROM cheque_report_claims w WHERE w.organisation_id = c.organisation_id AND w.claim_id = c.id AND w.is_live)) AS payable,
      (SELECT ${counted('net', 'DISTINCT report_id')} FROM rows WHERE state = 'draft' AND prepared_by <> :user) AS drafted,
      (SELECT ${counted('net', 'DISTINCT report_id')} FROM rows WHERE state = 'approved') AS unsigned,
      (SELECT ${counted('net', '*')} FROM rows w WHERE state = 'issued' AND id IS NOT NULL
        AND NOT EXISTS (SELECT FROM payments m WHERE m.organisation_id = :own AND m.report_row_id = w.id AND m.state IN ('recorded', 'posted'))) AS issued,
      (SELECT ${counted('net', '*')} FROM payments WHERE organisation_id = :own AND state = 'recorded' AND prepared_by <> :user) AS recorded`, { own: organisationId, user: userId })
  if (row === undefined) throw new RangeError('a query of counts has one row')
  return { payable: waiting(row.payable), drafted: waiting(row.drafted), unsigned: waiting(row.unsigned), issued: waiting(row.issued), recorded: waiting(row.recorded) }
}

interface Counted {
  readonly count: number
  readonly amount: string
}

function counted(amount: string, what: string): string {
  return `json_build_object('count', count(${what})::int, 'amount', coalesce(sum(${amount}), 0)::text)`
}

function waiting({ count, amount }: Counted): WaitingPayments {
  return { count, amount: fromNumeric(amount) }
}
