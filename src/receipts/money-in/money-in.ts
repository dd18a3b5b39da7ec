// What slips add up to: by kind of income, and by where the money is.
import { isZero, sum, type Money } from '../../platform/money.ts'
import { type LineRefund } from '../income-line/income-line.ts'
import { type PaymentMeans } from '../receipt/receipt.ts'

export interface IncomeTotal {
  readonly incomeCode: string
  readonly name: string
  readonly accountCode: string
  readonly accountName: string
  readonly subKey: string | null
  readonly counterpartyId: string | null
  /** Whose, as people call it; nothing where the account keeps no register. */
  readonly keyName: string
  readonly fundDocumentId: string | null
  readonly refund: LineRefund | null
  readonly amount: Money
  /** The receipts it came by, in their order. */
  readonly receiptIds: readonly string[]
}

export interface MoneyPlace {
  readonly means: PaymentMeans
  /** Absent: kept in the safe. */
  readonly bank: { readonly id: string; readonly accountCode: string; readonly name: string; readonly accountNumber: string } | null
  readonly amount: Money
}

export interface AccountTotal {
  readonly accountCode: string
  readonly accountName: string
  readonly amount: Money
}

export function byAccount(incomes: readonly IncomeTotal[]): AccountTotal[] {
  const codes = [...new Set(incomes.map((income) => income.accountCode))].sort()
  return codes.map((accountCode) => {
    const same = incomes.filter((income) => income.accountCode === accountCode)
    return { accountCode, accountName: same[0]?.accountName ?? '', amount: sum(same.map((income) => income.amount)) }
  })
}

export function keptInSafe(places: readonly MoneyPlace[]): Money {
  return sum(places.filter((place) => place.bank === null).map((place) => place.amount))
}

/** One line for each bank account, cash paid in and transfers together. */
export function byBank(places: readonly MoneyPlace[]): { bank: NonNullable<MoneyPlace['bank']>; amount: Money }[] {
  const banks = new Map(places.flatMap((place) => (place.bank ? [[place.bank.id, place.bank] as const] : [])))
  const amountIn = (id: string) => sum(places.filter((place) => place.bank?.id === id).map((place) => place.amount))
  return [...banks.values()].map((bank) => ({ bank, amount: amountIn(bank.id) }))
    .filter((line) => !isZero(line.amount))
}

/** Cash and cheques: what is handed over and must be put somewhere. */
export function cashOf(places: readonly MoneyPlace[]): Money {
  return sum(places.filter((place) => place.means !== 'transfer').map((place) => place.amount))
}
