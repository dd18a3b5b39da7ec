// งบทดลอง: what each account brought into the month, what moved in it, and what it carries on (R1 of expenditure-accounting-assets §4).
import { type FiscalYear } from '../../platform/dates.ts'
import { isNegative, isZero, minus, negate, plus, sum, zero, type Money } from '../../platform/money.ts'
import { type Office } from '../../documents/index.ts'

export interface TrialBalanceQuery {
  readonly organisationId: string
  readonly fiscalYear: FiscalYear
  /** October is 1; what moved before it is brought forward. */
  readonly month: number
  readonly withZeroRows: boolean
}

/** Sums of one account as kept: before the month and within it, both sides gross. */
export interface AccountSums {
  readonly code: string
  readonly name: string
  readonly broughtDebit: Money
  readonly broughtCredit: Money
  readonly debit: Money
  readonly credit: Money
}

export interface Sides {
  readonly debit: Money
  readonly credit: Money
}

export interface TrialBalanceRow {
  readonly code: string
  readonly name: string
  /** Net, on one side. */
  readonly brought: Sides
  /** Gross. */
  readonly moved: Sides
  /** Net, on one side. */
  readonly carried: Sides
}

export interface TrialBalance {
  readonly rows: readonly TrialBalanceRow[]
  readonly totals: { readonly brought: Sides; readonly moved: Sides; readonly carried: Sides }
}

/** With what was asked, and whose books. */
export interface MadeTrialBalance {
  readonly query: TrialBalanceQuery
  readonly book: Office
  readonly balance: TrialBalance
}

export function trialBalance(accounts: readonly AccountSums[], options: { withZeroRows: boolean }): TrialBalance {
  const rows = accounts.map(rowOf).filter((row) => options.withZeroRows || !isEmpty(row))
  return { rows, totals: { brought: totalOf(rows, 'brought'), moved: totalOf(rows, 'moved'), carried: totalOf(rows, 'carried') } }
}

function rowOf(sums: AccountSums): TrialBalanceRow {
  const brought = minus(sums.broughtDebit, sums.broughtCredit)
  const carried = plus(brought, minus(sums.debit, sums.credit))
  return { code: sums.code, name: sums.name, brought: oneSide(brought), moved: { debit: sums.debit, credit: sums.credit }, carried: oneSide(carried) }
}

function oneSide(net: Money): Sides {
  return isNegative(net) ? { debit: zero, credit: negate(net) } : { debit: net, credit: zero }
}

function isEmpty(row: TrialBalanceRow): boolean {
  return [row.brought, row.moved, row.carried].every((sides) => isZero(sides.debit) && isZero(sides.credit))
}

function totalOf(rows: readonly TrialBalanceRow[], part: 'brought' | 'moved' | 'carried'): Sides {
  return { debit: sum(rows.map((row) => row[part].debit)), credit: sum(rows.map((row) => row[part].credit)) }
}
