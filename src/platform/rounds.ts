// Something done over and over until told to stop: one round at a time, a pause between, a failure logged and survived.
import { type Log } from './log.ts'

export interface Rounds {
  /** Resolves when the round under way is over. */
  stop(): Promise<void>
}

/** A round answers whether there was something to do; then the next follows at once. */
export function goRound(name: string, pauseMs: number, { log, round }: { log: Log; round: () => Promise<boolean> }): Rounds {
  let stopped = false
  let wake: () => void = () => undefined
  const pause = (ms: number) => new Promise<void>((resolve) => { const timer = setTimeout(resolve, ms); wake = () => { clearTimeout(timer); resolve() } })
  const done = (async () => {
    while (!stopped) {
      const busy = await round().catch((error: unknown) => { log.error({ err: error, round: name }, 'round failed'); return false })
      if (!busy && !stopped) await pause(pauseMs)
    }
  })()
  return { stop: () => { stopped = true; wake(); return done } }
}
