import { type Work } from '../../platform/database/work.ts'
import { type PasswordQueue } from '../password/password-queue.ts'
import { admitNext } from './waiting-room.repository.ts'

/** Called once a second by each web process: lets in as many of the line as this process could check in that second. */
export function admitWaiting(work: Work, passwords: PasswordQueue, perSecond: number): Promise<number> {
  const howMany = Math.min(passwords.room, perSecond)
  return howMany > 0 ? admitNext(work, howMany) : Promise.resolve(0)
}
