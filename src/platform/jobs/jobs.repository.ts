// Long work waits in a table: taken with SKIP LOCKED, done in its own transaction, tried again after a pause, kept when it fails for good.
import { addSeconds } from '../dates.ts'
import { type Work } from '../database/work.ts'

export interface Job {
  readonly id: string
  readonly kind: string
  readonly payload: Record<string, unknown>
  readonly attempts: number
}

export async function queueJob(work: Work, job: { kind: string; payload: object; inSeconds?: number }): Promise<void> {
  await work.db('jobs').insert({ kind: job.kind, payload: JSON.stringify(job.payload), run_after: addSeconds(work.now, job.inSeconds ?? 0), created_at: work.now })
}

export async function isQueued(work: Work, kind: string): Promise<boolean> {
  const row = await work.db('jobs').where({ kind }).whereNull('done_at').whereNull('failed_at').first('id')
  return row !== undefined
}

/** One waiting job, put off for five minutes: if this worker dies, it comes round again. */
export async function claimJob(work: Work): Promise<Job | undefined> {
  const { rows } = await work.db.raw(
    `UPDATE jobs SET attempts = attempts + 1, run_after = :again WHERE id =
       (SELECT j.id FROM jobs j WHERE j.done_at IS NULL AND j.failed_at IS NULL AND j.run_after <= :now ORDER BY j.run_after, j.id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, kind, payload, attempts`,
    { now: work.now, again: addSeconds(work.now, 300) },
  )
  return rows[0]
}

export async function noteDone(work: Work, id: string): Promise<void> {
  await work.db('jobs').where({ id }).update({ done_at: work.now })
}

export async function noteFailed(work: Work, job: Job, failure: string): Promise<void> {
  const last = job.attempts >= 5
  await work.db('jobs').where({ id: job.id }).update({ failure: failure.slice(0, 500), ...(last ? { failed_at: work.now } : { run_after: addSeconds(work.now, 30 * 2 ** job.attempts) }) })
}
