import { type OfficerRead } from '../../platform/database/work.ts'

/** In which cases the money of each line was carried: a contract's part and a free part may live on in one line. */
export async function findVariants(read: OfficerRead, lineIds: readonly string[]): Promise<string[]> {
  const rows = await read.db('budget_lines as l').join('budget_document_lines as d', (on) => on.on('d.organisation_id', 'l.organisation_id').andOn('d.line_id', 'l.carried_from'))
    .join('budget_documents as c', (on) => on.on('c.organisation_id', 'd.organisation_id').andOn('c.id', 'd.document_id'))
    .where('l.organisation_id', read.actor.organisationId).whereIn('l.id', [...lineIds]).where('c.kind', 'carry').whereIn('c.state', ['carried', 'closed'])
    .whereNotNull('c.variant').distinct('c.variant').orderBy('c.variant')
  return rows.map((row) => row.variant)
}
