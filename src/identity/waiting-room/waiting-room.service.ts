import { type Work } from '../../platform/database/work.ts'
import { type PasswordQueue } from '../password/password-queue.ts'
import { admitNext } from './waiting-room.repository.ts'

const fewest = 5

/** How many of the line to let in at each round: as many as were checked since the last one and some more, so that the pace finds its own height on any machine. */
export function paceOf(passwords: PasswordQueue): () => number {
  let before = passwords.checked
  return () => {
    const checked = passwords.checked - before
    before = passwords.checked
    return Math.min(passwords.room, Math.max(fewest, Math.ceil(checked * 1.25)))
  }
}

/** Called at every round by each web process. */
export function admitWaiting(work: Work, howMany: number): Promise<number> {
  return howMany > 0 ? admitNext(work, howMany) : Promise.resolve(0)
}

/** Whoever stands far behind asks less often, or the asking alone would fill the house. */
export function secondsToNextLook(position: number): number {
  return Math.min(120, Math.max(3, Math.ceil(position / 40)))
}
