import { type OrganisationKind } from '../platform/database/work.ts'

/** Whose documents and books are looked at, and which part of the chart and of the codes it uses. */
export interface Office {
  readonly organisationId: string
  readonly name: string
  readonly kind: OrganisationKind
  /** PAO, CITY … of an LAO. */
  readonly laoKind: string | null
  /** 'LAO', 'SCHOOL', 'HEALTH' … */
  readonly chartKind: string
}
