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

export interface Place {
  /** 1 is next. */
  readonly position: number
  /** When to look again. */
  readonly seconds: number
}

/** The line as a web process saw it last. */
export interface Head {
  /** The number of the ticket that is next; undefined while nobody waits. */
  readonly first: number | undefined
  /** People let in per second. */
  readonly pace: number
}

/** What one web process knows of the line: who is next, and whom it let in itself. Ten thousand who look at their place ask it, not the database. */
export class Line {
  #head: Head = { first: undefined, pace: 0 }
  /** On their way to the counter, or have closed the page. */
  #letIn: readonly LetIn[] = []

  /** Undefined when the database must be asked: it may be this one's turn, or nobody's ticket. A forged number gains its maker a longer wait. */
  placeOf(ticket: string): Place | undefined {
    const { first, pace } = this.#head
    const number = numberOfTicket(ticket)
    if (number === undefined || first === undefined || number < first) return undefined
    const position = positionOf(number, first)
    return { position, seconds: secondsToNextLook(position, pace) }
  }

  see(head: Head): void {
    this.#head = head
  }

  lately(now: Instant): string[] {
    const since = addSeconds(now, -returnSeconds)
    this.#letIn = this.#letIn.filter((each) => each.at > since)
    return this.#letIn.map((each) => each.id)
  }

  noteLetIn(ids: readonly string[], at: Instant): void {
    this.#letIn = [...this.#letIn, ...ids.map((id) => ({ id, at }))]
  }
}

/** Tickets are numbered as they come. */
export function positionOf(number: number, first: number): number {
  return Math.max(1, number - first + 1)
}

/** A ticket is its number, so that a place can be told from memory, and a secret, so that nobody takes another's. */
export function ticketOf(number: number, secret: string): string {
  return `${number}.${secret}`
}

export function numberOfTicket(ticket: string): number | undefined {
  const [, digits] = /^([0-9]{1,15})\./.exec(ticket) ?? []
  return digits === undefined ? undefined : Number(digits)
}

/** How many to let in within the coming seconds: as many as can be checked, fewer the fuller the counter is and the more are on their way to it. */
export function howManyToLetIn(counter: Counter, seconds: number, onTheirWay: number): number {
  const wanted = counter.perSecond * seconds * counter.ease
  return Math.max(0, Math.floor(Math.min(Math.ceil(wanted), counter.perSecond * aheadSeconds - onTheirWay)))
}

/** When to look again: half-way to one's turn as fast as the line moves now, so that whoever is near comes often and whoever is far seldom. */
export function secondsToNextLook(place: number, pace: number): number {
  return Math.min(60, Math.max(3, Math.ceil(place / (2 * Math.max(10, pace)))))
}
