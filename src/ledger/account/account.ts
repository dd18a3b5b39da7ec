// บัญชีแยกประเภท of one account in one month: what was brought forward, and every line with the balance after it (R2).
import { type CalendarDate } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { type AskedMonth } from '../asked.ts'
import { type Office } from '../../documents/index.ts'
import { type Account } from '../chart/chart.ts'
import { type VoucherType } from '../voucher/voucher.ts'

export interface AccountQuery extends AskedMonth {
  readonly organisationId: string
  readonly code: string
  /** Position of the last line of the page before. */
  readonly after: number
}

export interface AccountLine {
  readonly position: number
  readonly date: CalendarDate
  readonly voucherId: string
  readonly voucherType: VoucherType
  readonly running: number
  readonly description: string
  readonly debit: Money
  readonly credit: Money
  /** Debit less credit from the first of the month up to this line. */
  readonly moved: Money
}

export interface AccountPage {
  readonly book: Office
  readonly account: Account
  readonly query: AccountQuery
  /** Debit less credit before the month. */
  readonly brought: Money
  readonly lines: readonly AccountLine[]
  readonly hasMore: boolean
}
