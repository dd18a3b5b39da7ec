import { ownOrigin, system, type Database, type System, type Work } from '../database/work.ts'
import { type Log } from '../log.ts'
import { claimJob, noteDone, noteFailed, type Job } from './jobs.repository.ts'

export type JobHandler = (work: Work<System>, payload: Readonly<Record<string, unknown>>) => Promise<void>
export type JobHandlers = Readonly<Record<string, JobHandler>>

/** Does one waiting job, if there is one. The job and the note that it is done are one transaction: it happens once or not at all. */
export async function runNextJob(database: Database, handlers: JobHandlers, log: Log): Promise<boolean> {
  const job = await database.work(system, ownOrigin, claimJob)
  if (!job) return false
  try {
    await database.work(system, ownOrigin, async (work) => {
      await handlerOf(handlers, job)(work, job.payload)
      await noteDone(work, job.id)
    })
  } catch (error) {
    log.error({ jobId: job.id, kind: job.kind, err: error }, 'job failed')
    await database.work(system, ownOrigin, (work) => noteFailed(work, job, error instanceof Error ? error.message : String(error)))
  }
  return true
}

function handlerOf(handlers: JobHandlers, job: Job): JobHandler {
  const handler = handlers[job.kind]
  if (!handler) throw new Error(`no handler for jobs of kind ${job.kind}`)
  return handler
}
