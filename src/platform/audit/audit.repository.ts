import { personName } from '../database/people.ts'
import { type Read, type Work } from '../database/work.ts'
import { type AuditEntry, type AuditEvent } from './audit.ts'

/** Writes one line of the log in the transaction of the change. */
export async function recordEvent(work: Work, event: AuditEvent): Promise<void> {
  const own = work.actor.kind === 'officer' ? { organisation_id: work.actor.organisationId, user_id: work.actor.userId } : {}
  await work.db('audit_events').insert({
    organisation_id: event.organisationId ?? null, user_id: event.userId ?? null, ...own,
    code: event.code, object_kind: event.objectKind ?? null, object_id: event.objectId ?? null,
    before: event.before === undefined ? null : JSON.stringify(event.before, asText), after: event.after === undefined ? null : JSON.stringify(event.after, asText),
    reason: event.reason ?? null, request_id: work.origin.requestId, ip: work.origin.ip, agent: work.origin.agent, occurred_at: work.now,
  })
}

/** The life of one object, oldest first. */
export async function findEvents(read: Read, organisationId: string, object: { kind: string; id: string }): Promise<AuditEntry[]> {
  const rows = await read.db('audit_events as e').leftJoin('users as u', 'u.id', 'e.user_id')
    .where({ 'e.organisation_id': organisationId, 'e.object_kind': object.kind, 'e.object_id': object.id }).orderBy('e.id')
    .select('e.code', 'e.before', 'e.after', 'e.reason', 'e.occurred_at', 'u.position', read.db.raw(`${personName('u')} AS user_name`))
  return rows.map((row) => ({
    code: row.code, userName: row.user_name ?? '', position: row.position ?? '',
    occurredAt: row.occurred_at, before: row.before, after: row.after, reason: row.reason,
  }))
}

function asText(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value
}
