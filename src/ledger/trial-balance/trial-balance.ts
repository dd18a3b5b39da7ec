// งบทดลอง: what each account brought into the month, what moved in it, and what it carries on (R1 of expenditure-accounting-assets §4).
import { isNegative, isZero, minus, negate, plus, sum, zero, type Money } from '../../platform/money.ts'
import { type Office } from '../../documents/index.ts'
import { type AskedAsOf, type AsOf } from '../asked.ts'

export interface TrialBalanceQuery {
  readonly organisationId: string
  /** What moved before its month is brought forward. */
  readonly asOf: AsOf
  readonly withZeroRows: boolean
  /** Beside each account what it carried on the same day a year earlier. */
  readonly isCompared: boolean
}

export interface AskedTrialBalance extends AskedAsOf {
  readonly query: TrialBalanceQuery
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

/** Debit less credit that a year without an opening voucher takes over from the years before it. */
export interface CarriedNet {
  readonly code: string
  readonly name: string
  readonly net: Money
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
  /** Net, on one side: what it carried a year earlier. Nothing when not asked for. */
  readonly before: Sides
}

export type Part = 'brought' | 'moved' | 'carried' | 'before'

export interface TrialBalance {
  readonly rows: readonly TrialBalanceRow[]
  readonly totals: Readonly<Record<Part, Sides>>
}

/** With what was asked, and whose books. */
export interface MadeTrialBalance {
  readonly query: TrialBalanceQuery
  readonly book: Office
  readonly balance: TrialBalance
  /** What was brought is last year's end, until the opening voucher stands. */
  readonly isProvisional: boolean
}

export interface Compared {
  readonly withZeroRows: boolean
  readonly before?: readonly AccountSums[]
}

export function trialBalance(accounts: readonly AccountSums[], { withZeroRows, before = [] }: Compared): TrialBalance {
  const earlier = new Map(before.map((sums) => [sums.code, sums]))
  const names = new Set(accounts.map((sums) => sums.code))
  const gone = before.filter((sums) => !names.has(sums.code)).map((sums) => ({ ...nothing, code: sums.code, name: sums.name }))
  const rows = inOrder([...accounts, ...gone]).map((sums) => rowOf(sums, earlier.get(sums.code))).filter((row) => withZeroRows || !isEmpty(row))
  const totalOf = (part: Part): Sides => ({ debit: sum(rows.map((row) => row[part].debit)), credit: sum(rows.map((row) => row[part].credit)) })
  return { rows, totals: { brought: totalOf('brought'), moved: totalOf('moved'), carried: totalOf('carried'), before: totalOf('before') } }
}

/** The year's own sums, and before them what it took over. */
export function withCarried(accounts: readonly AccountSums[], carried: readonly CarriedNet[]): AccountSums[] {
  const byCode = new Map(accounts.map((sums) => [sums.code, sums]))
  for (const { code, name, net } of carried) {
    const sums = byCode.get(code) ?? { ...nothing, code, name }
    const { debit, credit } = oneSide(net)
    byCode.set(code, { ...sums, broughtDebit: plus(sums.broughtDebit, debit), broughtCredit: plus(sums.broughtCredit, credit) })
  }
  return inOrder([...byCode.values()])
}

const nothing = { broughtDebit: zero, broughtCredit: zero, debit: zero, credit: zero } as const

function inOrder(accounts: readonly AccountSums[]): AccountSums[] {
  return [...accounts].sort((one, other) => (one.code < other.code ? -1 : 1))
}

function rowOf(sums: AccountSums, before: AccountSums | undefined): TrialBalanceRow {
  return {
    code: sums.code, name: sums.name, brought: oneSide(broughtOf(sums)), moved: { debit: sums.debit, credit: sums.credit },
    carried: oneSide(carriedOf(sums)), before: oneSide(before ? carriedOf(before) : zero),
  }
}

function broughtOf(sums: AccountSums): Money {
  return minus(sums.broughtDebit, sums.broughtCredit)
}

function carriedOf(sums: AccountSums): Money {
  return plus(broughtOf(sums), minus(sums.debit, sums.credit))
}

function oneSide(net: Money): Sides {
  return isNegative(net) ? { debit: zero, credit: negate(net) } : { debit: net, credit: zero }
}

function isEmpty(row: TrialBalanceRow): boolean {
  return [row.brought, row.moved, row.carried, row.before].every((sides) => isZero(sides.debit) && isZero(sides.credit))
}
