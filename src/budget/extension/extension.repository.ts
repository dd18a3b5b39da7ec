import { type OfficerRead } from '../../platform/database/work.ts'

/** In which cases the money of these lines was carried. */
export async function findVariants(read: OfficerRead, lineIds: readonly string[]): Promise<string[]> {
  const rows = await read.db('budget_lines as l').join('budget_documents as c', (on) => on.on('c.organisation_id', 'l.organisation_id').andOn('c.id', 'l.document_id'))
    .where('l.organisation_id', read.actor.organisationId).whereIn('l.id', [...lineIds]).where('c.kind', 'carry').whereNotNull('c.variant').distinct('c.variant').orderBy('c.variant')
  return rows.map((row) => row.variant)
}
