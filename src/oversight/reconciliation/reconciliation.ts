// การกระทบยอดรายได้ of the LAOs in sight: an indicator, found in their documents (RE-10).
import { type AskedQuarter, type QuarterFacts, type Reconciled } from '../../receipts/index.ts'

export interface ReconciliationFilter extends AskedQuarter {
  readonly provinceCode: string | undefined
  readonly district: string | undefined
  /** Code of the last office of the page before. */
  readonly after: string | undefined
}

export interface Office {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly district: string
}

export interface ReconciledOffice extends Office {
  readonly facts: QuarterFacts
  readonly reconciled: Reconciled
}

export interface FoundOffices {
  readonly offices: readonly ReconciledOffice[]
  readonly hasMore: boolean
}
