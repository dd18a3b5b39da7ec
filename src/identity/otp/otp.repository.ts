import { instant } from '../../platform/dates.ts'
import { type Read, type Work } from '../../platform/database/work.ts'
import { type Challenge } from './otp.ts'

export async function nextReference(work: Work): Promise<number> {
  const { rows } = await work.db.raw(`SELECT nextval('otp_reference_numbers')::int AS number`)
  return rows[0].number
}

/** A new code makes the one before it worthless. */
export async function replaceChallenge(work: Work, challenge: { signInId: string; mailId: string; reference: string; codeHash: string }): Promise<void> {
  await work.db('otp_challenges').where({ transaction_id: challenge.signInId }).whereNull('consumed_at').whereNull('voided_at').update({ voided_at: work.now })
  await work.db('otp_challenges').insert({
    transaction_id: challenge.signInId, mail_id: challenge.mailId, reference: challenge.reference, code_hash: challenge.codeHash, created_at: work.now,
  })
}

export async function findChallenge(read: Read, signInId: string): Promise<Challenge | undefined> {
  const row = await read.db('otp_challenges as c').join('mails as m', 'm.id', 'c.mail_id').where({ 'c.transaction_id': signInId })
    .whereNull('c.consumed_at').whereNull('c.voided_at').first('c.id', 'c.reference', 'c.code_hash', 'c.created_at', 'm.accepted_at')
  return row && {
    id: row.id, reference: row.reference, codeHash: row.code_hash, createdAt: instant(row.created_at),
    acceptedAt: row.accepted_at ? instant(row.accepted_at) : undefined,
  }
}

/** True for exactly one caller: of two tabs with the right code one gets in. */
export async function consumeChallenge(work: Work, id: string): Promise<boolean> {
  const changed = await work.db('otp_challenges').where({ id }).whereNull('consumed_at').whereNull('voided_at').update({ consumed_at: work.now })
  return changed === 1
}
