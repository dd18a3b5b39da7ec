// Argon2id 19 MiB / 2 passes / 1 lane, a bounded number at a time: on opening day the queue is what keeps the rest of the house answering.
import { hash, verify } from 'argon2'
import PQueue from 'p-queue'
import { Unavailable } from '../../platform/errors.ts'

const cost = { type: 2, memoryCost: 19456, timeCost: 2, parallelism: 1 } as const

export interface QueueSize {
  readonly concurrency: number
  readonly waiting: number
  /** How much the rest of the process can take on besides: 1 when nothing waits there, 0 when nobody new should come to the counter. */
  readonly ease?: () => number
}

/** Whoever was let in is not turned away again because others were, too: so many times the usual queue may form. */
const overflow = 8

export class PasswordQueue {
  readonly #queue: PQueue
  readonly #most: number
  readonly #easeAround: () => number
  readonly #lanes: number
  /** Milliseconds one check takes, as lately seen. */
  #checkMs = 50
  readonly #dummy: Promise<string>

  constructor(size: QueueSize) {
    this.#queue = new PQueue({ concurrency: size.concurrency })
    this.#lanes = size.concurrency
    this.#most = size.waiting
    this.#easeAround = size.ease ?? (() => 1)
    this.#dummy = hash('nobody', cost)
  }

  /** False: whoever comes now is shown the waiting room. */
  hasRoom(): boolean {
    return this.ease > 0
  }

  get waiting(): number {
    return this.#queue.size
  }

  /** How much of the queue is free, and of what the process needs besides: 0 when either is full. */
  get ease(): number {
    const free = this.#most === 0 ? 0 : Math.max(0, this.#most - this.#queue.size) / this.#most
    return Math.min(free, Math.max(0, this.#easeAround()))
  }

  /** How many checks a second the lanes can do on this machine, as busy as it is. */
  get perSecond(): number {
    return (this.#lanes * 1000) / this.#checkMs
  }

  hash(secret: string): Promise<string> {
    return this.#queue.add(() => hash(secret, cost), { priority: 1 })
  }

  /** Takes the same time whether or not there is a hash to compare with (ASVS 6.3.8). */
  async verify(stored: string | undefined, secret: string): Promise<boolean> {
    if (this.#queue.size >= (this.#most + 1) * overflow) throw new Unavailable('password queue')
    const against = stored ?? await this.#dummy
    const fits = await this.#queue.add(() => this.#timed(() => verify(against, secret)))
    return fits && stored !== undefined
  }

  /** For the short codes of people already inside the door: before new arrivals. */
  verifyFirst(stored: string, secret: string): Promise<boolean> {
    return this.#queue.add(() => verify(stored, secret), { priority: 2 })
  }

  async #timed<T>(check: () => Promise<T>): Promise<T> {
    const begun = performance.now()
    const answer = await check()
    this.#checkMs += (performance.now() - begun - this.#checkMs) / 20
    return answer
  }
}
