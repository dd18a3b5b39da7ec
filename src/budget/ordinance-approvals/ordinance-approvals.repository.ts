import { type OfficerRead } from '../../platform/database/work.ts'
import { type OrdinanceKind } from '../ordinance/ordinance.ts'

/** On their way, or announced and the copy not sent yet; the longest waiting first. */
export async function findWaiting(read: OfficerRead, kinds: readonly OrdinanceKind[]): Promise<string[]> {
  const { rows } = await read.db.raw<{ rows: { id: string }[] }>(`
    SELECT d.id FROM budget_documents d WHERE d.organisation_id = ? AND d.kind = ANY (?) AND (
      d.state IN ('proposed', 'council_approved', 'supervisor_approved') OR d.state = 'enforced' AND NOT EXISTS (
        SELECT FROM budget_steps s WHERE s.organisation_id = d.organisation_id AND s.document_id = d.id AND s.action = 'report'))
    ORDER BY d.fiscal_year, d.id`, [read.actor.organisationId, [...kinds]])
  return rows.map((row) => row.id)
}
