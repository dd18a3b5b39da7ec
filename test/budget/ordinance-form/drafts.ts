// Drafts of an ordinance for tests of what is typed into them.
import { type OrdinanceState } from '../../../src/budget/ordinance/ordinance.ts'
import { insertDocument } from '../../../src/budget/document/document.repository.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { type BudgetOffice } from '../world.ts'

/** A draft of the next year; the one before it is cancelled. */
export async function aDraft(office: BudgetOffice, year = 2571): Promise<string> {
  const { db, organisationId, clerk } = office
  await db.owner('budget_documents').where({ organisation_id: organisationId, kind: 'annual', fiscal_year: year }).update({ state: 'cancelled' })
  return clerk.work((work) => insertDocument(work, {
    kind: 'annual', fiscalYear: fiscalYear(year), documentDate: calendarDate('2026-11-20'), title: `งบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ. ${year}`, formKey: null, sourceCode: '10',
  }))
}

export async function setState(office: BudgetOffice, id: string, state: OrdinanceState): Promise<void> {
  await office.db.owner('budget_documents').where({ organisation_id: office.organisationId, id }).update({
    state, number: 900 + Number(id), ...(state === 'enforced' && { approved_by: office.head.officer.userId, approved_at: office.db.clock.now() }),
  })
}

export const versionOf = async (office: BudgetOffice, id: string): Promise<number> => (
  await office.db.owner('budget_documents').where({ organisation_id: office.organisationId, id }).first('version')).version

interface StoredLine {
  readonly line: number
  readonly title: string
  readonly task_code: string
  readonly economic_code: string
  readonly department_id: string | null
  readonly amount: string
  readonly from_subsidy: string
  readonly plan_reference: string
  readonly estimate_now: string
}

export function storedLines(office: BudgetOffice, id: string): Promise<StoredLine[]> {
  return office.db.owner('budget_document_lines').where({ organisation_id: office.organisationId, document_id: id }).orderBy('line')
    .select('line', 'title', 'task_code', 'economic_code', 'department_id', 'amount', 'from_subsidy', 'plan_reference', 'estimate_now')
}

interface StoredRevenue {
  readonly revenue_code: string
  readonly amount: string
  readonly actual_1: string
  readonly actual_3: string
  readonly estimate_now: string
  readonly explanation: string
}

export function storedRevenues(office: BudgetOffice, id: string): Promise<StoredRevenue[]> {
  return office.db.owner('budget_revenue_lines').where({ organisation_id: office.organisationId, document_id: id }).orderBy('line')
    .select('revenue_code', 'amount', 'actual_1', 'actual_3', 'estimate_now', 'explanation')
}
