import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type Refundable } from './refundable.ts'

export interface AskedRefundables {
  /** Words of the claim or of the line; any of them is enough, none finds all. */
  readonly words: readonly string[]
  readonly most: number
  /** Only of documents of these ids, of whatever kind. */
  readonly ids?: readonly string[]
}

/** What the own office paid, the latest first. */
export async function findRefundables(read: OfficerRead, { words, most, ids }: AskedRefundables): Promise<Refundable[]> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    SELECT h.holder_kind, h.holder_id, h.line_id, h.amount, l.number, l.title, p.effective_on, p.description
    FROM budget_holds h JOIN budget_lines l ON l.organisation_id = h.organisation_id AND l.id = h.line_id
    CROSS JOIN LATERAL (
      SELECT m.effective_on, coalesce((SELECT c.description FROM budget_movements c WHERE c.organisation_id = h.organisation_id
          AND c.source_kind = h.holder_kind AND c.source_id = h.holder_id ORDER BY c.id LIMIT 1), m.description) AS description
      FROM budget_entries e JOIN budget_movements m ON m.organisation_id = e.organisation_id AND m.id = e.movement_id
      WHERE e.organisation_id = h.organisation_id AND e.line_id = h.line_id AND e.stage = 'paid' AND e.amount > 0
        AND e.holder_kind = h.holder_kind AND e.holder_id = h.holder_id ORDER BY e.id DESC LIMIT 1
    ) p
    WHERE h.organisation_id = :own AND h.stage = 'paid' AND h.amount > 0
      AND (:ids::bigint[] IS NULL OR h.holder_id = ANY (:ids::bigint[]))
      AND (cardinality(:words::text[]) = 0 OR EXISTS (SELECT 1 FROM unnest(:words::text[]) w (word)
        WHERE strpos(concat_ws(' ', p.description, lpad(l.number::text, 4, '0'), l.title), w.word) > 0))
    ORDER BY p.effective_on DESC, h.holder_id DESC, h.line_id LIMIT :most`, { own: read.actor.organisationId, words: [...words], most, ids: ids === undefined ? null : [...ids] })
  return rows.map((row) => ({
    holder: { kind: row.holder_kind, id: row.holder_id }, lineId: row.line_id, lineNumber: row.number, lineTitle: row.title,
    paidOn: calendarDate(row.effective_on), description: row.description, amount: fromNumeric(row.amount),
  }))
}

interface Row {
  holder_kind: string
  holder_id: string
  line_id: string
  amount: string
  number: number
  title: string
  effective_on: string
  description: string
}
