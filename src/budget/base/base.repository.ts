import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { type ClassChoice } from './base.ts'

/** One clerk at a time: what the page was made from is compared with what stands. */
export async function takeTurn(work: OfficerWork): Promise<void> {
  await work.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`budget classes ${work.actor.organisationId}`])
}

export async function saveChoices(work: OfficerWork, fiscalYear: FiscalYear, choices: readonly ClassChoice[]): Promise<void> {
  if (choices.length === 0) return
  await work.db('budget_choices').insert(choices.map((choice) => ({
    organisation_id: work.actor.organisationId, fiscal_year: fiscalYear, code: choice.code, is_active: choice.isActive, department_id: choice.departmentId,
  }))).onConflict(['organisation_id', 'fiscal_year', 'code']).merge()
}

/** Codes that lines of the year name, in force or in a document still under way. */
export async function findUsedCodes(read: OfficerRead, fiscalYear: FiscalYear): Promise<Set<string>> {
  const { rows } = await read.db.raw<{ rows: { code: string }[] }>(`
    WITH used AS (
      SELECT l.task_code, l.economic_code FROM budget_lines l WHERE l.organisation_id = :organisation AND l.fiscal_year = :year
      UNION SELECT d.task_code, d.economic_code FROM budget_document_lines d
        JOIN budget_documents h ON h.organisation_id = d.organisation_id AND h.id = d.document_id
        WHERE h.organisation_id = :organisation AND h.fiscal_year = :year AND h.state NOT IN ('cancelled', 'rejected') AND d.task_code IS NOT NULL
    ), code AS (SELECT task_code AS code FROM used UNION SELECT economic_code FROM used)
    SELECT c.code FROM code c UNION SELECT b.parent_code FROM code c JOIN budget_classes b ON b.code = c.code WHERE b.parent_code IS NOT NULL`,
  { organisation: read.actor.organisationId, year: fiscalYear })
  return new Set(rows.map((row) => row.code))
}
