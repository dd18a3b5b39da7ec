import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { type OfficerWork } from '../../platform/database/work.ts'

/** A refused look or act. Addresses carry ids of documents, never of persons. */
export function recordDenied(work: OfficerWork, what: { path: string; access: string }): Promise<void> {
  return recordEvent(work, { code: 'DENIED', objectKind: 'route', objectId: what.path.slice(0, 300), reason: what.access })
}
