// Argon2id 19 MiB / 2 passes / 1 lane, a bounded number at a time: on opening day the queue is what keeps the rest of the house answering.
import { hash, verify } from 'argon2'
import PQueue from 'p-queue'
import { Unavailable } from '../../platform/errors.ts'

const cost = { type: 2, memoryCost: 19456, timeCost: 2, parallelism: 1 } as const

export interface QueueSize {
  readonly concurrency: number
  readonly waiting: number
}

export class PasswordQueue {
  readonly #queue: PQueue
  readonly #most: number
  readonly #dummy: Promise<string>

  constructor(size: QueueSize) {
    this.#queue = new PQueue({ concurrency: size.concurrency })
    this.#most = size.waiting
    this.#dummy = hash('nobody', cost)
  }

  /** False: whoever comes now is shown the waiting room. */
  hasRoom(): boolean {
    return this.#queue.size < this.#most
  }

  get waiting(): number {
    return this.#queue.size
  }

  /** How many could be taken in at once. */
  get room(): number {
    return Math.max(0, this.#most - this.#queue.size)
  }

  hash(secret: string): Promise<string> {
    return this.#queue.add(() => hash(secret, cost), { priority: 1 })
  }

  /** Takes the same time whether or not there is a hash to compare with (ASVS 6.3.8). */
  async verify(stored: string | undefined, secret: string): Promise<boolean> {
    if (this.#queue.size >= this.#most * 2) throw new Unavailable('password queue')
    const against = stored ?? await this.#dummy
    const fits = await this.#queue.add(() => verify(against, secret))
    return fits && stored !== undefined
  }

  /** For the short codes of people already inside the door: before new arrivals. */
  verifyFirst(stored: string, secret: string): Promise<boolean> {
    return this.#queue.add(() => verify(stored, secret), { priority: 2 })
  }
}
