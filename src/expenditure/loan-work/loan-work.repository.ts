import { type OfficerRead } from '../../platform/database/work.ts'
import { fromNumeric } from '../../platform/money.ts'
import { loanKeyKind } from '../loan/loan.ts'
import { type LoanCounts, type WaitingLoans } from './loan-work.ts'

/** Overdue with what is still owed. */
export async function countWaitingLoans(read: OfficerRead, { isAlone }: { readonly isAlone: boolean }): Promise<LoanCounts> {
  const { rows } = await read.db.raw<{ rows: { what: keyof LoanCounts; count: number; amount: string }[] }>(`
    WITH own AS (SELECT l.*, coalesce((SELECT sum(s.debit - s.credit) FROM sub_ledger_balances s
        WHERE s.organisation_id = l.organisation_id AND s.sub_kind = :kind AND s.sub_key = 'LON' || l.id), 0) AS balance,
        EXISTS (SELECT 1 FROM claims c WHERE c.organisation_id = l.organisation_id AND c.origin_kind = 'loan' AND c.origin_id = l.id AND c.state <> 'cancelled') AS is_claimed
      FROM loans l WHERE l.organisation_id = :own AND l.state <> 'cancelled')
    SELECT 'ownDrafts' AS what, count(*)::int AS count, coalesce(sum(amount), 0) AS amount FROM own WHERE state = 'draft' AND prepared_by = :me
    UNION ALL SELECT 'submitted', count(*)::int, coalesce(sum(amount), 0) FROM own WHERE state = 'submitted' AND (:alone OR prepared_by <> :me)
    UNION ALL SELECT 'unclaimed', count(*)::int, coalesce(sum(amount), 0) FROM own WHERE state = 'approved' AND NOT is_claimed
    UNION ALL SELECT 'overdue', count(*)::int, coalesce(sum(balance), 0) FROM own WHERE state = 'paid' AND due_on < :today AND balance <> 0
    UNION ALL SELECT 'clearings', count(DISTINCT c.loan_id)::int, coalesce(sum(c.settled), 0) FROM clearings c WHERE c.organisation_id = :own AND c.state = 'submitted' AND (:alone OR c.prepared_by <> :me)
    UNION ALL SELECT 'floats', count(*)::int, coalesce(sum(f.amount), 0) FROM petty_floats f WHERE f.organisation_id = :own AND f.state = 'submitted' AND (:alone OR f.prepared_by <> :me)`,
  { own: read.actor.organisationId, me: read.actor.userId, alone: isAlone, today: read.today, kind: loanKeyKind })
  const of = (what: keyof LoanCounts): WaitingLoans => {
    const row = rows.find((each) => each.what === what)
    return { count: row?.count ?? 0, amount: fromNumeric(row?.amount ?? '0') }
  }
  return { ownDrafts: of('ownDrafts'), submitted: of('submitted'), unclaimed: of('unclaimed'), overdue: of('overdue'), clearings: of('clearings'), floats: of('floats') }
}
