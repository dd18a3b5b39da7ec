import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type AskedSpending, type LinePlace, type SpendingEstimate } from './spending-estimate.ts'

/** The category of a line: of an item the one it belongs to. */
const ofCategory = "JOIN budget_classes k ON k.code = l.economic_code JOIN budget_classes c ON c.code = CASE k.level WHEN 'item' THEN k.parent_code ELSE k.code END"

/** The year's own budget as it stood at the end of a day, with supplements, transfers and what was released of the reserve. */
export async function findSpendingEstimates(read: OfficerRead, { organisationId, fiscalYear, on }: AskedSpending): Promise<SpendingEstimate[]> {
  const { rows } = await read.db.raw<{ rows: { code: string; name: string; amount: string }[] }>(`
    SELECT c.code, c.name, sum(e.amount) AS amount
    FROM budget_lines l JOIN budget_sources s ON s.code = l.source_code AND s.is_enacted ${ofCategory}
      JOIN budget_entries e ON e.organisation_id = l.organisation_id AND e.line_id = l.id AND e.stage IN ('approved', 'supplemented', 'transferred', 'released') AND e.effective_on <= :on
    WHERE l.organisation_id = :organisationId AND l.fiscal_year = :fiscalYear AND l.carried_from IS NULL AND l.fund_document_id IS NULL
    GROUP BY c.code, c.name ORDER BY c.code`, { organisationId, fiscalYear, on })
  return rows.map(({ code, name, amount }) => ({ code, name, amount: fromNumeric(amount) }))
}

/** What was carried into the year, or is of an earlier one. */
const carriedSource = '90'

/** Of these lines, seen from a fiscal year. */
export async function findLinePlaces(read: OfficerRead, asked: { readonly organisationId: string; readonly fiscalYear: FiscalYear; readonly lineIds: readonly string[] }): Promise<Map<string, LinePlace>> {
  const { rows } = await read.db.raw<{ rows: { id: string; code: string; name: string; fund_code: string | null; fund_name: string }[] }>(`
    SELECT l.id, c.code, c.name, f.code AS fund_code, f.name AS fund_name
    FROM budget_lines l JOIN budget_sources s ON s.code = l.source_code ${ofCategory}
      LEFT JOIN budget_sources f ON f.code = CASE WHEN l.carried_from IS NOT NULL OR l.fiscal_year < :fiscalYear THEN :carried WHEN NOT s.is_enacted THEN coalesce(s.parent_code, s.code) END
    WHERE l.organisation_id = :organisationId AND l.id = ANY (:lineIds)`, { ...asked, lineIds: [...asked.lineIds], carried: carriedSource })
  return new Map(rows.map(({ id, code, name, fund_code: fund, fund_name: fundName }) => [id, { category: { code, name }, fund: fund === null ? null : { code: fund, name: fundName } }]))
}
