// What keeps a fund from its end.
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYear } from '../../platform/dates.ts'
import { type BudgetDocument } from '../document/document.ts'

/** Carry-forwards and extensions laid before somebody or not yet carried out, of whose money some is this fund's. */
export async function findWaiting(read: OfficerRead, organisationId: string, fundDocumentId: string): Promise<Pick<BudgetDocument, 'kind' | 'number' | 'fiscalYear'>[]> {
  const rows = await read.db('budget_documents as d').where('d.organisation_id', organisationId)
    .where((waiting) => waiting.where({ 'd.state': 'submitted' }).whereIn('d.kind', ['carry', 'extension']).orWhere({ 'd.kind': 'carry', 'd.state': 'approved' }))
    .whereExists(read.db('budget_document_lines as x').join('budget_lines as l', (on) => on.on('l.organisation_id', 'x.organisation_id').andOn('l.id', 'x.line_id'))
      .whereRaw('x.organisation_id = d.organisation_id AND x.document_id = d.id').where('l.fund_document_id', fundDocumentId).select(read.db.raw('1')))
    .orderBy('d.id').select('d.kind', 'd.number', 'd.fiscal_year')
  return rows.map((row) => ({ kind: row.kind, number: row.number, fiscalYear: fiscalYear(row.fiscal_year) }))
}
