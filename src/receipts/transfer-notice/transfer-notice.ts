// การโอนเงินที่กรมแจ้ง: each row waits at the LAO it is for until a receipt or evidence of that LAO takes it in (budget-and-receipts §4.4).
import { daysBetween, fiscalYearOf, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { type NewLine } from '../income-line/income-line.ts'

export const noticeStates = ['waiting', 'taken', 'withdrawn'] as const
export type NoticeState = (typeof noticeStates)[number]

/** Categories that come by a list of transfers: allocated taxes and general subsidies. Money for a purpose comes with its own notice (§3.7). */
export const listedCategories = ['421000', '431000'] as const

/** After so many days the province is told. */
export const lateAfterDays = 7

export interface NewNotice {
  readonly receiverId: string
  readonly fiscalYear: FiscalYear
  readonly round: string
  readonly revenueCode: string
  readonly amount: Money
  readonly transferredOn: CalendarDate
  readonly letterNumber: string
}

export interface TransferNotice extends NewNotice {
  readonly giverId: string
  readonly id: string
  readonly receiverName: string
  readonly receiverCode: string
  readonly incomeName: string
  readonly state: NoticeState
  /** What took it in. */
  readonly receipt: TakingReceipt | null
}

export interface WaitingNotice extends TransferNotice {
  /** The office has a receipt of this money that is named for no transfer. */
  readonly isRecorded: boolean
}

export interface TakingReceipt {
  readonly id: string
  readonly kind: 'issued' | 'handwritten' | 'evidence'
  readonly number: number | null
  readonly fiscalYear: FiscalYear
}

/** A receipt of the same money that was recorded before the department told of it. */
export interface Taker {
  readonly receipt: TakingReceipt
  readonly receiptDate: CalendarDate
  readonly payer: string
}

export interface NoticeFilter {
  /** Absent: what waits is looked for over all years, as the home page counts it. */
  readonly fiscalYear: FiscalYear | undefined
  readonly state: NoticeState | undefined
  readonly search: string
  /** Only what waits longer than so many days. */
  readonly waited: number | undefined
  /** Id of the last row of the page before. */
  readonly after: string | undefined
}

export interface NoticeTotals {
  readonly count: number
  readonly amount: Money
}

/** LAOs by code; the revenue codes each of them may be told of. */
export type Receivers = ReadonlyMap<string, { readonly id: string; readonly codes: ReadonlySet<string> }>

/** Full days since the money went; nothing once it was taken in. */
export function daysWaited({ state, transferredOn }: Pick<TransferNotice, 'state' | 'transferredOn'>, today: CalendarDate): number | undefined {
  return state === 'waiting' ? daysBetween(transferredOn, today) : undefined
}

/** The receipt must hold the money that was told of, under its code. */
export function isTakenBy({ revenueCode, amount }: Pick<NewNotice, 'revenueCode' | 'amount'>, lines: readonly Pick<NewLine, 'incomeCode' | 'amount'>[]): boolean {
  return lines.some((line) => line.incomeCode === revenueCode && line.amount === amount)
}

export const isYearOf = (year: number, day: CalendarDate): boolean => fiscalYearOf(day) === year
