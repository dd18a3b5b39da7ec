// What became of one of several claims that were acted on at once.
export interface Result {
  readonly id: string
  /** Undefined: it is done. */
  readonly refusal: string | undefined
}
