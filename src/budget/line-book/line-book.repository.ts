// Everything that ever moved on one line, in the order of its day.
import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type Stage } from '../control/control.ts'
import { type Kind } from '../document/document.ts'
import { type LineMovement, type MovementPage } from './line-book.ts'

export interface AskedMovements {
  readonly organisationId: string
  readonly lineId: string
  /** Id of the last movement of the page before. */
  readonly after?: string | undefined
  readonly most: number
}

export async function findMovements(read: OfficerRead, asked: AskedMovements): Promise<MovementPage> {
  const given = { organisation: asked.organisationId, line: asked.lineId, after: asked.after ?? '0', most: asked.most + 1 }
  const { rows } = await read.db.raw<{ rows: MovementRow[] }>(listing, given)
  const before = asked.after === undefined ? '0' : (await read.db.raw<{ rows: { amount: string }[] }>(bringing, given)).rows[0]?.amount ?? '0'
  return { movements: rows.slice(0, asked.most).map(movementOf), brought: fromNumeric(before), hasMore: rows.length > asked.most }
}

const key = `(SELECT a.effective_on, a.id FROM budget_movements a WHERE a.organisation_id = :organisation AND a.id = :after)`

const listing = `
  SELECT m.id, m.effective_on, m.source_kind, m.source_id, m.event, m.description, d.kind, d.number, d.fiscal_year,
    json_agg(json_build_object('stage', e.stage, 'amount', e.amount::text) ORDER BY e.id) AS entries
  FROM budget_entries e JOIN budget_movements m ON m.organisation_id = e.organisation_id AND m.id = e.movement_id
  LEFT JOIN budget_documents d ON d.organisation_id = m.organisation_id AND d.id = m.source_id AND m.source_kind = 'budget-' || d.kind
  WHERE e.organisation_id = :organisation AND e.line_id = :line AND (:after = 0 OR (m.effective_on, m.id) > ${key})
  GROUP BY m.organisation_id, m.id, d.kind, d.number, d.fiscal_year ORDER BY m.effective_on, m.id LIMIT :most`

const bringing = `
  SELECT coalesce(sum(CASE WHEN e.stage IN ('approved', 'supplemented', 'transferred', 'released', 'refunded') THEN e.amount
    WHEN e.stage = 'allowance' THEN 0 ELSE -e.amount END), 0) AS amount
  FROM budget_entries e JOIN budget_movements m ON m.organisation_id = e.organisation_id AND m.id = e.movement_id
  WHERE e.organisation_id = :organisation AND e.line_id = :line AND (m.effective_on, m.id) <= ${key}`

interface MovementRow {
  id: string
  effective_on: string
  source_kind: string
  source_id: string
  event: string
  description: string
  kind: Kind | null
  number: number | null
  fiscal_year: number | null
  entries: { stage: Stage; amount: string }[]
}

function movementOf(row: MovementRow): LineMovement {
  return {
    id: row.id, date: calendarDate(row.effective_on), source: { kind: row.source_kind, id: row.source_id }, event: row.event, description: row.description,
    document: row.kind !== null && row.fiscal_year !== null ? { kind: row.kind, number: row.number, fiscalYear: fiscalYear(row.fiscal_year) } : null,
    entries: row.entries.map(({ stage, amount }) => ({ stage, amount: fromNumeric(amount) })),
  }
}
