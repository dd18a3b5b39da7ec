import { type OfficerRead } from '../../platform/database/work.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type AskedMovement, type MovedLine } from '../../receipts/index.ts'

/** For what the payments of a year paid, by the lines of their claims: their vouchers settle debts and no longer name them. Once a claim, also when it was paid anew; what was reversed is taken off. A correction moves it from the wrong line and account to the right ones, a waiver takes it back; a contract's payment names the debt, not the cost. */
export async function findPaidLines(read: OfficerRead, { organisationId, days, month }: AskedMovement): Promise<MovedLine[]> {
  const { rows } = await read.db.raw<{ rows: { account_code: string; budget_line_id: string | null; month: string; year: string }[] }>(`
    WITH posted AS (SELECT coalesce(o.source_kind, v.source_kind) AS kind, coalesce(o.source_id, v.source_id) AS id, coalesce(o.event, v.event) AS event, v.document_date AS day,
        CASE WHEN o.id IS NULL THEN 1 ELSE -1 END AS sign
      FROM vouchers v LEFT JOIN vouchers o ON o.organisation_id = v.organisation_id AND o.id = v.reverses_id
      WHERE v.organisation_id = :organisationId AND v.document_date >= :from AND v.document_date < :until AND v.stage > 0),
    moved AS (
      SELECT l.account_code, l.budget_line_id, p.day, p.sign * l.amount AS amount
      FROM posted p JOIN payment_claims k ON k.organisation_id = :organisationId AND k.payment_id = p.id
        JOIN claims c ON c.organisation_id = k.organisation_id AND c.id = k.claim_id AND (c.reopened_by IS NULL OR c.reopened_by >= k.payment_id)
        JOIN claim_lines l ON l.organisation_id = c.organisation_id AND l.claim_id = c.id
      WHERE p.event LIKE 'payment.posted%'
      UNION ALL
      SELECT CASE WHEN c.contract_id IS NULL THEN s.account_code ELSE (SELECT min(l.account_code) FROM claim_lines l WHERE l.organisation_id = c.organisation_id AND l.claim_id = c.id) END,
        s.budget_line_id, p.day, p.sign * s.way * x.amount
      FROM posted p JOIN expense_corrections x ON x.organisation_id = :organisationId AND x.id = p.id
        JOIN claims c ON c.organisation_id = x.organisation_id AND c.id = x.claim_id AND c.fiscal_year = x.fiscal_year
        CROSS JOIN LATERAL (VALUES (x.from_account, x.from_line_id, -1), (x.to_account, x.to_line_id, 1)) AS s (account_code, budget_line_id, way)
      WHERE p.kind = 'expense-correction'
      UNION ALL
      SELECT CASE WHEN c.contract_id IS NULL THEN s.account_code ELSE (SELECT min(l.account_code) FROM claim_lines l WHERE l.organisation_id = c.organisation_id AND l.claim_id = c.id) END,
        s.budget_line_id, p.day, -p.sign * s.amount
      FROM posted p JOIN claim_waivers x ON x.organisation_id = :organisationId AND x.id = p.id JOIN claim_waiver_lines s ON s.organisation_id = x.organisation_id AND s.waiver_id = x.id
        JOIN claims c ON c.organisation_id = x.organisation_id AND c.id = x.claim_id AND c.fiscal_year = x.fiscal_year
      WHERE p.kind = 'claim-waiver')
    SELECT account_code, budget_line_id, coalesce(sum(amount) FILTER (WHERE day >= :month), 0) AS month, sum(amount) AS year FROM moved GROUP BY 1, 2`, { organisationId, from: days.from, until: days.until, month })
  return rows.map((row) => ({
    side: 'D', accountCode: row.account_code, budgetLineId: row.budget_line_id, revenueCode: null, month: fromNumeric(row.month), year: fromNumeric(row.year),
  }))
}
