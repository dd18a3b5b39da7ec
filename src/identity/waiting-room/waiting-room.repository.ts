// The waiting room of opening day. A ticket is a place in line, nothing else: no name, no password.
import { addSeconds } from '../../platform/dates.ts'
import { type Read, type Work } from '../../platform/database/work.ts'
import { newToken, tokenHash } from '../../platform/secrets.ts'
import { positionOf, ticketOf, type Head } from './waiting-room.ts'

/** The ticket, for its cookie. */
export async function createTicket(work: Work): Promise<string> {
  const secret = newToken()
  const [row] = await work.db('sign_in_tickets').insert({ token_hash: tokenHash(secret), created_at: work.now }).returning('id')
  return ticketOf(Number(row.id), secret)
}

export interface Ticket {
  readonly isAdmitted: boolean
  /** 1 is next. */
  readonly position: number
}

/** The ticket and its place; undefined when unknown, used or lapsed. */
export async function findTicket(read: Read, ticket: string, lifeSeconds: number): Promise<Ticket | undefined> {
  const row = await read.db('sign_in_tickets').where({ token_hash: hashOf(ticket) }).whereNull('used_at').first('id', 'admitted_at')
  if (!row || (row.admitted_at && addSeconds(row.admitted_at, lifeSeconds) <= read.now)) return undefined
  if (row.admitted_at) return { isAdmitted: true, position: 0 }
  return { isAdmitted: false, position: positionOf(Number(row.id), await findFirst(read) ?? Number(row.id)) } // let in between the two looks: still told a place
}

function hashOf(ticket: string): string {
  return tokenHash(ticket.slice(ticket.indexOf('.') + 1))
}

/** The number that is next. */
async function findFirst(read: Read): Promise<number | undefined> {
  const row = await read.db('sign_in_tickets').whereNull('admitted_at').orderBy('id').first('id')
  return row && Number(row.id)
}

export async function findHead(read: Read): Promise<Head> {
  const first = await findFirst(read)
  return { first, pace: first === undefined ? 0 : await findPace(read) }
}

/** True once: an admitted ticket opens the door for one try. */
export async function spendTicket(work: Work, ticket: string, lifeSeconds: number): Promise<boolean> {
  const changed = await work.db('sign_in_tickets').where({ token_hash: hashOf(ticket) }).whereNull('used_at').where('admitted_at', '>', addSeconds(work.now, -lifeSeconds))
    .update({ used_at: work.now })
  return changed === 1
}

export async function isLineWaiting(read: Read): Promise<boolean> {
  return await findFirst(read) !== undefined
}

/** Lets the next in line through, oldest first; several processes may do it at once without admitting anyone twice. Answers their ids. */
export async function admitNext(work: Work, howMany: number): Promise<string[]> {
  if (howMany === 0) return []
  const { rows } = await work.db.raw(
    `UPDATE sign_in_tickets SET admitted_at = :now WHERE id IN
       (SELECT t.id FROM sign_in_tickets t WHERE t.admitted_at IS NULL ORDER BY t.id LIMIT :howMany FOR UPDATE SKIP LOCKED) RETURNING id`,
    { now: work.now, howMany },
  )
  return rows.map((row: { id: string }) => row.id)
}

/** How many of these have not yet come to the door. */
export async function countUnused(read: Read, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const row = await read.db('sign_in_tickets').whereIn('id', ids).whereNull('used_at').count({ n: '*' }).first()
  return Number(row?.n ?? 0)
}

/** People let in per second lately: over the last few hundred before the head of the line. */
export async function findPace(read: Read): Promise<number> {
  const { rows } = await read.db.raw(
    `SELECT count(*)::int AS admitted, extract(epoch FROM :now::timestamptz - min(t.admitted_at))::float AS seconds FROM
       (SELECT p.admitted_at FROM sign_in_tickets p WHERE p.id < (SELECT min(w.id) FROM sign_in_tickets w WHERE w.admitted_at IS NULL) AND p.admitted_at IS NOT NULL
        ORDER BY p.id DESC LIMIT 300) t`,
    { now: read.now },
  )
  const { admitted, seconds } = rows[0]
  return admitted === 0 ? 0 : admitted / Math.max(1, seconds)
}
