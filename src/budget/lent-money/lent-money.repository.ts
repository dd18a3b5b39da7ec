import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYear, type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type Share } from '../control/control.ts'
import { unspentOf, type LentMoney } from './lent-money.ts'

/** Held until commit, in the order of their ids: nobody clears them meanwhile. */
export async function holdLoans(work: OfficerWork, ids: readonly string[]): Promise<ReadonlyMap<string, FiscalYear>> {
  const rows: { id: string; fiscal_year: number }[] = await work.db('loans').where({ organisation_id: work.actor.organisationId }).whereIn('id', [...ids]).orderBy('id').forUpdate().select('id', 'fiscal_year')
  return new Map(rows.map((row) => [row.id, fiscalYear(row.fiscal_year)]))
}

/** Of a loan from the budget whose claim is paid, also while its money waits to go out again. Vouchers pay a loan back in their order, no further than was settled. */
export async function findLentMoney(read: OfficerRead, loanId: string): Promise<LentMoney | undefined> {
  const { rows } = await read.db.raw<{ rows: LentRow[] }>(`
    SELECT c.id AS claim_id, h.line_id, h.amount AS held, coalesce(s.spent, 0) AS spent
    FROM claims c
      LEFT JOIN budget_holds h ON h.organisation_id = c.organisation_id AND h.holder_kind = 'claim' AND h.holder_id = c.id AND h.stage = 'paid' AND h.amount > 0
      LEFT JOIN LATERAL (SELECT sum(greatest(0, least(v.amount, v.settled - v.before))) AS spent FROM (
        SELECT l.budget_line_id, l.amount, g.settled, sum(l.amount) OVER (PARTITION BY g.id ORDER BY l.line) - l.amount AS before
        FROM clearings g JOIN clearing_lines l ON l.organisation_id = g.organisation_id AND l.clearing_id = g.id
        WHERE g.organisation_id = c.organisation_id AND g.loan_id = c.origin_id AND g.state = 'posted') v
        WHERE v.budget_line_id = h.line_id) s ON true
    WHERE c.organisation_id = :own AND c.origin_kind = 'loan' AND c.origin_id = :loanId AND c.kind = 'C6' AND (c.state = 'paid' OR c.reopened_by IS NOT NULL)
    ORDER BY h.line_id`, { own: read.actor.organisationId, loanId })
  const [first] = rows
  if (!first) return undefined
  const lines = rows.flatMap(({ line_id: lineId, held, spent }) => (lineId === null || held === null ? [] : [{ lineId, held: fromNumeric(held), spent: fromNumeric(spent) }]))
  const held = new Map(lines.map((line) => [line.lineId, line.held]))
  return { claim: { kind: 'claim', id: first.claim_id }, held, unspent: unspentOf(held, new Map(lines.map(({ lineId, spent }) => [lineId, spent]))) }
}

/** What a movement gave back to each line. */
export async function findGivenBack(read: OfficerRead, movementId: string): Promise<Share[]> {
  const rows: { line_id: string; amount: string }[] = await read.db('budget_entries').where({ organisation_id: read.actor.organisationId, movement_id: movementId, stage: 'refunded' }).orderBy('line_id').select('line_id', 'amount')
  return rows.map((row) => ({ lineId: row.line_id, amount: fromNumeric(row.amount) }))
}

interface LentRow {
  claim_id: string
  line_id: string | null
  held: string | null
  spent: string
}
