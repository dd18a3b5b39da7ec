// สมุดรายวัน: every voucher of a day or a month in order of its day, with its lines (R3).
import { type CalendarDate } from '../../platform/dates.ts'
import { sum, type Money } from '../../platform/money.ts'
import { type Office } from '../../documents/index.ts'
import { daysOf, lastDayOf, type AskedAsOf, type AsOf } from '../asked.ts'
import { type Side } from '../side.ts'
import { type VoucherType } from '../voucher/voucher.ts'

/** The place of a voucher in the book. */
export interface DayKey {
  readonly date: CalendarDate
  readonly voucherId: string
}

export interface DayBookQuery {
  readonly organisationId: string
  /** Its day alone, or its whole month. Every stage is shown. */
  readonly asOf: AsOf
  readonly after: DayKey | undefined
  readonly before: DayKey | undefined
  /** Vouchers posted later stay out: a file read part by part is of one moment. */
  readonly upToId?: string | undefined
}

export interface AskedDayBook extends AskedAsOf {
  readonly query: DayBookQuery
}

export interface DayLine {
  readonly accountCode: string
  readonly accountName: string
  readonly subName: string
  readonly memo: string
  readonly side: Side
  readonly amount: Money
}

export interface DayVoucher {
  readonly key: DayKey
  readonly type: VoucherType
  /** Printed: 'RV-00001/70'. */
  readonly number: string
  readonly description: string
  readonly total: Money
  readonly lines: readonly DayLine[]
}

/** Of all that lies in the day or month, whatever page is shown. */
export interface DaySums {
  readonly vouchers: number
  readonly total: Money
}

export interface DayBook {
  readonly book: Office
  readonly vouchers: readonly DayVoucher[]
  readonly sums: DaySums
  readonly hasEarlier: boolean
  readonly hasLater: boolean
}

export function daysAsked({ asOf }: DayBookQuery): { readonly from: CalendarDate; readonly last: CalendarDate } {
  return asOf.day ? { from: asOf.day, last: asOf.day } : { from: daysOf(asOf).from, last: lastDayOf(asOf) }
}

/** Debit equals credit in every voucher, so one sum tells both. */
export function totalOf(vouchers: readonly DayVoucher[]): Money {
  return sum(vouchers.map((voucher) => voucher.total))
}
