import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type FoundSpending } from './year-spending.ts'

/** Of the year's ordinance: neither what was carried into it nor notices and loans. Undefined where no line of it stands. */
export async function findSpending(read: OfficerRead, fiscalYear: FiscalYear): Promise<FoundSpending | undefined> {
  const { rows: [row] } = await read.db.raw<{ rows: Row[] }>(query, { organisation: read.actor.organisationId, fiscalYear })
  if (!row || row.lines === 0) return undefined
  return {
    paid: fromNumeric(row.paid), claimed: fromNumeric(row.claimed),
    carried: { committed: fromNumeric(row.committed), reserved: fromNumeric(row.reserved), available: fromNumeric(row.available) },
  }
}

interface Row {
  readonly lines: number
  readonly paid: string
  readonly claimed: string
  readonly committed: string
  readonly reserved: string
  readonly available: string
}

// A carry-forward takes money out of the stage it stood in and puts it into 'carried', in one movement.
const query = `
  WITH own AS (
    SELECT l.organisation_id, l.id FROM budget_lines l JOIN budget_sources s ON s.code = l.source_code
    WHERE l.organisation_id = :organisation AND l.fiscal_year = :fiscalYear AND s.is_enacted AND l.carried_from IS NULL AND l.fund_document_id IS NULL
  ), standing AS (
    SELECT count(*)::int AS lines, coalesce(sum(b.paid - b.refunded), 0) AS paid, coalesce(sum(b.claimed), 0) AS claimed, coalesce(sum(b.committed), 0) AS committed
    FROM own JOIN budget_balances b ON b.organisation_id = own.organisation_id AND b.line_id = own.id
  ), carried AS (
    SELECT coalesce(sum(e.amount) FILTER (WHERE e.stage = 'carried'), 0) AS total,
      -coalesce(sum(e.amount) FILTER (WHERE e.stage = 'committed'), 0) AS committed, -coalesce(sum(e.amount) FILTER (WHERE e.stage = 'reserved'), 0) AS reserved
    FROM own JOIN budget_entries e ON e.organisation_id = own.organisation_id AND e.line_id = own.id
    JOIN budget_movements m ON m.organisation_id = e.organisation_id AND m.id = e.movement_id AND m.source_kind = 'budget-carry'
  )
  SELECT s.lines, s.paid, s.claimed, s.committed + c.committed AS committed, c.reserved, c.total - c.committed - c.reserved AS available FROM standing s, carried c`
