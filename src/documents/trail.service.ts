// Who did what with a document, before and after. Written in the transaction of the change itself.
import { type AuditEntry } from '../platform/audit/audit.ts'
import { findEvents, recordEvent } from '../platform/audit/audit.repository.ts'
import { type OfficerWork, type Read } from '../platform/database/work.ts'
import { type DocumentKey } from './document.ts'

export interface DocumentChange extends DocumentKey {
  /** The lifecycle's word: 'submit', 'return-for-correction'. */
  readonly action: string
  readonly before?: object | undefined
  readonly after?: object | undefined
  readonly reason?: string | undefined
}

export async function recordChange(work: OfficerWork, change: DocumentChange): Promise<void> {
  await recordEvent(work, {
    code: codeOf(change.action), objectKind: change.kind, objectId: change.id,
    ...(change.before && { before: change.before }), ...(change.after && { after: change.after }), ...(change.reason && { reason: change.reason }),
  })
}

export async function findTrail(read: Read, organisationId: string, document: DocumentKey): Promise<AuditEntry[]> {
  return findEvents(read, organisationId, document)
}

export function codeOf(action: string): string {
  return `DOC_${action.toUpperCase().replaceAll('-', '_')}`
}
