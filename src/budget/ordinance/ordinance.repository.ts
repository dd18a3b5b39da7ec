// The only SQL of revenue estimates, and of what ordinances come to.
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { type NewRevenueLine, type OrdinanceKind, type OrdinanceState, type RevenueLine, type Totals } from './ordinance.ts'

/** In the order of their codes. */
export async function findRevenueLines(read: OfficerRead, organisationId: string, documentId: string): Promise<RevenueLine[]> {
  const rows = await read.db('budget_revenue_lines as l').join('revenue_codes as c', 'c.code', 'l.revenue_code')
    .where({ 'l.organisation_id': organisationId, 'l.document_id': documentId }).orderBy('l.revenue_code')
    .select('l.*', 'c.name', 'c.category_code')
  return rows.map((row) => ({
    code: row.revenue_code, name: row.name, categoryCode: row.category_code,
    actuals: [fromNumeric(row.actual_1), fromNumeric(row.actual_2), fromNumeric(row.actual_3)], estimateNow: fromNumeric(row.estimate_now),
    amount: fromNumeric(row.amount), explanation: row.explanation,
  }))
}

/** In place of whatever stood there. */
export async function setRevenueLines(work: OfficerWork, documentId: string, lines: readonly NewRevenueLine[]): Promise<void> {
  const key = { organisation_id: work.actor.organisationId, document_id: documentId }
  await work.db('budget_revenue_lines').where(key).del()
  if (lines.length === 0) return
  await work.db('budget_revenue_lines').insert(lines.map(({ code, actuals, estimateNow, amount, explanation }, index) => ({
    ...key, line: index + 1, revenue_code: code, actual_1: toNumeric(actuals[0]), actual_2: toNumeric(actuals[1]), actual_3: toNumeric(actuals[2]),
    estimate_now: toNumeric(estimateNow), amount: toNumeric(amount), explanation,
  })))
}

/** By id of the document. */
export async function findTotals(read: OfficerRead, organisationId: string, ids: readonly string[]): Promise<Map<string, Totals>> {
  const { rows } = await read.db.raw<{ rows: { id: string; revenue: string; expenditure: string }[] }>(`
    SELECT d.id, (SELECT coalesce(sum(r.amount), 0) FROM budget_revenue_lines r WHERE r.organisation_id = d.organisation_id AND r.document_id = d.id) AS revenue,
      (SELECT coalesce(sum(e.amount), 0) FROM budget_document_lines e WHERE e.organisation_id = d.organisation_id AND e.document_id = d.id) AS expenditure
    FROM budget_documents d WHERE d.organisation_id = ? AND d.id = ANY (?::bigint[])`, [organisationId, [...ids]])
  return new Map(rows.map((row) => [row.id, { revenue: fromNumeric(row.revenue), expenditure: fromNumeric(row.expenditure) }]))
}

export interface StandingOrdinance {
  readonly id: string
  readonly kind: OrdinanceKind
  readonly state: OrdinanceState
  readonly ordinal: number | null
  readonly enterpriseId: string | null
}

/** The ordinances of these kinds in the year that are not cancelled. */
export async function findStanding(read: OfficerRead, kinds: readonly OrdinanceKind[], year: FiscalYear): Promise<StandingOrdinance[]> {
  return read.db('budget_documents').where({ organisation_id: read.actor.organisationId, fiscal_year: year })
    .whereIn('kind', [...kinds]).whereNot('state', 'cancelled').orderBy('id').select('id', 'kind', 'state', 'ordinal', 'enterprise_id AS enterpriseId')
}

/** The special budgets enacted in an ordinance, in the order of their ids. */
export async function findRiderHeads(read: OfficerRead, organisationId: string, ordinanceId: string): Promise<{ readonly id: string; readonly title: string }[]> {
  return read.db('budget_documents').where({ organisation_id: organisationId, parent_id: ordinanceId, kind: 'special' }).whereNot('state', 'cancelled')
    .orderBy('id').select('id', 'title')
}

/** Two that start the ordinance of one office do not meet. */
export async function takeTurn(work: OfficerWork): Promise<void> {
  await work.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`budget ordinance ${work.actor.organisationId}`])
}
