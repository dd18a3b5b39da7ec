// The only SQL of the carry-forward: which new line lives on of which old one, and what the paper says was unspent.
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
