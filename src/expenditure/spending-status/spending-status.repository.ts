import { type OfficerRead } from '../../platform/database/work.ts'
import { fromNumeric } from '../../platform/money.ts'
import { loanKeyKind } from '../loan/loan.ts'
import { type SpendingCounts } from './spending-status.ts'

export async function countSpending(read: OfficerRead): Promise<SpendingCounts> {
  const { rows } = await read.db.raw<{ rows: { what: keyof SpendingCounts; count: number; amount: string }[] }>(`
    SELECT 'unpaid' AS what, count(*)::int AS count, coalesce(sum(net), 0)::text AS amount FROM claims
      WHERE organisation_id = :own AND number IS NOT NULL AND state NOT IN ('paid', 'cancelled')
    UNION ALL SELECT 'contracts', count(*)::int, coalesce(sum(price), 0)::text FROM contracts WHERE organisation_id = :own AND state = 'signed'
    UNION ALL SELECT 'loans', count(*)::int, coalesce(sum(b.balance), 0)::text FROM loans l
      JOIN LATERAL (SELECT coalesce(sum(s.debit - s.credit), 0) AS balance FROM sub_ledger_balances s
        WHERE s.organisation_id = l.organisation_id AND s.sub_kind = :kind AND s.sub_key = 'LON' || l.id) b ON b.balance <> 0
      WHERE l.organisation_id = :own AND l.state = 'paid'
    UNION ALL SELECT 'accounts', count(*)::int, '0' FROM payee_accounts WHERE organisation_id = :own AND state = 'requested' AND requested_by <> :me`,
  { own: read.actor.organisationId, me: read.actor.userId, kind: loanKeyKind })
  const of = (what: keyof SpendingCounts) => {
    const row = rows.find((each) => each.what === what)
    return { count: row?.count ?? 0, amount: fromNumeric(row?.amount ?? '0') }
  }
  return { unpaid: of('unpaid'), contracts: of('contracts'), loans: of('loans'), accounts: of('accounts') }
}
