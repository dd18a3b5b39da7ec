import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'

/** Laid before somebody and not decided; or approved, and not carried into the new year yet. */
export async function findOpenDocuments(read: OfficerRead, organisationId: string, fiscalYear: FiscalYear): Promise<string[]> {
  const rows = await read.db('budget_documents').where({ organisation_id: organisationId, fiscal_year: fiscalYear })
    .where((open) => open.whereIn('state', ['submitted', 'proposed', 'council_approved', 'supervisor_approved', 'notified'])
      .orWhere((carry) => carry.where({ kind: 'carry', state: 'approved' })))
    .orderBy('id').select('id')
  return rows.map((row) => row.id)
}
