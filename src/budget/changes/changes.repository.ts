import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, type FiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type Approver, type Kind } from '../document/document.ts'
import { type ChangedLine } from './changes.ts'

export interface AskedChanges {
  readonly organisationId: string
  readonly fiscalYear: FiscalYear
  readonly kinds: readonly Kind[]
  readonly most: number
}

/** Only what was approved and not taken back. */
export async function findChanges(read: OfficerRead, { organisationId, fiscalYear, kinds, most }: AskedChanges): Promise<ChangedLine[]> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    SELECT d.id, d.kind, d.number, d.title AS document_title, d.approver, d.approved_on, c.direction, c.line_id, l.number AS line_number,
      coalesce(l.department_id, c.department_id) AS department_id, coalesce(l.task_code, c.task_code) AS task_code,
      coalesce(l.economic_code, c.economic_code) AS economic_code, coalesce(l.title, c.title) AS title, c.explanation, c.amount,
      coalesce(b.approved + b.supplemented, 0)::numeric(18,2) AS enacted, coalesce(c.available_before, 0)::numeric(18,2) AS before
    FROM (SELECT h.*, (SELECT max(s.happened_on) FROM budget_steps s WHERE s.organisation_id = h.organisation_id AND s.document_id = h.id AND s.action = 'approve') AS approved_on
      FROM budget_documents h WHERE h.organisation_id = :organisation AND h.fiscal_year = :year AND h.kind = ANY (:kinds) AND h.state IN ('approved', 'announced')) d
    JOIN budget_document_lines c ON c.organisation_id = d.organisation_id AND c.document_id = d.id
    LEFT JOIN budget_lines l ON l.organisation_id = c.organisation_id AND l.id = c.line_id
    LEFT JOIN budget_balances b ON b.organisation_id = l.organisation_id AND b.line_id = l.id
    ORDER BY d.approved_on, d.id, c.line LIMIT :most`, { organisation: organisationId, year: fiscalYear, kinds: [...kinds], most })
  return rows.map((row) => ({
    document: { id: row.id, kind: row.kind, number: row.number, title: row.document_title }, approver: row.approver,
    approvedOn: row.approved_on === null ? null : calendarDate(row.approved_on), direction: row.direction, lineId: row.line_id, lineNumber: row.line_number,
    departmentId: row.department_id, taskCode: row.task_code, economicCode: row.economic_code, title: row.title, explanation: row.explanation,
    amount: fromNumeric(row.amount), enacted: fromNumeric(row.enacted), before: fromNumeric(row.before),
  }))
}

interface Row {
  id: string
  kind: Kind
  number: number | null
  document_title: string
  approver: Approver | null
  approved_on: string | null
  direction: string
  line_id: string | null
  line_number: number | null
  department_id: string | null
  task_code: string
  economic_code: string
  title: string
  explanation: string
  amount: string
  enacted: string
  before: string
}
