// The line of opening day: how fast it moves, and how often one looks.
import { addSeconds, type Instant } from '../../platform/dates.ts'

/** How long somebody let in is expected to come back; after that they have closed the page. */
const returnSeconds = 30
/** As long as this many seconds' work is let in and on its way to the counter, nobody else is. */
const aheadSeconds = 4

export interface Counter {
  /** 1 when nobody waits for a password check, 0 when no more can. */
  readonly ease: number
  /** Password checks a second. */
  readonly perSecond: number
}

interface LetIn {
  readonly id: string
  readonly at: Instant
}

/** Whom this web process let in lately: they are on their way to the counter, or have closed the page. */
export class Line {
  #letIn: readonly LetIn[] = []

  lately(now: Instant): string[] {
    const since = addSeconds(now, -returnSeconds)
    this.#letIn = this.#letIn.filter((each) => each.at > since)
    return this.#letIn.map((each) => each.id)
  }

  noteLetIn(ids: readonly string[], at: Instant): void {
    this.#letIn = [...this.#letIn, ...ids.map((id) => ({ id, at }))]
  }
}

/** How many to let in within the coming seconds: as many as can be checked, fewer the fuller the counter is and the more are on their way to it. */
export function howManyToLetIn(counter: Counter, seconds: number, onTheirWay: number): number {
  const wanted = counter.perSecond * seconds * counter.ease
  return Math.max(0, Math.floor(Math.min(Math.ceil(wanted), counter.perSecond * aheadSeconds - onTheirWay)))
}

/** When to look again: half-way to one's turn as fast as the line moves now, so that whoever is near comes often and whoever is far seldom. */
export function secondsToNextLook(place: number, pace: number): number {
  return Math.min(30, Math.max(3, Math.ceil(place / (2 * Math.max(10, pace)))))
}
