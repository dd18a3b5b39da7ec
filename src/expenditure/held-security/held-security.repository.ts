import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { contractName, type ContractState } from '../contract/contract.ts'
import { type HeldKind, type HeldSecurity } from './held-security.ts'

export interface AskedHeld {
  readonly organisationId: string
  /** Part of the payee's name or of the contract's number; '' for all. */
  readonly search: string
  /** Also what was given back. */
  readonly isAll: boolean
  readonly security: string
  readonly retention: string
}

/** Money under the keys of contracts by the ledger, papers by their register; in the order of the contracts. */
export async function findHeld(read: OfficerRead, { organisationId, search, isAll, security, retention }: AskedHeld): Promise<HeldSecurity[]> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    WITH held AS (
      SELECT k.register_id AS contract_id, CASE WHEN b.account_code = :security THEN 'security' ELSE 'retention' END AS kind, 'cash' AS form, b.credit AS taken, b.debit AS given
        FROM sub_ledger_keys k JOIN sub_ledger_balances b ON b.organisation_id = k.organisation_id AND b.sub_kind = k.kind AND b.sub_key = k.key
        WHERE k.organisation_id = :organisationId AND k.kind = 'contract' AND k.key LIKE 'CON-%' AND b.account_code IN (:security, :retention)
      UNION ALL SELECT g.contract_id, CASE WHEN g.purpose = 'retention' THEN 'retention-paper' ELSE g.purpose END, g.form, g.amount, CASE WHEN g.state = 'held' THEN 0 ELSE g.amount END
        FROM guarantees g WHERE g.organisation_id = :organisationId AND g.state <> 'cancelled')
    SELECT c.id, c.number, c.fiscal_year, c.contract_number, c.state, c.warranty_months, p.name AS payee_name, h.kind, h.form, h.taken, h.given, h.taken - h.given AS held,
      (SELECT max(a.document_date) FROM acceptances a WHERE a.organisation_id = c.organisation_id AND a.contract_id = c.id AND a.state = 'accepted') AS accepted_on
    FROM held h JOIN contracts c ON c.organisation_id = :organisationId AND c.id = h.contract_id
      JOIN payees p ON p.organisation_id = c.organisation_id AND p.id = c.payee_id
    WHERE (:isAll OR h.taken <> h.given) AND (strpos(p.name, :search) > 0 OR strpos(c.contract_number, :search) > 0)
    ORDER BY c.id, h.kind, h.form`, { organisationId, search, isAll, security, retention })
  return rows.map((row) => ({
    contractId: row.id, contractName: contractName({ number: row.number, fiscalYear: fiscalYear(row.fiscal_year) }), contractNumber: row.contract_number, contractState: row.state,
    payeeName: row.payee_name, kind: row.kind, form: row.form, taken: fromNumeric(row.taken), given: fromNumeric(row.given), held: fromNumeric(row.held),
    acceptedOn: row.accepted_on === null ? null : calendarDate(row.accepted_on), warrantyMonths: row.warranty_months,
  }))
}

interface Row {
  id: string
  number: number | null
  fiscal_year: number
  contract_number: string
  state: ContractState
  warranty_months: number
  payee_name: string
  kind: HeldKind
  form: string
  taken: string
  given: string
  held: string
  accepted_on: string | null
}
