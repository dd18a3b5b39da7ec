// Stops asking a provider that does not answer, so that a morning's crowd is told at once instead of waiting ten seconds each.

export type BreakerState = 'closed' | 'open' | 'half-open'

export interface BreakerRules {
  readonly failures: number
  readonly openForMs: number
  /** Milliseconds that only grow. */
  readonly ticks: () => number
}

export class CircuitBreaker {
  readonly #rules: BreakerRules
  #failures = 0
  #openedAt: number | undefined
  #probing = false

  constructor(rules: BreakerRules) {
    this.#rules = rules
  }

  get state(): BreakerState {
    if (this.#openedAt === undefined) return 'closed'
    return this.#rules.ticks() - this.#openedAt < this.#rules.openForMs ? 'open' : 'half-open'
  }

  /** Whether one more call may go. Half-open lets a single one through; its caller must report how it ended. */
  admit(): boolean {
    const state = this.state
    if (state === 'closed') return true
    if (state === 'open' || this.#probing) return false
    this.#probing = true
    return true
  }

  succeeded(): void {
    this.#failures = 0
    this.#openedAt = undefined
    this.#probing = false
  }

  failed(): void {
    this.#failures += 1
    this.#probing = false
    if (this.#failures >= this.#rules.failures) this.#openedAt = this.#rules.ticks()
  }
}
