import { type OfficerWork } from '../platform/database/work.ts'
import { type DocumentKey } from './document.ts'

/** Notes a printing and tells how many times this organisation had printed the document before. */
export async function recordPrint(work: OfficerWork, document: DocumentKey): Promise<number> {
  const own = { organisation_id: work.actor.organisationId, document_kind: document.kind, document_id: document.id }
  const [found] = await work.db('print_log').where(own).count({ times: '*' })
  await work.db('print_log').insert({ ...own, printed_by: work.actor.userId, printed_at: work.now })
  return Number(found?.times ?? 0)
}
