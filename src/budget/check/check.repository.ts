// Rebuild and compare (REL-1): what the append-only entries add up to, beside what is kept.
import { type OfficerRead } from '../../platform/database/work.ts'
import { stages } from '../control/control.ts'

export interface BudgetDifference {
  readonly lineId: string
  /** A stage, 'available', or the stage of a hold with its holder. */
  readonly figure: string
  readonly kept: string
  readonly rebuilt: string
}

/** Empty: every figure is the sum of its entries. */
export async function compareBudgetBalances(read: OfficerRead, organisationId: string): Promise<BudgetDifference[]> {
  const { rows } = await read.db.raw<{ rows: { line_id: string; figure: string; kept: string; rebuilt: string }[] }>(
    comparing, { organisation: organisationId })
  return rows.map((row) => ({ lineId: row.line_id, figure: row.figure, kept: row.kept, rebuilt: row.rebuilt }))
}

const kept = stages.map((stage) => `('${stage}', b.${stage})`).join(', ')

const comparing = `
  WITH entry AS (
    SELECT e.line_id, e.stage, e.holder_kind, e.holder_id, e.amount FROM budget_entries e WHERE e.organisation_id = :organisation
  ), stage AS (
    SELECT b.line_id, f.figure, f.kept, coalesce((SELECT sum(e.amount) FROM entry e WHERE e.line_id = b.line_id AND e.stage = f.figure), 0) AS rebuilt
    FROM budget_balances b CROSS JOIN LATERAL (VALUES ${kept}) AS f (figure, kept) WHERE b.organisation_id = :organisation
  ), available AS (
    SELECT b.line_id, 'available' AS figure, b.available AS kept, coalesce((SELECT sum(CASE
      WHEN e.stage IN ('approved', 'supplemented', 'transferred', 'released', 'refunded') THEN e.amount WHEN e.stage = 'allowance' THEN 0 ELSE -e.amount END)
      FROM entry e WHERE e.line_id = b.line_id), 0) AS rebuilt
    FROM budget_balances b WHERE b.organisation_id = :organisation
  ), sums AS (
    SELECT e.line_id, replace(e.stage, 'refunded', 'paid') AS stage, e.holder_kind, e.holder_id,
      sum(CASE e.stage WHEN 'refunded' THEN -e.amount ELSE e.amount END) AS amount
    FROM entry e WHERE e.holder_kind IS NOT NULL GROUP BY 1, 2, 3, 4
  ), hold AS (
    SELECT coalesce(s.line_id, h.line_id) AS line_id, concat_ws(' ', coalesce(s.stage, h.stage), coalesce(s.holder_kind, h.holder_kind),
      coalesce(s.holder_id, h.holder_id)) AS figure, coalesce(h.amount, 0) AS kept, coalesce(s.amount, 0) AS rebuilt
    FROM sums s FULL JOIN (SELECT * FROM budget_holds o WHERE o.organisation_id = :organisation) h
      ON h.line_id = s.line_id AND h.stage = s.stage AND h.holder_kind = s.holder_kind AND h.holder_id = s.holder_id
  )
  SELECT c.line_id, c.figure, c.kept, c.rebuilt
  FROM (SELECT * FROM stage UNION ALL SELECT * FROM available UNION ALL SELECT * FROM hold) c WHERE c.kept <> c.rebuilt ORDER BY c.line_id, c.figure`
