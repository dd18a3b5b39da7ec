import { person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, fiscalYear } from '../../platform/dates.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { type CashReceipt, type CashStanding, type FundCash, type GrantHead } from './cash.ts'

/** Once for each source; the sum received follows by itself. */
export async function recordFundCash(work: OfficerWork, cash: FundCash): Promise<void> {
  await work.db('budget_cash_receipts').insert({
    organisation_id: work.actor.organisationId, document_id: cash.documentId, received_on: cash.date, amount: toNumeric(cash.amount),
    source_kind: cash.source.kind, source_id: cash.source.id, reference: cash.reference, recorded_by: work.actor.userId, recorded_at: work.now,
  }).onConflict(['organisation_id', 'document_id', 'source_kind', 'source_id']).ignore()
}

/** Notices of the own office that are not closed; a second notice for what was left has no money of its own. */
export async function findOpenGrants(read: OfficerRead): Promise<GrantHead[]> {
  const rows = await read.db('budget_documents as d')
    .join('budget_cash as c', (on) => on.on('c.organisation_id', 'd.organisation_id').andOn('c.document_id', 'd.id'))
    .where({ 'd.organisation_id': read.actor.organisationId, 'd.kind': 'grant' }).whereIn('d.state', ['notified', 'allocated']).whereNull('d.parent_id').orderBy('d.id')
    .select('d.organisation_id', 'd.id', 'd.number', 'd.fiscal_year', 'd.title', 'd.source_code', 'd.total', 'c.received', 'c.paid')
  return rows.map((row) => ({
    organisationId: row.organisation_id, id: row.id, number: row.number, fiscalYear: fiscalYear(row.fiscal_year), title: row.title,
    sourceCode: row.source_code, total: row.total === null ? null : fromNumeric(row.total), received: fromNumeric(row.received), paid: fromNumeric(row.paid),
  }))
}

/** What came in for a notice or loan, and what its lines have paid. */
export async function getFundCash(read: OfficerRead, organisationId: string, documentId: string): Promise<CashStanding> {
  const row = await read.db('budget_cash').where({ organisation_id: organisationId, document_id: documentId }).first('received', 'paid')
  return { received: fromNumeric(row?.received ?? '0'), paid: fromNumeric(row?.paid ?? '0') }
}

/** In the order in which they were recorded. */
export async function findCashReceipts(read: OfficerRead, organisationId: string, documentId: string): Promise<CashReceipt[]> {
  const rows = await read.db('budget_cash_receipts as c').join('users as u', 'u.id', 'c.recorded_by')
    .where({ 'c.organisation_id': organisationId, 'c.document_id': documentId }).orderBy('c.id')
    .select('c.id', 'c.received_on', 'c.amount', 'c.reference', read.db.raw(`${person('u')} AS recorder`))
  return rows.map((row) => ({
    id: row.id, receivedOn: calendarDate(row.received_on), amount: fromNumeric(row.amount), reference: row.reference, recordedBy: row.recorder,
  }))
}
