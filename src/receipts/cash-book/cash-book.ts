// สมุดเงินสดรับ: what came in by receipt vouchers of a month, in cash and into the bank; a reversal is its own row, taken off.
import { type CalendarDate, type DayRange, type FiscalYear } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'

export interface CashBookRow {
  readonly voucherId: string
  readonly date: CalendarDate
  /** 'RV', or 'RX' of what takes one back. */
  readonly type: string
  readonly number: number
  readonly fiscalYear: FiscalYear
  readonly description: string
  readonly cash: Money
  readonly bank: Money
}

export interface CashBookSums {
  readonly rows: number
  readonly cash: Money
  readonly bank: Money
}

export interface AskedCashBook {
  readonly organisationId: string
  readonly days: DayRange
  readonly cashAccount: string
}

export interface CashBookKey {
  readonly date: string
  readonly id: string
}
