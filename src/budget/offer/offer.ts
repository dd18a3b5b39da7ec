// งบประมาณรายจ่ายเฉพาะการ that an LAO has enacted for a unit with books of its own: offered by the LAO, taken in by the unit (architecture §15).
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'

export interface OfferKey {
  /** The LAO. */
  readonly organisationId: string
  readonly documentId: string
}

export interface Offer extends OfferKey {
  readonly organisation: string
  readonly fiscalYear: FiscalYear
  /** Title and number of the ordinance. */
  readonly reference: string
  /** ฉบับที่ of the supplementary ordinance it came with. */
  readonly ordinal: number | null
  readonly title: string
  readonly enactedOn: CalendarDate
  readonly revenue: Money
  readonly total: Money
}

export interface OfferLine {
  readonly line: number
  readonly taskCode: string
  readonly economicCode: string
  readonly title: string
  readonly amount: Money
  readonly explanation: string
}

/** As a plan remembers what it has taken in. */
export function offerName({ organisationId, documentId }: OfferKey): string {
  return `${organisationId}/${documentId}`
}
