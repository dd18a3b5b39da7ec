import { type OfficerRead } from '../../platform/database/work.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { type ContractFigures } from '../contract/contract.ts'

/** Accounts by what they hold: of advances, retention and security. */
export interface ContractAccounts {
  readonly advance: string | null
  readonly retention: string | null
  readonly security: string | null
}

/** With the fines of all deliveries, before what was received of them. */
export type StoredFigures = Omit<ContractFigures, 'fineOwed'> & { readonly fines: Money }

/** By contract: deliveries and claims that stand, the ledger's balances of its key. */
export async function findFiguresOf(read: OfficerRead, { organisationId, ids }: { readonly organisationId: string; readonly ids: readonly string[] }, accounts: ContractAccounts): Promise<ReadonlyMap<string, StoredFigures>> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    SELECT c.id, a.accepted, a.fines, l.claimed, l.paid, d.fined, s.advance, s.retention, s.security
    FROM contracts c
    CROSS JOIN LATERAL (SELECT coalesce(sum(a.total), 0) AS accepted, coalesce(sum(a.fine), 0) AS fines FROM acceptances a
      WHERE a.organisation_id = c.organisation_id AND a.contract_id = c.id AND a.state = 'accepted') a
    CROSS JOIN LATERAL (SELECT coalesce(sum(l.amount), 0) AS claimed, coalesce(sum(l.amount) FILTER (WHERE k.state = 'paid'), 0) AS paid
      FROM claims k JOIN claim_lines l ON l.organisation_id = k.organisation_id AND l.claim_id = k.id AND l.source_kind = 'acceptance'
      WHERE k.organisation_id = c.organisation_id AND k.contract_id = c.id AND k.state NOT IN ('draft', 'cancelled')) l
    CROSS JOIN LATERAL (SELECT coalesce(sum(d.amount), 0) AS fined FROM claims k JOIN claim_deductions d ON d.organisation_id = k.organisation_id AND d.claim_id = k.id AND d.kind = 'fine'
      WHERE k.organisation_id = c.organisation_id AND k.contract_id = c.id AND k.state NOT IN ('draft', 'cancelled')) d
    CROSS JOIN LATERAL (SELECT coalesce(sum(b.debit - b.credit) FILTER (WHERE b.account_code = :advance), 0) AS advance,
        coalesce(sum(b.credit - b.debit) FILTER (WHERE b.account_code = :retention), 0) AS retention,
        coalesce(sum(b.credit - b.debit) FILTER (WHERE b.account_code = :security), 0) AS security
      FROM sub_ledger_keys k JOIN sub_ledger_balances b ON b.organisation_id = k.organisation_id AND b.sub_kind = k.kind AND b.sub_key = k.key
      WHERE k.organisation_id = c.organisation_id AND k.kind = 'contract' AND k.register_id = c.id AND k.key LIKE 'CON-%') s
    WHERE c.organisation_id = :organisationId AND c.id = ANY (:ids)`, { organisationId, ids: [...ids], ...accounts })
  return new Map(rows.map(({ id, ...row }) => [id, {
    accepted: fromNumeric(row.accepted), fines: fromNumeric(row.fines), claimed: fromNumeric(row.claimed), paid: fromNumeric(row.paid), fined: fromNumeric(row.fined), advance: fromNumeric(row.advance),
    retention: fromNumeric(row.retention), security: fromNumeric(row.security),
  }]))
}

interface Row {
  id: string
  accepted: string
  fines: string
  claimed: string
  paid: string
  fined: string
  advance: string
  retention: string
  security: string
}
