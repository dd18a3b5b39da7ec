// Money that came in for one notice or loan: its lines pay no more than this (budget-and-receipts §3.7).
import { type Person } from '../../platform/database/people.ts'
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { type Source } from '../control/control.ts'

export interface FundCash {
  /** The notice or loan. */
  readonly documentId: string
  readonly date: CalendarDate
  readonly amount: Money
  /** The receipt or voucher behind it: told twice, it counts once. */
  readonly source: Source
  readonly reference: string
}

/** A notice with what came in and went out for it. */
export interface GrantHead {
  readonly organisationId: string
  readonly id: string
  readonly number: number | null
  readonly fiscalYear: FiscalYear
  readonly title: string
  readonly sourceCode: string | null
  readonly total: Money | null
  readonly received: Money
  readonly paid: Money
}

export interface CashStanding {
  readonly received: Money
  readonly paid: Money
}

/** Money that came in, once. */
export interface CashReceipt {
  readonly id: string
  readonly receivedOn: CalendarDate
  readonly amount: Money
  readonly reference: string
  readonly recordedBy: Person
}
