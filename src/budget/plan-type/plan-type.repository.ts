import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type PlanTypeSum } from './plan-type.ts'

export interface AskedSums {
  readonly organisationId: string
  readonly fiscalYear: FiscalYear
  /** Nothing: everything enacted, or under a plan. */
  readonly sourceCode: string | undefined
}

export async function findPlanTypeSums(read: OfficerRead, { organisationId, fiscalYear, sourceCode }: AskedSums): Promise<PlanTypeSum[]> {
  const { rows } = await read.db.raw<{ rows: { plan_code: string; type_prefix: string; given: string; available: string }[] }>(`
    SELECT t.parent_code AS plan_code, substr(l.economic_code, 1, 2) AS type_prefix,
      sum(b.approved + b.supplemented + b.transferred + b.released) AS given, sum(b.available) AS available
    FROM budget_lines l JOIN budget_balances b ON b.organisation_id = l.organisation_id AND b.line_id = l.id
      JOIN budget_sources s ON s.code = l.source_code JOIN budget_classes t ON t.code = l.task_code
    WHERE l.organisation_id = :organisation AND l.fiscal_year = :year AND CASE WHEN :source = '' THEN s.is_enacted ELSE l.source_code = :source END
    GROUP BY 1, 2 ORDER BY 1, 2`, { organisation: organisationId, year: fiscalYear, source: sourceCode ?? '' })
  return rows.map((row) => ({ planCode: row.plan_code, typePrefix: row.type_prefix, given: fromNumeric(row.given), available: fromNumeric(row.available) }))
}
