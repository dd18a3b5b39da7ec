// The control lines that live on one notice, approval or loan, with those they were carried into.
import { type OfficerRead } from '../../platform/database/work.ts'
import { balanceOf, controlLineOf, lineColumns, type ControlLineRow } from '../control/control-row.ts'
import { type LineWithBalance } from '../line/line.ts'

export async function findFundLines(read: OfficerRead, organisationId: string, fundDocumentId: string): Promise<LineWithBalance[]> {
  const { rows } = await read.db.raw<{ rows: ControlLineRow[] }>(`
    SELECT ${lineColumns} FROM budget_lines l JOIN budget_balances b ON b.organisation_id = l.organisation_id AND b.line_id = l.id
    WHERE l.organisation_id = ? AND l.fund_document_id = ?
    ORDER BY l.fiscal_year, l.number`, [organisationId, fundDocumentId])
  return rows.map((row) => ({ ...controlLineOf(row), balance: balanceOf(row) }))
}
