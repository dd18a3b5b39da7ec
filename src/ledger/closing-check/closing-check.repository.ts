// What of the books themselves stands against a closing (expenditure-accounting-assets §3.10, INV-08, INV-09, INV-23).
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { controlQuery } from '../verification/verification.queries.ts'

/** พักครุภัณฑ์ of every kind, พักภาษี and พักค่าปรับ: zero before a year ends. */
const clearing = `(b.account_code ~ '^1206[0-9]{2}0102[.]001$' OR b.account_code IN ('1106010199.001', '1106010199.002'))`

export async function findClearing(read: OfficerRead, year: FiscalYear): Promise<{ code: string; name: string; net: Money }[]> {
  const { rows } = await read.db.raw<{ rows: { code: string; name: string; net: string }[] }>(`
    SELECT a.code, a.name, sum(b.debit - b.credit)::numeric(18,2) AS net FROM account_balances b JOIN accounts a ON a.code = b.account_code
    WHERE b.organisation_id = ? AND b.fiscal_year = ? AND ${clearing} GROUP BY 1, 2 HAVING sum(b.debit - b.credit) <> 0 ORDER BY 1`,
  [read.actor.organisationId, year])
  return rows.map((row) => ({ ...row, net: fromNumeric(row.net) }))
}

export interface Unposted {
  readonly id: string
  readonly type: 'JV' | 'AJ' | 'PA' | 'OB'
  readonly description: string
}

export async function findUnposted(read: OfficerRead, year: FiscalYear): Promise<Unposted[]> {
  return read.db('journals').where({ organisation_id: read.actor.organisationId, fiscal_year: year }).whereIn('state', ['draft', 'submitted']).orderBy('id').select('id', 'type', 'description')
}

export interface RegisterPlace {
  readonly account_code: string
  readonly sub_key: string
}

/** Guarded registers that stand on the wrong side. */
export async function findTurned(read: OfficerRead): Promise<RegisterPlace[]> {
  const { rows } = await read.db.raw<{ rows: RegisterPlace[] }>(`
    SELECT s.account_code, s.sub_key FROM sub_ledger_balances s JOIN accounts a ON a.code = s.account_code JOIN sub_ledger_kinds k ON k.code = s.sub_kind
    WHERE s.organisation_id = ? AND k.is_guarded AND (s.debit - s.credit) * CASE a.normal_side WHEN 'D' THEN 1 ELSE -1 END < 0 ORDER BY 1, 2`, [read.actor.organisationId])
  return rows
}

/** Keys that take no lines any more, and would have to be carried over. */
export async function findShutKeys(read: OfficerRead, year: FiscalYear): Promise<RegisterPlace[]> {
  const { rows } = await read.db.raw<{ rows: RegisterPlace[] }>(`
    SELECT l.account_code, l.sub_key FROM vouchers v JOIN voucher_lines l ON l.organisation_id = v.organisation_id AND l.voucher_id = v.id
      JOIN sub_ledger_keys k ON k.organisation_id = l.organisation_id AND k.kind = l.sub_kind AND k.key = l.sub_key AND NOT k.is_open
    WHERE v.organisation_id = ? AND v.fiscal_year = ? GROUP BY 1, 2 HAVING sum(CASE l.side WHEN 'D' THEN l.amount ELSE -l.amount END) <> 0 ORDER BY 1, 2`,
  [read.actor.organisationId, year])
  return rows
}

/** Accounts whose register does not add up to them. */
export async function findUncontrolled(read: OfficerRead): Promise<string[]> {
  const { rows } = await read.db.raw<{ rows: { what: string }[] }>(controlQuery, { organisation: read.actor.organisationId })
  return rows.map(({ what }) => what)
}

/** The latest year before this one that has vouchers but no closing. */
export async function findUnclosedBefore(read: OfficerRead, year: FiscalYear): Promise<number | undefined> {
  const { rows } = await read.db.raw<{ rows: { year: number | null }[] }>(`
    SELECT max(v.fiscal_year) AS year FROM vouchers v WHERE v.organisation_id = ? AND v.fiscal_year < ?
      AND NOT EXISTS (SELECT 1 FROM vouchers o WHERE o.organisation_id = v.organisation_id AND o.fiscal_year = ? AND o.type = 'OB'
        AND NOT EXISTS (SELECT 1 FROM vouchers x WHERE x.organisation_id = o.organisation_id AND x.reverses_id = o.id))`,
  [read.actor.organisationId, year, year])
  return rows[0]?.year ?? undefined
}

export async function hasWaitingRequest(read: OfficerRead, year: FiscalYear): Promise<boolean> {
  return await read.db('period_requests').where({ organisation_id: read.actor.organisationId, fiscal_year: year, state: 'asked' }).first('id') !== undefined
}

/** Changes after the audit that nobody reversed. */
export async function hasAuditChanges(read: OfficerRead, year: FiscalYear): Promise<boolean> {
  const row = await read.db('vouchers as v').where({ 'v.organisation_id': read.actor.organisationId, 'v.fiscal_year': year, 'v.type': 'PA' })
    .whereNotExists(read.db('vouchers as x').whereRaw('x.organisation_id = v.organisation_id AND x.reverses_id = v.id').select(read.db.raw('1'))).first('v.id')
  return row !== undefined
}
