import { type OfficerRead } from '../../platform/database/work.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { type GrantRow } from './grant-register.ts'

export interface AskedGrants {
  readonly organisationId: string
  /** Inclusive. */
  readonly day: CalendarDate
  /** The account of advances. */
  readonly advance: string
  readonly search: string
}

/** Registers run on through the years: what the closing carried over is not counted again. */
const standing = `l.organisation_id = :organisationId AND l.account_code = :advance AND l.sub_kind = 'grant' AND l.document_date <= :day AND v.event NOT LIKE 'opening.carried%' AND v.event NOT LIKE 'opening.corrected%'`

/** What a notice told, received, spent and gave back, in the order of its key. Receipts and openings are money in; what left the advance beside revenue became income, the rest goes back. */
export async function findGrants(read: OfficerRead, { organisationId, day, advance, search }: AskedGrants): Promise<GrantRow[]> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    WITH lines AS (SELECT l.sub_key, CASE l.side WHEN 'C' THEN l.amount ELSE -l.amount END AS amount, coalesce(o.type, v.type) IN ('RV', 'OB') AS is_receipt,
        EXISTS (SELECT FROM voucher_lines r JOIN accounts a ON a.code = r.account_code AND a.account_group = 'revenue' WHERE r.organisation_id = l.organisation_id AND r.voucher_id = l.voucher_id) AS is_income
      FROM voucher_lines l JOIN vouchers v ON v.organisation_id = l.organisation_id AND v.id = l.voucher_id LEFT JOIN vouchers o ON o.organisation_id = v.organisation_id AND o.id = v.reverses_id
      WHERE ${standing}),
    moved AS (SELECT sub_key, sum(amount) FILTER (WHERE is_receipt) AS received, -sum(amount) FILTER (WHERE is_income AND NOT is_receipt) AS recognised,
      -sum(amount) FILTER (WHERE NOT is_income AND NOT is_receipt) AS returned FROM lines GROUP BY 1),
    spent AS (SELECT x.fund_document_id, sum(b.approved + b.supplemented + b.transferred) AS budget, sum(b.reserved + b.committed + b.claimed) AS obligated, sum(b.paid - b.refunded) AS paid
      FROM budget_lines x JOIN budget_balances b ON b.organisation_id = x.organisation_id AND b.line_id = x.id WHERE x.organisation_id = :organisationId AND x.fund_document_id IS NOT NULL GROUP BY 1)
    SELECT k.key, k.name, k.register_id, coalesce(m.received, 0) AS received, coalesce(m.recognised, 0) AS recognised, coalesce(m.returned, 0) AS returned,
      coalesce(s.budget, 0) AS budget, coalesce(s.obligated, 0) AS obligated, coalesce(s.paid, 0) AS paid
    FROM sub_ledger_keys k LEFT JOIN moved m ON m.sub_key = k.key LEFT JOIN spent s ON s.fund_document_id = k.register_id
    WHERE k.organisation_id = :organisationId AND k.kind = 'grant' AND (k.register_id IS NOT NULL OR m.sub_key IS NOT NULL) AND (:search = '' OR strpos(k.name, :search) > 0 OR k.key = :search) ORDER BY k.key`, { organisationId, day, advance, search })
  return rows.map(rowOf)
}

/** The account of advances, whatever stands under the keys. */
export async function sumAdvances(read: OfficerRead, { organisationId, day, advance }: Omit<AskedGrants, 'search'>): Promise<Money> {
  const { rows: [row] } = await read.db.raw<{ rows: { amount: string }[] }>(`
    SELECT coalesce(sum(CASE l.side WHEN 'C' THEN l.amount ELSE -l.amount END), 0)::numeric(18,2) AS amount
    FROM voucher_lines l JOIN vouchers v ON v.organisation_id = l.organisation_id AND v.id = l.voucher_id WHERE ${standing}`, { organisationId, day, advance })
  return fromNumeric(row?.amount ?? '0')
}

interface Row {
  key: string
  name: string
  register_id: string | null
  received: string
  recognised: string
  returned: string
  budget: string
  obligated: string
  paid: string
}

function rowOf(row: Row): GrantRow {
  return {
    key: row.key, name: row.name, documentId: row.register_id, received: fromNumeric(row.received), budget: fromNumeric(row.budget), obligated: fromNumeric(row.obligated), paid: fromNumeric(row.paid),
    recognised: fromNumeric(row.recognised), returned: fromNumeric(row.returned),
  }
}
