// The only SQL of the plan by quarters.
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric, toNumeric, type Money } from '../../platform/money.ts'
import { type ByQuarter, type Quarter, type TypedPlan } from './quarter.ts'

export interface AskedQuarters {
  readonly organisationId: string
  readonly fiscalYear: FiscalYear
}

interface Row {
  line_id: string
  quarter: Quarter
  amount: string
}

/** By line. */
export async function findPlans(read: OfficerRead, { organisationId, fiscalYear }: AskedQuarters): Promise<Map<string, ByQuarter>> {
  const rows: Row[] = await read.db('budget_quarters as q').join('budget_lines as l', (on) => on.on('l.organisation_id', 'q.organisation_id').andOn('l.id', 'q.line_id'))
    .where({ 'q.organisation_id': organisationId, 'l.fiscal_year': fiscalYear }).select('q.line_id', 'q.quarter', 'q.amount')
  return byLine(rows)
}

/** Claims by the day they were made, whether paid or not; refunds by theirs. October opens the first quarter. */
export async function findUse(read: OfficerRead, { organisationId, fiscalYear }: AskedQuarters): Promise<Map<string, ByQuarter>> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    SELECT e.line_id, ((extract(month FROM e.effective_on)::int + 2) % 12) / 3 + 1 AS quarter,
      sum(CASE e.stage WHEN 'refunded' THEN -e.amount ELSE e.amount END) AS amount
    FROM budget_entries e JOIN budget_lines l ON l.organisation_id = e.organisation_id AND l.id = e.line_id
    WHERE e.organisation_id = ? AND l.fiscal_year = ? AND e.stage IN ('claimed', 'paid', 'refunded') GROUP BY 1, 2`, [organisationId, fiscalYear])
  return byLine(rows)
}

function byLine(rows: readonly Row[]): Map<string, ByQuarter> {
  const found = new Map<string, Map<Quarter, Money>>()
  for (const { line_id: line, quarter, amount } of rows) found.set(line, (found.get(line) ?? new Map<Quarter, Money>()).set(quarter, fromNumeric(amount)))
  return found
}

/** Another whenever any plan of these lines has changed: what a form was made from. */
export async function getPlanMark(read: OfficerRead, organisationId: string, lineIds: readonly string[]): Promise<string> {
  const { rows } = await read.db.raw<{ rows: { mark: string }[] }>(`
    SELECT md5(coalesce(string_agg(concat_ws(':', line_id, quarter, amount), ',' ORDER BY line_id, quarter), '')) AS mark
    FROM budget_quarters WHERE organisation_id = ? AND line_id = ANY (?::bigint[])`, [organisationId, [...lineIds]])
  return rows[0]?.mark ?? ''
}

/** Two who plan for one office do so one after the other. */
export async function takePlanningTurn(work: OfficerWork): Promise<void> {
  await work.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`budget quarters ${work.actor.organisationId}`])
}

export async function savePlans(work: OfficerWork, plans: readonly TypedPlan[]): Promise<void> {
  if (plans.length === 0) return
  await work.db('budget_quarters').insert(plans.map(({ lineId, quarter, amount }) => (
    { organisation_id: work.actor.organisationId, line_id: lineId, quarter, amount: toNumeric(amount) })))
    .onConflict(['organisation_id', 'line_id', 'quarter']).merge(['amount'])
}
