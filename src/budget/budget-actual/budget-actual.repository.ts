import { type OfficerRead } from '../../platform/database/work.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type Actual, type ActualFilter, type Grouping } from './budget-actual.ts'

const keys: Readonly<Record<Grouping, string>> = {
  category: `substr(l.economic_code, 1, 3) || '000'`, task: 'l.task_code', department: `coalesce(l.department_id::text, '')`,
}

export async function findActuals(read: OfficerRead, filter: ActualFilter): Promise<Actual[]> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    SELECT ${keys[filter.by]} AS key, sum(b.approved) AS original, sum(b.approved + b.supplemented + b.transferred + b.released) AS final,
      sum(b.paid - b.refunded) AS paid, sum(b.claimed) AS owed, sum(b.reserved + b.committed) AS bound
    FROM budget_lines l JOIN budget_balances b ON b.organisation_id = l.organisation_id AND b.line_id = l.id
    JOIN budget_sources s ON s.code = l.source_code
    WHERE l.organisation_id = :organisation AND l.fiscal_year = :year AND CASE WHEN :source = '' THEN s.is_enacted ELSE l.source_code = :source END
    GROUP BY 1 ORDER BY 1`, { organisation: filter.organisationId, year: filter.fiscalYear, source: filter.sourceCode ?? '' })
  return rows.map((row) => ({
    key: row.key, original: fromNumeric(row.original), final: fromNumeric(row.final), paid: fromNumeric(row.paid), owed: fromNumeric(row.owed),
    bound: fromNumeric(row.bound),
  }))
}

interface Row {
  key: string
  original: string
  final: string
  paid: string
  owed: string
  bound: string
}
