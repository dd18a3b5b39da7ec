// Times gathered during a run, and how they are printed.

export class Times {
  readonly #values: number[] = []

  add(ms: number): void {
    this.#values.push(ms)
  }

  get count(): number {
    return this.#values.length
  }

  /** Nearest rank; NaN when nothing was measured. */
  percentile(percent: number): number {
    const sorted = [...this.#values].sort((one, other) => one - other)
    return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
  }

  /** `p50 12 · p95 30 · max 41 ms (n = 900)` */
  toString(): string {
    if (this.count === 0) return 'none measured'
    const [middle, high, most] = [50, 95, 100].map((percent) => ms(this.percentile(percent)))
    return `p50 ${middle} · p95 ${high} · max ${most} ms (n = ${this.count})`
  }
}

export function ms(value: number): string {
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')
}

/** Two columns, the first as wide as its widest word. */
export function printLines(heading: string, lines: readonly (readonly [string, string | number])[]): void {
  const width = Math.max(...lines.map(([name]) => name.length))
  console.log(`\n${heading}\n${'─'.repeat(heading.length)}`)
  for (const [name, value] of lines) console.log(`${name.padEnd(width)}  ${typeof value === 'number' ? value.toLocaleString('en') : value}`)
}

/** A target and whether this run reached it. */
export function verdict(isMet: boolean): string {
  return isMet ? 'met' : 'MISSED'
}
