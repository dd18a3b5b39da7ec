import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fromNumeric, minus, type Money } from '../../platform/money.ts'

export interface PaidFrom {
  readonly budgetLineId: string
  readonly accountCode: string
  readonly sourceId: string
  readonly amount: Money
}

/**
 * The accounts that each of these charged for its budget line, by vouchers that stand: its own, or those of the deliveries it pays (C2); and onto which corrections moved it.
 * Where all of it was moved away nothing is left, but it was charged once.
 */
export async function findCharged(read: OfficerRead, of: readonly { readonly lineId: string; readonly kind: string; readonly id: string }[]): Promise<PaidFrom[]> {
  const { rows } = await read.db.raw<{ rows: { budget_line_id: string; account_code: string; source_id: string; amount: string }[] }>(`
    WITH wanted AS (SELECT DISTINCT w."lineId" AS line_id, w.kind, w.id FROM jsonb_to_recordset(:wanted) AS w ("lineId" bigint, kind text, id bigint)), charged AS (
      SELECT w.line_id, l.account_code, w.id, least(sum(l.amount), w.part) AS amount
      FROM (SELECT w.*, w.kind AS by_kind, w.id AS by_id, NULL::numeric AS part FROM wanted w
        UNION ALL SELECT w.*, c.source_kind, c.source_id, sum(c.amount) FROM wanted w
        JOIN claim_lines c ON c.organisation_id = :own AND w.kind = 'claim' AND c.claim_id = w.id AND c.budget_line_id = w.line_id AND c.source_id IS NOT NULL GROUP BY w.line_id, w.kind, w.id, 4, 5) w
      JOIN voucher_lines l ON l.organisation_id = :own AND l.budget_line_id = w.line_id AND l.side = 'D'
      JOIN vouchers v ON v.organisation_id = l.organisation_id AND v.id = l.voucher_id AND v.reverses_id IS NULL AND v.source_kind = w.by_kind AND v.source_id = w.by_id
      WHERE NOT EXISTS (SELECT 1 FROM vouchers r WHERE r.organisation_id = v.organisation_id AND r.reverses_id = v.id)
      GROUP BY w.line_id, l.account_code, w.id, w.by_kind, w.by_id, w.part
    ), moved AS (
      SELECT w.line_id, m.account_code, w.id, m.amount FROM wanted w JOIN expense_corrections x ON x.organisation_id = :own AND w.kind = 'claim' AND x.claim_id = w.id AND x.state = 'posted'
      CROSS JOIN LATERAL (VALUES (x.to_line_id, x.to_account, x.amount), (x.from_line_id, x.from_account, -x.amount)) m (line_id, account_code, amount) WHERE m.line_id = w.line_id
    )
    SELECT c.line_id AS budget_line_id, c.account_code, c.id AS source_id, sum(c.amount) AS amount
    FROM (SELECT * FROM charged UNION ALL SELECT * FROM moved) c JOIN accounts a ON a.code = c.account_code AND a.sub_ledger IS NULL
    GROUP BY 1, 2, 3 ORDER BY 2`, { wanted: JSON.stringify(of), own: read.actor.organisationId })
  return rows.map((row) => ({ budgetLineId: row.budget_line_id, accountCode: row.account_code, sourceId: row.source_id, amount: fromNumeric(row.amount) }))
}

export interface KeptPlace {
  readonly accountCode: string
  readonly subKind: string
  readonly subKey: string
}

/** Held until commit: two counters do not take the same debt at once. */
export async function lockKey(work: OfficerWork, { subKind, subKey }: KeptPlace): Promise<string> {
  const row = await work.db('sub_ledger_keys').where({ organisation_id: work.actor.organisationId, kind: subKind, key: subKey }).forUpdate().first('name')
  return row?.name ?? subKey
}

/** What stands under the key on the debit side, less receipts that have not reached the books. */
export async function findStanding(work: OfficerWork, { accountCode, subKind, subKey }: KeptPlace): Promise<Money> {
  const own = work.actor.organisationId
  const kept = await work.db('sub_ledger_balances').where({ organisation_id: own, account_code: accountCode, sub_kind: subKind, sub_key: subKey })
    .first(work.db.raw('debit - credit AS balance'))
  const waiting = await work.db('receipt_lines as l').join('receipts as r', (on) => on.on('r.organisation_id', 'l.organisation_id').andOn('r.id', 'l.receipt_id'))
    .where({ 'l.organisation_id': own, 'l.account_code': accountCode }).whereRaw("coalesce(l.sub_key, 'GENERAL') = ?", [subKey])
    .whereIn('r.state', ['recorded', 'remitted', 'cancelling']).first(work.db.raw('coalesce(sum(l.amount), 0) AS amount'))
  return minus(fromNumeric(kept?.balance ?? '0.00'), fromNumeric(waiting.amount))
}

export interface RefundPlace {
  readonly kind: string
  readonly id: string
  /** Absent of an earlier year. */
  readonly budgetLineId: string | null
}

/** Two counters do not take back the same money at once. */
export async function lockRefund(work: OfficerWork, { kind, id }: RefundPlace): Promise<void> {
  await work.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`refund ${work.actor.organisationId} ${kind} ${id}`])
}

/** What came back and the budget does not know of: receipts on their way; of an earlier year all that came, found out later too, for no budget is told. */
export async function findTakenBack(read: OfficerRead, { kind, id, budgetLineId }: RefundPlace): Promise<Money> {
  const isUntold = budgetLineId === null
  const { rows } = await read.db.raw<{ rows: { amount: string }[] }>(`
    SELECT coalesce(sum(t.amount), 0) AS amount FROM (
      SELECT l.amount FROM receipt_lines l JOIN receipts r ON r.organisation_id = l.organisation_id AND r.id = l.receipt_id
        WHERE l.organisation_id = :own AND l.refund_kind = :kind AND l.refund_id = :id AND l.budget_line_id IS NOT DISTINCT FROM :budgetLineId::bigint AND r.state = ANY (:states)
      UNION ALL
      SELECT e.amount FROM money_entries e
        WHERE :isUntold AND e.organisation_id = :own AND e.refund_kind = :kind AND e.refund_id = :id AND e.budget_line_id IS NULL AND e.state = 'posted') t`,
  { own: read.actor.organisationId, kind, id, budgetLineId, isUntold, states: isUntold ? ['recorded', 'remitted', 'cancelling', 'summarised'] : ['recorded', 'remitted', 'cancelling'] })
  return fromNumeric(rows[0]?.amount ?? '0')
}
