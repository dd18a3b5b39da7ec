// ความคืบหน้าของ อปท.: the budget of a year, its supplements, and how far the books have come.
import { type Progress } from '../../budget/index.ts'
import { type BookState } from '../../ledger/index.ts'

/** A province to choose. */
export interface Province {
  readonly code: string
  readonly name: string
}

export interface Places {
  /** Where one looks: a province, or the nation. */
  readonly name: string
  /** To choose from; none where there is but one. */
  readonly provinces: readonly Province[]
  readonly districts: readonly string[]
  readonly thisYear: number
}

export interface Followed extends Progress {
  /** By organisation. */
  readonly books: ReadonlyMap<string, BookState>
}
