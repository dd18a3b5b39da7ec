// Funds whose days are over: they end with their own closing, not by lapsing line by line.
import { type OfficerRead } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type PastDueFund } from './lapse.ts'

/** Notices, approvals and loans that are still open although the last day of all their lines, or of the notice itself, is over. */
export async function findPastDueFunds(read: OfficerRead, organisationId: string): Promise<PastDueFund[]> {
  const { rows } = await read.db.raw<{ rows: Row[] }>(`
    SELECT d.kind, d.id, d.number, d.fiscal_year, d.title, u.until_date, coalesce(u.available, 0) AS available, coalesce(c.received - c.paid, 0) AS cash
    FROM budget_documents d
    LEFT JOIN budget_cash c ON c.organisation_id = d.organisation_id AND c.document_id = d.id
    CROSS JOIN LATERAL (
      SELECT coalesce(max(l.usable_until), (d.particulars ->> 'spendBy')::date) AS until_date, sum(b.available + b.frozen) AS available
      FROM budget_lines l JOIN budget_balances b ON b.organisation_id = l.organisation_id AND b.line_id = l.id
      WHERE l.organisation_id = d.organisation_id AND l.fund_document_id = d.id) u
    WHERE d.organisation_id = ? AND d.kind IN ('grant', 'accumulated', 'loan') AND d.state IN ('notified', 'allocated', 'approved') AND d.parent_id IS NULL
      AND u.until_date < ? ORDER BY u.until_date, d.id`, [organisationId, read.today])
  return rows.map((row) => ({
    kind: row.kind, id: row.id, number: row.number, fiscalYear: fiscalYear(row.fiscal_year), title: row.title, until: calendarDate(row.until_date),
    available: fromNumeric(row.available), cash: fromNumeric(row.cash),
  }))
}

interface Row {
  kind: PastDueFund['kind']
  id: string
  number: number
  fiscal_year: number
  title: string
  until_date: string
  available: string
  cash: string
}
