// ประมาณการเทียบรายรับจริง (BU-12): what was estimated until a day, raised estimates from their month on, beside what the books received.
import { type CalendarDate } from '../../platform/dates.ts'
import { minus, sum, type Money } from '../../platform/money.ts'

export interface RevenueActual {
  readonly code: string
  readonly name: string
  readonly categoryCode: string
  readonly categoryName: string
  readonly estimate: Money
  readonly received: Money
}

export interface RevenueEstimate {
  readonly code: string
  readonly amount: Money
  /** Nothing: from the first day of the year. */
  readonly effectiveOn: CalendarDate | null
}

/** Above the estimate is positive. */
export function differenceOf({ estimate, received }: Pick<RevenueActual, 'estimate' | 'received'>): Money {
  return minus(received, estimate)
}

export function totalOf(rows: readonly RevenueActual[]): Pick<RevenueActual, 'estimate' | 'received'> {
  return { estimate: sum(rows.map(({ estimate }) => estimate)), received: sum(rows.map(({ received }) => received)) }
}
