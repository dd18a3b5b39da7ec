// Mail waits in a table first, always: written with the change that wants it, sent after commit, lost with nothing.
import { addSeconds, instant, type Instant } from '../dates.ts'
import { type Read, type Work } from '../database/work.ts'

export interface MailWanted {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Carries a code: its body is blanked once sent. */
  readonly isSecret: boolean
}

export interface WaitingMail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly isSecret: boolean
  readonly attempts: number
}

export async function queueMail(work: Work, mail: MailWanted): Promise<string> {
  const [made] = await work.db('mails').insert({
    recipient: mail.to, subject: mail.subject, body_text: mail.text, is_secret: mail.isSecret,
    next_attempt_at: work.now, created_at: work.now,
  }).returning('id')
  return made.id
}

/** Takes some waiting mails for this worker; if it dies, they come round again after the pause. */
export async function claimMails(work: Work, most: number): Promise<WaitingMail[]> {
  const { rows } = await work.db.raw(
    `UPDATE mails SET attempts = attempts + 1, next_attempt_at = :again
     WHERE id IN (SELECT m.id FROM mails m WHERE m.accepted_at IS NULL AND m.failed_at IS NULL AND m.next_attempt_at <= :now
       ORDER BY m.next_attempt_at, m.id LIMIT :most FOR UPDATE SKIP LOCKED)
     RETURNING id, recipient, subject, body_text, is_secret, attempts`,
    { now: work.now, again: addSeconds(work.now, 30), most },
  )
  return rows.map((row: Record<string, never>) => ({
    id: row.id, to: row.recipient, subject: row.subject, text: row.body_text, isSecret: row.is_secret, attempts: row.attempts,
  }))
}

/** The relay took it: from here a code's five minutes run. */
export async function noteAccepted(work: Work, mail: WaitingMail, blank: boolean): Promise<void> {
  await work.db('mails').where({ id: mail.id }).update({ accepted_at: work.now, ...(blank && mail.isSecret && { body_text: null }) })
}

export async function noteRefused(work: Work, mail: WaitingMail, giveUp: boolean): Promise<void> {
  const pause = Math.min(30 * 2 ** mail.attempts, 1800)
  await work.db('mails').where({ id: mail.id }).update(giveUp ? { failed_at: work.now, ...(mail.isSecret && { body_text: null }) } : { next_attempt_at: addSeconds(work.now, pause) })
}

/** The newest mails, for the development mailbox. */
export async function findRecentMails(read: Read): Promise<{ id: string; to: string; subject: string; text: string; createdAt: Instant }[]> {
  const rows = await read.db('mails').orderBy('id', 'desc').limit(50).select('*')
  return rows.map((row) => ({ id: row.id, to: row.recipient, subject: row.subject, text: row.body_text ?? '', createdAt: instant(row.created_at) }))
}
