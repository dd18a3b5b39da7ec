// Categories of spending (งบกลาง, เงินเดือน … งบเงินอุดหนุน) as reports of money name them. Pure.
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'

export interface SpendingName {
  readonly code: string
  readonly name: string
}

export interface SpendingEstimate extends SpendingName {
  readonly amount: Money
}

export interface AskedSpending {
  readonly organisationId: string
  readonly fiscalYear: FiscalYear
  readonly on: CalendarDate
}

/** What a control line is spent as. */
export interface LinePlace {
  readonly category: SpendingName
  /** Beside the year's budget: carried from an earlier year, accumulated money, grants, loans. */
  readonly fund: SpendingName | null
}
