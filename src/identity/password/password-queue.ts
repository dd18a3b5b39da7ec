// Argon2id 19 MiB / 2 passes / 1 lane, a bounded number at a time: on opening day the queue is what keeps the rest of the house answering.
import { hash, verify } from 'argon2'
import PQueue from 'p-queue'
import { Unavailable } from '../../platform/errors.ts'

const cost = { type: 2, memoryCost: 19456, timeCost: 2, parallelism: 1 } as const

export interface QueueSize {
  readonly concurrency: number
  readonly waiting: number
  /** True while the rest of the process has too much to do: nobody new is let to the counter then. */
  readonly isBusy?: () => boolean
}

/** Whoever was let in is not turned away again because others were, too: so many times the usual queue may form. */
const overflow = 8

export class PasswordQueue {
  readonly #queue: PQueue
  readonly #most: number
  readonly #isBusy: () => boolean
  #checked = 0
  readonly #dummy: Promise<string>

  constructor(size: QueueSize) {
    this.#queue = new PQueue({ concurrency: size.concurrency })
    this.#most = size.waiting
    this.#isBusy = size.isBusy ?? (() => false)
    this.#dummy = hash('nobody', cost)
  }

  /** False: whoever comes now is shown the waiting room. */
  hasRoom(): boolean {
    return this.room > 0
  }

  get waiting(): number {
    return this.#queue.size
  }

  /** How many could be taken in at once. */
  get room(): number {
    return this.#isBusy() ? 0 : Math.max(0, this.#most - this.#queue.size)
  }

  /** Passwords looked at since the start. */
  get checked(): number {
    return this.#checked
  }

  hash(secret: string): Promise<string> {
    return this.#queue.add(() => hash(secret, cost), { priority: 1 })
  }

  /** Takes the same time whether or not there is a hash to compare with (ASVS 6.3.8). */
  async verify(stored: string | undefined, secret: string): Promise<boolean> {
    if (this.#queue.size >= (this.#most + 1) * overflow) throw new Unavailable('password queue')
    const against = stored ?? await this.#dummy
    const fits = await this.#queue.add(() => verify(against, secret))
    this.#checked += 1
    return fits && stored !== undefined
  }

  /** For the short codes of people already inside the door: before new arrivals. */
  verifyFirst(stored: string, secret: string): Promise<boolean> {
    return this.#queue.add(() => verify(stored, secret), { priority: 2 })
  }
}
