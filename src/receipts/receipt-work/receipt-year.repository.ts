import { type OfficerRead } from '../../platform/database/work.ts'
import { type DayRange } from '../../platform/dates.ts'

/** Receipts that are in no summary yet, and summaries that nobody confirmed. */
export async function countUnposted(read: OfficerRead, { from, until }: DayRange): Promise<{ receipts: number; summaries: number }> {
  const own = { organisation_id: read.actor.organisationId }
  const receipts = await read.db('receipts').where(own).where('receipt_date', '>=', from).where('receipt_date', '<', until).whereIn('state', ['recorded', 'remitted', 'cancelling']).count({ n: '*' }).first()
  const summaries = await read.db('remittance_summaries').where({ ...own, state: 'draft' }).where('summary_date', '>=', from).where('summary_date', '<', until).count({ n: '*' }).first()
  return { receipts: Number(receipts?.n ?? 0), summaries: Number(summaries?.n ?? 0) }
}
