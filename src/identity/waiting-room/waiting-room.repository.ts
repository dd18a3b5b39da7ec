// The waiting room of opening day. A ticket is a place in line, nothing else: no name, no password.
import { addSeconds } from '../../platform/dates.ts'
import { type Read, type Work } from '../../platform/database/work.ts'

export async function createTicket(work: Work, tokenHash: string): Promise<void> {
  await work.db('sign_in_tickets').insert({ token_hash: tokenHash, created_at: work.now })
}

export interface Ticket {
  readonly isAdmitted: boolean
  /** 1 is next. */
  readonly position: number
}

/** The ticket and how many stand before it; undefined when unknown, used or lapsed. */
export async function findTicket(read: Read, tokenHash: string, lifeSeconds: number): Promise<Ticket | undefined> {
  const row = await read.db('sign_in_tickets').where({ token_hash: tokenHash }).whereNull('used_at').first('id', 'admitted_at')
  if (!row || (row.admitted_at && addSeconds(row.admitted_at, lifeSeconds) <= read.now)) return undefined
  if (row.admitted_at) return { isAdmitted: true, position: 0 }
  const ahead = await read.db('sign_in_tickets').whereNull('admitted_at').where('id', '<=', row.id).count({ n: '*' }).first()
  return { isAdmitted: false, position: Number(ahead?.n ?? 1) }
}

/** True once: an admitted ticket opens the door for one try. */
export async function spendTicket(work: Work, tokenHash: string, lifeSeconds: number): Promise<boolean> {
  const changed = await work.db('sign_in_tickets').where({ token_hash: tokenHash }).whereNull('used_at').where('admitted_at', '>', addSeconds(work.now, -lifeSeconds))
    .update({ used_at: work.now })
  return changed === 1
}

export async function isLineWaiting(read: Read): Promise<boolean> {
  const row = await read.db('sign_in_tickets').whereNull('admitted_at').first('id')
  return row !== undefined
}

/** Lets the next in line through, oldest first; several processes may do it at once without admitting anyone twice. */
export async function admitNext(work: Work, howMany: number): Promise<number> {
  const { rowCount } = await work.db.raw(
    `UPDATE sign_in_tickets SET admitted_at = :now WHERE id IN
       (SELECT t.id FROM sign_in_tickets t WHERE t.admitted_at IS NULL ORDER BY t.id LIMIT :howMany FOR UPDATE SKIP LOCKED)`,
    { now: work.now, howMany },
  )
  return rowCount
}
