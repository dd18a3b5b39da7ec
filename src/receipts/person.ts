/** Who signs for a step, as the print shows it. */
export interface Person {
  readonly name: string
  readonly position: string
}
