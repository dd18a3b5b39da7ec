// รายงานรายละเอียดใบเสร็จรับเงินและหลักฐานการรับเงิน: line by line, or added up by income, by collector, by the way the money came.
import { type CalendarDate } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { type Paper } from '../paper/paper.ts'
import { type PaymentMeans } from '../receipt/receipt.ts'

export const groupings = ['lines', 'income', 'collector', 'means'] as const
export type Grouping = (typeof groupings)[number]

export interface DetailFilter {
  readonly organisationId: string
  readonly from: CalendarDate
  /** Half-open. */
  readonly until: CalendarDate
  readonly collectorId: string | undefined
  readonly means: PaymentMeans | undefined
  /** A code, or words of its name. */
  readonly income: string
}

export interface DetailKey {
  readonly date: string
  readonly id: string
  readonly line: number
}

export interface DetailLine {
  readonly key: DetailKey
  readonly receiptId: string
  readonly paper: Paper
  readonly date: CalendarDate
  readonly payer: string
  readonly income: string
  readonly description: string
  readonly collector: string
  readonly means: readonly PaymentMeans[]
  readonly isCancelled: boolean
  /** Nothing where it was cancelled. */
  readonly amount: Money
}

export interface DetailGroup {
  /** Code of the income, id of the collector, means and account of the bank. */
  readonly key: string
  readonly name: string
  readonly receipts: number
  readonly amount: Money
}

export interface DetailTotals {
  readonly receipts: number
  readonly cancelled: number
  readonly amount: Money
}
