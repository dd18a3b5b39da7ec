import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'

/** Receipts that are in no summary yet, and summaries that nobody confirmed. */
export async function countUnposted(read: OfficerRead, year: FiscalYear): Promise<{ receipts: number; summaries: number }> {
  const own = { organisation_id: read.actor.organisationId, fiscal_year: year }
  const receipts = await read.db('receipts').where(own).whereIn('state', ['recorded', 'remitted', 'cancelling']).count({ n: '*' }).first()
  const summaries = await read.db('remittance_summaries').where({ ...own, state: 'draft' }).count({ n: '*' }).first()
  return { receipts: Number(receipts?.n ?? 0), summaries: Number(summaries?.n ?? 0) }
}
