import { type OfficerRead } from '../../platform/database/work.ts'
import { fromNumeric } from '../../platform/money.ts'
import { sumOf, type AskedMovement, type Movement } from './month-report.ts'

/**
 * What stands beside cash and banks in the vouchers that touch them, and the vouchers of loans: they make what was lent into what was spent, without money.
 * What a payment settles is added up apart.
 */
export async function findMovement(read: OfficerRead, { organisationId, days, month, cashAccount }: AskedMovement & { readonly cashAccount: string }): Promise<Movement> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    WITH touched AS (
      SELECT v.id, v.document_date AS day, o.id IS NOT NULL AS is_reversal, coalesce(o.event, v.event) LIKE 'payment.posted%' AS is_payment
      FROM vouchers v LEFT JOIN vouchers o ON o.organisation_id = v.organisation_id AND o.id = v.reverses_id
      WHERE v.organisation_id = :organisationId AND v.document_date >= :from AND v.document_date < :until AND v.stage > 0
        AND (coalesce(o.event, v.event) LIKE 'payment.posted%' OR coalesce(o.event, v.event) LIKE 'clearing.posted%' OR EXISTS (SELECT 1 FROM voucher_lines m
          WHERE m.organisation_id = v.organisation_id AND m.voucher_id = v.id AND (m.account_code = :cashAccount OR m.sub_kind = 'bank_account')))
    ), moved AS (
      SELECT t.day, t.is_payment, CASE WHEN t.is_reversal = (l.side = 'C') THEN 'D' ELSE 'C' END AS side, l.account_code, l.revenue_code, l.budget_line_id,
        CASE WHEN t.is_reversal THEN -l.amount ELSE l.amount END AS amount
      FROM touched t JOIN voucher_lines l ON l.organisation_id = :organisationId AND l.voucher_id = t.id
      WHERE l.account_code <> :cashAccount AND l.sub_kind IS DISTINCT FROM 'bank_account'
    )
    SELECT m.is_payment AND m.side = 'D' AS is_settled, m.side, m.account_code, m.revenue_code, m.budget_line_id,
      coalesce(sum(m.amount) FILTER (WHERE m.day >= :month), 0) AS month, sum(m.amount) AS year
    FROM moved m GROUP BY 1, 2, 3, 4, 5`, { organisationId, from: days.from, until: days.until, month, cashAccount })
  const amountsOf = (row: Row) => ({ month: fromNumeric(row.month), year: fromNumeric(row.year) })
  return {
    settled: sumOf(rows.filter((row) => row.is_settled).map(amountsOf)),
    lines: rows.filter((row) => !row.is_settled).map((row) => (
      { side: row.side, accountCode: row.account_code, revenueCode: row.revenue_code, budgetLineId: row.budget_line_id, ...amountsOf(row) })),
  }
}

interface Row {
  is_settled: boolean
  side: 'D' | 'C'
  account_code: string
  revenue_code: string | null
  budget_line_id: string | null
  month: string
  year: string
}

export interface Names {
  readonly accounts: ReadonlyMap<string, { readonly code: string; readonly name: string; readonly group: string; readonly subLedger: string | null }>
  /** The category of each revenue code. */
  readonly categories: ReadonlyMap<string, { readonly code: string; readonly name: string }>
}

export async function findNames(read: OfficerRead, accountCodes: readonly string[]): Promise<Names> {
  const accounts = await read.db('accounts').whereIn('code', [...accountCodes]).select('code', 'name', 'account_group', 'sub_ledger')
  const revenues = await read.db('revenue_codes').select('code', 'category_code', 'category_name')
  return {
    accounts: new Map(accounts.map((row) => [row.code, { code: row.code, name: row.name, group: row.account_group, subLedger: row.sub_ledger }])),
    categories: new Map(revenues.map((row) => [row.code, { code: row.category_code, name: row.category_name }])),
  }
}
