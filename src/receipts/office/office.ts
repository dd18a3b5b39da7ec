/** Whose documents are looked at, and which part of the chart and of the revenue codes it uses. */
export interface Office {
  readonly organisationId: string
  readonly name: string
  readonly isLao: boolean
  /** PAO, CITY … of an LAO. */
  readonly laoKind: string | null
  /** 'LAO', 'SCHOOL', 'HEALTH' … */
  readonly chartKind: string
}
