// Two ways to ask: as fast as so many callers can (what is the most?), and by the clock, whether or not those before are served (how does that feel?).
import { setTimeout as wait } from 'node:timers/promises'
import { Unavailable } from '../../../src/platform/errors.ts'
import { Times } from './figures.ts'

export interface Pace {
  readonly times: Times
  readonly perSecond: number
  /** Processor time of this process for each, in microseconds. */
  readonly own: number
}

/** Every caller begins anew as soon as it is answered. */
export async function asFastAsTheyCan(use: () => Promise<unknown>, { callers, seconds }: { callers: number; seconds: number }): Promise<Pace> {
  const times = new Times()
  const begun = performance.now()
  const cpu = process.cpuUsage()
  await Promise.all(Array.from({ length: callers }, async () => {
    while (performance.now() - begun < seconds * 1000) {
      const since = performance.now()
      await use()
      times.add(performance.now() - since)
    }
  }))
  const { user, system } = process.cpuUsage(cpu)
  return { times, perSecond: (times.count * 1000) / (performance.now() - begun), own: (user + system) / times.count }
}

export interface Served {
  readonly offered: number
  readonly served: number
  readonly refused: number
  readonly failed: number
  /** From the moment each was due. */
  readonly times: Times
  readonly reasons: readonly string[]
}

/** One every 1/rate seconds; whatever comes late counts as waiting. */
export async function byTheClock(use: () => Promise<unknown>, { rate, seconds }: { rate: number; seconds: number }): Promise<Served> {
  const [times, counts, reasons] = [new Times(), { offered: 0, refused: 0, failed: 0 }, new Set<string>()]
  const one = async (due: number) => {
    counts.offered += 1
    try {
      await use()
      times.add(performance.now() - due)
    } catch (error) {
      if (error instanceof Unavailable) counts.refused += 1
      else { counts.failed += 1; reasons.add(String(error)) }
    }
  }
  const begun = performance.now()
  const going: Promise<void>[] = []
  for (let number = 0; number < rate * seconds; ) {
    const now = performance.now()
    for (; number < rate * seconds && begun + (number * 1000) / rate <= now; number += 1) going.push(one(begun + (number * 1000) / rate))
    await wait(1)
  }
  await Promise.all(going)
  return { ...counts, served: times.count, times, reasons: [...reasons].slice(0, 3) }
}

export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN
}
