// บัญชีแยกประเภท of one account, or of one key of its register: what was brought forward, and every line with the balance after it (R2).
import { type CalendarDate } from '../../platform/dates.ts'
import { minus, plus, type Money } from '../../platform/money.ts'
import { daysOf, lastDayOf, type AskedAsOf, type AsOf } from '../asked.ts'
import { type Office } from '../../documents/index.ts'
import { type Account } from '../chart/chart.ts'
import { type VoucherType } from '../voucher/voucher.ts'

/** The place of a line in the book of its account: pages go on from there, however deep. */
export interface LineKey {
  readonly date: CalendarDate
  readonly voucherId: string
  readonly line: number
}

export interface AccountQuery {
  readonly organisationId: string
  readonly code: string
  readonly asOf: AsOf
  /** From the first of the fiscal year; otherwise the month alone. */
  readonly isWholeYear: boolean
  /** One key of the account's register. */
  readonly subKey: string | undefined
  readonly after: LineKey | undefined
  readonly before: LineKey | undefined
  /** Vouchers posted later stay out: a file read part by part is of one moment. */
  readonly upToId?: string | undefined
}

export interface AskedAccount extends AskedAsOf {
  readonly query: AccountQuery
}

export interface AccountLine {
  readonly key: LineKey
  readonly voucherType: VoucherType
  readonly running: number
  readonly description: string
  /** Names of the accounts on the other side, the first four. */
  readonly others: readonly string[]
  readonly subName: string
  readonly debit: Money
  readonly credit: Money
}

export interface SubLedgerKey {
  readonly key: string
  readonly name: string
}

/** Lines in order with the balance, debit less credit, that stands before the first of them. */
export interface AccountLines {
  readonly before: Money
  readonly lines: readonly AccountLine[]
  readonly hasEarlier: boolean
  readonly hasLater: boolean
}

export interface AccountPage extends AccountLines {
  readonly book: Office
  readonly account: Account
  /** Undefined when the register has too many to choose from. */
  readonly keys: readonly SubLedgerKey[] | undefined
}

/** First and last day of what is looked at. */
export function spanOf({ asOf, isWholeYear }: AccountQuery): { readonly from: CalendarDate; readonly last: CalendarDate } {
  return { from: daysOf(isWholeYear ? { ...asOf, month: 1 } : asOf).from, last: asOf.day ?? lastDayOf(asOf) }
}

/** Debit less credit after each line. */
export function balancesOf({ before, lines }: Pick<AccountLines, 'before' | 'lines'>): Money[] {
  const balances: Money[] = []
  for (const line of lines) balances.push(plus(balances.at(-1) ?? before, minus(line.debit, line.credit)))
  return balances
}
