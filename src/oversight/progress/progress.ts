/** A province to choose. */
export interface Province {
  readonly code: string
  readonly name: string
}
