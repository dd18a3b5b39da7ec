/** The accounts of one organisation. */
export interface Book {
  readonly organisationId: string
  readonly name: string
  /** Which part of the chart it posts to: 'LAO', 'SCHOOL' … */
  readonly chartKind: string
}
