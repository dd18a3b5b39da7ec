import { type Knex } from 'knex'
import { instant, type CalendarDate, type Instant } from '../../platform/dates.ts'
import { type Read, type Work } from '../../platform/database/work.ts'
import { permissionsOf, scopeOfKind, type SessionRow, type SignInRecord } from './session.ts'

/**
 * One statement, outside any transaction, on a connection of the sign-in role: it runs before there is an actor.
 * Rights are read afresh each time, and only those that the organisation's kind may have at all.
 */
export async function findSession(knex: Knex, tokenHash: string, at: { now: Instant; today: CalendarDate }): Promise<SessionRow | undefined> {
  const { rows } = await knex.raw(
    `SELECT s.id, s.user_id, s.seen_at, s.expires_at, s.proven_at, s.end_reason, u.status, u.provisional_until, u.username, u.title, u.first_name, u.last_name, u.position,
       o.id AS organisation_id, o.name AS organisation_name, o.kind, o.province_code,
       (SELECT value FROM sign_in_settings WHERE name = 'idle_seconds') AS idle_seconds,
       (SELECT value FROM sign_in_settings WHERE name = 'idle_warning') AS idle_warning,
       (SELECT value FROM sign_in_settings WHERE name = 'step_up_seconds') AS proof_seconds,
       o.kind <> 'DLA' AND EXISTS (SELECT 1 FROM system_windows w WHERE w.mode = 'closed' AND o.kind = ANY(w.audiences)
         AND (w.province_code IS NULL OR w.province_code = o.province_code) AND w.starts_at <= :now AND w.ends_at > :now) AS shut_out,
       ARRAY(SELECT DISTINCT p.menu_code || ':' || p.action FROM group_members m JOIN group_permissions p ON p.group_code = m.group_code
         JOIN menu_items i ON i.code = p.menu_code WHERE m.user_id = u.id AND m.valid_from <= :today
         AND (m.valid_until IS NULL OR m.valid_until > :today) AND o.kind = ANY(i.organisation_kinds)) AS permissions
     FROM sessions s JOIN users u ON u.id = s.user_id JOIN organisations o ON o.id = u.organisation_id WHERE s.token_hash = :tokenHash`,
    { tokenHash, now: at.now, today: at.today },
  )
  return rows[0] && sessionOf(rows[0])
}

interface Row {
  readonly id: string
  readonly user_id: string
  readonly seen_at: string
  readonly expires_at: string
  readonly proven_at: string
  readonly end_reason: SessionRow['endReason'] | null
  readonly status: string
  readonly provisional_until: string | null
  readonly username: string
  readonly title: string
  readonly first_name: string
  readonly last_name: string
  readonly position: string
  readonly organisation_id: string
  readonly organisation_name: string
  readonly kind: keyof typeof scopeOfKind
  readonly province_code: string | null
  readonly idle_seconds: number
  readonly idle_warning: number
  readonly proof_seconds: number
  readonly shut_out: boolean
  readonly permissions: string[]
}

function sessionOf(row: Row): SessionRow {
  const provisional = row.status === 'provisional'
  return {
    userId: row.user_id, seenAt: instant(row.seen_at), expiresAt: instant(row.expires_at), endReason: row.end_reason ?? undefined,
    userStatus: row.status, provisionalUntil: row.provisional_until === null ? undefined : instant(row.provisional_until), isShutOut: row.shut_out,
    officer: {
      kind: 'officer', userId: row.user_id, sessionId: row.id, username: row.username,
      name: `${row.title}${row.first_name} ${row.last_name}`.trim() || row.username, position: row.position,
      organisationId: row.organisation_id, organisationName: row.organisation_name, organisationKind: row.kind,
      scope: scopeOfKind[row.kind], provinceCode: row.province_code ?? '', permissions: permissionsOf(row.permissions, provisional),
      provisional, provenAt: instant(row.proven_at), proofSeconds: row.proof_seconds, idle: { seconds: row.idle_seconds, warnSeconds: row.idle_warning },
    },
  }
}

/** At most once a minute: a page read does not cost a write. */
export async function touchSession(knex: Knex, id: string, now: Instant): Promise<void> {
  await knex('sessions').where({ id }).whereNull('ended_at').update({ seen_at: now })
}

export interface NewSession {
  readonly tokenHash: string
  readonly userId: string
  readonly provenAt: Instant
  readonly expiresAt: Instant
}

export async function createSession(work: Work, session: NewSession): Promise<void> {
  await work.db('sessions').insert({
    token_hash: session.tokenHash, user_id: session.userId, started_at: work.now, seen_at: work.now, expires_at: session.expiresAt,
    proven_at: session.provenAt, ip: work.origin.ip, agent: work.origin.agent,
  })
}

/** Serialises the beginnings of one person's sessions, so that two sign-ins at once cannot both stay. */
export async function lockUser(work: Work, userId: string): Promise<void> {
  await work.db('users').where({ id: userId }).forUpdate().first('id')
}

export async function endSessionsOf(work: Work, userId: string, reason: 'replaced' | 'signed-out' | 'withdrawn' | 'password-changed'): Promise<void> {
  await work.db('sessions').where({ user_id: userId }).whereNull('ended_at').update({ ended_at: work.now, end_reason: reason })
}

export async function endSession(work: Work, id: string, reason: NonNullable<SessionRow['endReason']>): Promise<void> {
  await work.db('sessions').where({ id }).whereNull('ended_at').update({ ended_at: work.now, end_reason: reason })
}

/** A rise of privilege comes with a new cookie: one copied before proves nothing (ASVS 7.2.4). */
export async function setProven(work: Work, id: string, tokenHash: string): Promise<void> {
  await work.db('sessions').where({ id }).whereNull('ended_at').update({ proven_at: work.now, token_hash: tokenHash })
}

/** The last sign-ins of a person, newest first. */
export async function findSignIns(read: Read, userId: string, howMany: number): Promise<SignInRecord[]> {
  const rows = await read.db('audit_events').where({ user_id: userId, code: 'AUTH_SIGNED_IN' }).orderBy('id', 'desc').limit(howMany).select('occurred_at', 'ip', 'agent')
  return rows.map((row) => ({ at: instant(row.occurred_at), ip: row.ip, agent: row.agent }))
}
