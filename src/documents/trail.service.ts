// Who did what with a document, before and after. Written in the transaction of the change itself.
import { type AuditEntry } from '../platform/audit/audit.ts'
import { findEvents, recordEvent } from '../platform/audit/audit.repository.ts'
import { type OfficerWork, type Read } from '../platform/database/work.ts'
import { toNumeric, type Money } from '../platform/money.ts'
import { signedAlone, type DocumentKey } from './document.ts'

/** Money is given as Money and kept as baht with two decimals ('1234.50'), so that nobody takes satang for baht. */
export type TrailValues = Readonly<Record<string, Money | string | number | boolean | null | undefined>>

export interface DocumentChange extends DocumentKey {
  /** The lifecycle's word: 'submit', 'return-for-correction'. */
  readonly action: string
  readonly before?: TrailValues | undefined
  readonly after?: TrailValues | undefined
  readonly reason?: string | undefined
  /** Decided by who prepared it, as a small unit may: the trail keeps it. */
  readonly isAlone?: boolean | undefined
}

export async function recordChange(work: OfficerWork, change: DocumentChange): Promise<void> {
  const after = change.isAlone ? { ...change.after, [signedAlone]: true } : change.after
  await recordEvent(work, {
    code: codeOf(change.action), objectKind: change.kind, objectId: change.id,
    ...(change.before && { before: kept(change.before) }), ...(after && { after: kept(after) }),
    ...(change.reason && { reason: change.reason }),
  })
}

function kept(values: TrailValues): object {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'bigint' ? toNumeric(value) : value]))
}

export async function findTrail(read: Read, organisationId: string, document: DocumentKey): Promise<AuditEntry[]> {
  return findEvents(read, organisationId, document)
}

export function codeOf(action: string): string {
  return `DOC_${action.toUpperCase().replaceAll('-', '_')}`
}
