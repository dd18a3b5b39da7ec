/** The only source of "now", so that a test chooses the day. */
import { addSeconds, instantFromDate } from './instant.ts'
import type { Instant } from './instant.ts'

export interface Clock {
  now(): Instant
}

export const systemClock: Clock = {
  now: () => instantFromDate(new Date()),
}

export interface FixedClock extends Clock {
  advance(seconds: number): void
  set(moment: Instant): void
}

/** Stands still until it is told to move. */
export function fixedClock(start: Instant): FixedClock {
  let current = start
  return {
    now: () => current,
    advance: (seconds) => { current = addSeconds(current, seconds) },
    set: (moment) => { current = moment },
  }
}
