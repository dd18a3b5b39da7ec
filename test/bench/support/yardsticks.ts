// The least possible work, measured in the same run, because machines differ.
import { hash, verify } from 'argon2'
import { passwordCost } from './crowd.ts'

/** Bare argon2 verifications a second, so many at a time. */
export async function passwordsPerSecond(concurrency: number, seconds: number): Promise<number> {
  const stored = await hash('yardstick', passwordCost)
  const until = performance.now() + seconds * 1000
  let done = 0
  const one = async () => {
    while (performance.now() < until) {
      await verify(stored, 'yardstick')
      done += 1
    }
  }
  await Promise.all(Array.from({ length: concurrency }, one))
  return done / seconds
}
