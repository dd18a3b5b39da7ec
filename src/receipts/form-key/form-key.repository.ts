import { type OfficerWork } from '../../platform/database/work.ts'

type Table = 'receipts' | 'remittances' | 'remittance_summaries'

/** What this form has made already. The same form sent twice at one moment waits here for the first of the two to end. */
export async function findMade(work: OfficerWork, table: Table, formKey: string): Promise<string | undefined> {
  await work.db.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [formKey])
  const row = await work.db(table).where({ organisation_id: work.actor.organisationId, form_key: formKey }).first('id')
  return row?.id
}
