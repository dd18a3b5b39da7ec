// ทะเบียนเงินรายรับ: of an LAO by revenue code beside the estimate, raised from the month of a supplementary budget on (F13, scenario 21); of a sub-unit by account.
import { type VoucherType } from '../../ledger/index.ts'
import { type CalendarDate, type DayRange, type FiscalYear } from '../../platform/dates.ts'
import { minus, sum, zero, type Money } from '../../platform/money.ts'

export interface AskedRevenues {
  readonly organisationId: string
  readonly fiscalYear: FiscalYear
  readonly days: DayRange
  /** Whether the office has revenue codes; otherwise its income accounts stand for them. */
  readonly byCode: boolean
}

export interface RevenueItem {
  readonly code: string
  readonly name: string
  readonly estimate: Money
  readonly month: Money
  /** Until the end of the month. */
  readonly received: Money
}

export interface ReceivedItem {
  readonly code: string
  readonly month: Money
  readonly received: Money
}

export interface RevenueRow {
  readonly voucherId: string
  readonly date: CalendarDate
  readonly type: VoucherType
  readonly number: number
  readonly fiscalYear: FiscalYear
  readonly description: string
  readonly amount: Money
}

/** Every item that was estimated or received, in the order of codes. */
export function registerItems(received: readonly ReceivedItem[], given: { estimates: readonly { code: string; amount: Money }[]; names: ReadonlyMap<string, string> }): RevenueItem[] {
  const codes = [...new Set([...given.estimates, ...received].map(({ code }) => code))].sort()
  return codes.map((code) => {
    const { month = zero, received: total = zero } = received.find((each) => each.code === code) ?? {}
    return { code, name: given.names.get(code) ?? code, month, received: total, estimate: sum(given.estimates.filter((each) => each.code === code).map(({ amount }) => amount)) }
  })
}

/** Above the estimate is positive. */
export const differenceOf = ({ received, estimate }: Pick<RevenueItem, 'received' | 'estimate'>): Money => minus(received, estimate)
