// What one process may remember for some seconds instead of asking again, for each database apart: another database is another country with the same numbers.
import { addSeconds, type Instant } from '../dates.ts'
import { type Read } from './work.ts'

interface Kept<T> {
  readonly until: Instant
  readonly value: T
}

export class Memory<T> {
  /** By the configuration of the pool, one object for all its transactions. */
  readonly #kept = new WeakMap<object, Map<string, Kept<T>>>()
  readonly #seconds: number
  readonly #most: number

  /** When there are more than `most`, those kept longest go first. */
  constructor({ seconds, most }: { readonly seconds: number; readonly most: number }) {
    this.#seconds = seconds
    this.#most = most
  }

  find(read: Read, key: string): T | undefined {
    const known = this.#of(read).get(key)
    return known && known.until > read.now ? known.value : undefined
  }

  keep(read: Read, key: string, value: T): T {
    const kept = this.#of(read)
    kept.delete(key)
    kept.set(key, { until: addSeconds(read.now, this.#seconds), value })
    const [oldest] = kept.size > this.#most ? kept.keys() : []
    if (oldest !== undefined) kept.delete(oldest)
    return value
  }

  #of({ db }: Read): Map<string, Kept<T>> {
    const pool: object = db.client.config
    const kept = this.#kept.get(pool) ?? new Map<string, Kept<T>>()
    this.#kept.set(pool, kept)
    return kept
  }
}
