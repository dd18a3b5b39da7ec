import { type OfficerWork } from '../platform/database/work.ts'
import { type DocumentKey } from './document.ts'

/** Notes a printing and tells, one at a time for each document so that there is one original, how many times this organisation had printed the document before. */
export async function recordPrint(work: OfficerWork, document: DocumentKey): Promise<number> {
  await work.db.raw(`SELECT pg_advisory_xact_lock(hashtextextended(?, 0))`, [`print ${work.actor.organisationId} ${document.kind} ${document.id}`])
  const own = { organisation_id: work.actor.organisationId, document_kind: document.kind, document_id: document.id }
  const [found] = await work.db('print_log').where(own).count({ times: '*' })
  await work.db('print_log').insert({ ...own, printed_by: work.actor.userId, printed_at: work.now })
  return Number(found?.times ?? 0)
}
