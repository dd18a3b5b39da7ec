// รายงานพิสูจน์ยอดเงินสะสมที่สามารถนำไปใช้ได้: the accumulated money of the balance sheet is the surplus of all years, not money; what of it is money
// is reckoned two ways that must give the same figure (expenditure-accounting-assets §3.7, R15). Pure.
import { isNegative, minus, negate, sum, zero, type Money } from '../../platform/money.ts'
import { type AccountNet } from '../../ledger/index.ts'

export interface ProofFacts {
  readonly accounts: readonly AccountNet[]
  readonly accumulated: string
  /** Sub-units have none. */
  readonly reserve: string | undefined
  /** Beginnings of the codes of money: cash, banks, fixed deposits. */
  readonly money: readonly string[]
  /** กันเงิน of the budget that nobody has claimed yet. */
  readonly carried: Money
}

export interface ProofRow {
  readonly name: ProofName
  /** Of the group of accounts, where the row is one. */
  readonly group?: string
  readonly amount: Money
}

export type ProofName = 'accumulated' | 'equity' | 'deficit' | 'asset' | 'money' | 'liability' | 'reserve' | 'surplus' | 'carried'

export interface Proof {
  /** From the surplus of all years down to money. */
  readonly byEquity: readonly ProofRow[]
  /** From money up to what is free of it. */
  readonly byMoney: readonly ProofRow[]
}

/**
 * Until a year is closed what it has brought in belongs to its own budget and is left out of the money; what it has spent beyond that is
 * taken from the surplus. Closed, it is part of the surplus and both are nothing.
 */
export function proofOf(facts: ProofFacts): Proof {
  const { accounts, carried } = facts
  const of = (is: (account: AccountNet) => boolean): readonly AccountNet[] => accounts.filter(is)
  const result = negate(netOf(of(({ group }) => group === 'revenue' || group === 'expense')))
  const own = (code: string | undefined) => negate(netOf(of((account) => account.code === code)))
  const equity = negate(netOf(of(({ group, code }) => group === 'equity' && code !== facts.accumulated && code !== facts.reserve)))
  const isMoney = ({ code }: AccountNet) => facts.money.some((beginning) => code.startsWith(beginning))
  const assets = groupsOf(of((account) => account.group === 'asset' && !isMoney(account)))
  const liabilities = groupsOf(of(({ group }) => group === 'liability'))
  const commitments = { name: 'carried', amount: negate(carried) } as const
  return {
    byEquity: [
      { name: 'accumulated', amount: own(facts.accumulated) }, { name: 'equity', amount: equity }, { name: 'deficit', amount: isNegative(result) ? result : zero },
      ...assets.map(({ group, amount }) => ({ name: 'asset' as const, group, amount: negate(amount) })), commitments,
    ],
    byMoney: [
      ...groupsOf(of((account) => account.group === 'asset' && isMoney(account))).map((row) => ({ name: 'money' as const, ...row })),
      ...liabilities.map(({ group, amount }) => ({ name: 'liability' as const, group, amount })),
      { name: 'reserve', amount: negate(own(facts.reserve)) }, { name: 'surplus', amount: isNegative(result) ? zero : negate(result) }, commitments,
    ],
  }
}

export function totalOf(rows: readonly ProofRow[]): Money {
  return sum(rows.map(({ amount }) => amount))
}

/** Nothing, or the books are not in balance. */
export function differenceOf({ byEquity, byMoney }: Proof): Money {
  return minus(totalOf(byEquity), totalOf(byMoney))
}

/** What of the surplus is not money: debtors, stores, land, buildings and equipment. */
export function notMoney({ accounts, money }: Pick<ProofFacts, 'accounts' | 'money'>, except: readonly string[]): Money {
  return netOf(accounts.filter(({ group, code }) => group === 'asset' && !except.includes(code) && !money.some((beginning) => code.startsWith(beginning))))
}

/** Debits less credits. */
function netOf(accounts: readonly AccountNet[]): Money {
  return sum(accounts.map(({ net }) => net))
}

function groupsOf(accounts: readonly AccountNet[]): { readonly group: string; readonly amount: Money }[] {
  return [...new Set(accounts.map(({ heading }) => heading))].map((group) => ({ group, amount: netOf(accounts.filter(({ heading }) => heading === group)) }))
}
