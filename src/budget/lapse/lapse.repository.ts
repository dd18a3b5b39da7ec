import { headRows } from '../../platform/database/heads.ts'
import { type OfficerWork } from '../../platform/database/work.ts'

/** Carry-forwards whose lines have nothing left after their days: with the last of it they are closed. */
export async function closeEmptyCarries(work: OfficerWork): Promise<string[]> {
  const { rows } = await work.db.raw<{ rows: { organisation_id: string; id: string; version: number }[] }>(`
    SELECT c.organisation_id, c.id, c.version FROM budget_documents c
    WHERE c.organisation_id = ? AND c.kind = 'carry' AND c.state = 'carried' AND NOT EXISTS (
      SELECT 1 FROM budget_lines l JOIN budget_balances b ON b.organisation_id = l.organisation_id AND b.line_id = l.id
      WHERE l.organisation_id = c.organisation_id AND l.document_id = c.id
        AND (l.usable_until >= ? OR b.available <> 0 OR b.reserved <> 0 OR b.committed <> 0))
    ORDER BY c.id FOR UPDATE`, [work.actor.organisationId, work.today])
  for (const row of rows) await headRows('budget_documents').change(work, { organisationId: row.organisation_id, id: row.id, version: row.version }, { state: 'closed' })
  return rows.map((row) => row.id)
}
