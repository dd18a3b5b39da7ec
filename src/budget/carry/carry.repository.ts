// The only SQL of the carry-forward: which new line lives on of which old one, and what the paper says was unspent.
import { headRows } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type Carry } from './carry.ts'

/** The lines a carry-forward has set up, by the old ones they come from. */
export async function findSuccessors(read: OfficerRead, { organisationId, id }: Pick<Carry, 'organisationId' | 'id'>): Promise<Map<string, string>> {
  const rows = await read.db('budget_lines').where({ organisation_id: organisationId, document_id: id }).whereNotNull('carried_from').select('id', 'carried_from')
  return new Map(rows.map((row) => [row.carried_from, row.id]))
}

/** What was unspent of each kind when the document was decided, for the paper. */
export async function keepUnspent(work: OfficerWork, documentId: string, unspentOf: ReadonlyMap<number, string>): Promise<void> {
  await work.db.raw(`
    UPDATE budget_document_lines d SET available_before = m.unspent FROM jsonb_to_recordset(:kept) AS m (line smallint, unspent numeric)
    WHERE d.organisation_id = :organisation AND d.document_id = :document AND d.line = m.line`, {
    organisation: work.actor.organisationId, document: documentId,
    kept: JSON.stringify([...unspentOf].map(([line, amount]) => ({ line, unspent: amount }))),
  })
}

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
