// What somebody had typed when the session ended or a fresh proof was asked: kept on the server, offered when the form is opened again.
import { type OfficerRead, type OfficerWork, type Work } from '../database/work.ts'

/** Characters. A draft is a form, not a store. */
const largestDraft = 200_000
const uninteresting = ['_csrf', 'draft-path', 'version']
/** Never kept: what is typed here is nobody's to read back. */
const secret = ['password', 'again', 'current', 'code', 'citizenId']

/** A form left half-filled, by the address it is shown at. Called by the wrapper for a session that has just ended, hence the user id. */
export async function saveDraft(work: Work, { userId, path, body }: { userId: string; path: string; body: Readonly<Record<string, unknown>> }): Promise<void> {
  const kept = Object.fromEntries(Object.entries(body).filter(([name]) => !uninteresting.includes(name) && !secret.includes(name)))
  if (Object.keys(kept).length === 0) return
  const text = JSON.stringify(kept)
  if (text.length > largestDraft) return
  await work.db('form_drafts').insert({ user_id: userId, path, body: text, saved_at: work.now })
    .onConflict(['user_id', 'path']).merge(['body', 'saved_at'])
}

export async function findDraft(read: OfficerRead, path: string): Promise<{ body: Record<string, unknown>; savedAt: string } | undefined> {
  const row = await read.db('form_drafts').where({ user_id: read.actor.userId, path }).first('body', 'saved_at')
  return row && { body: row.body, savedAt: row.saved_at }
}

export async function dropDraft(work: OfficerWork, path: string): Promise<void> {
  await work.db('form_drafts').where({ user_id: work.actor.userId, path }).delete()
}
