// ทะเบียนเจ้าหนี้: what the office owes on a day, read from the lines of the books, by the age of each debt (expenditure-accounting-assets §2, R18). Pure.
import { daysBetween, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { compare, isZero, minus, plus, sum, zero, type Money } from '../../platform/money.ts'

/** Days a debt has stood: the last of each band, the fourth is open. */
export const ageBands = [30, 60, 90] as const

export interface DebtVoucher {
  readonly id: string
  readonly type: string
  readonly number: number
  readonly fiscalYear: FiscalYear
  readonly date: CalendarDate
  readonly description: string
  readonly source: { readonly kind: string; readonly id: string }
  readonly reversesId: string | null
}

/** A line on an account of payables; a credit is a debt, a debit settles. */
export interface CreditorLine {
  readonly accountCode: string
  readonly accountName: string
  readonly key: string
  readonly name: string
  readonly taxId: string
  readonly voucher: DebtVoucher
  readonly invoiceNumber: string
  readonly side: 'D' | 'C'
  readonly amount: Money
}

export interface PayableAccount {
  readonly code: string
  readonly name: string
}

export interface Debt extends Pick<CreditorLine, 'accountCode' | 'accountName' | 'key' | 'name' | 'taxId' | 'voucher' | 'invoiceNumber'> {
  readonly amount: Money
  readonly settled: Money
}

export interface Creditor extends Pick<Debt, 'accountCode' | 'accountName' | 'key' | 'name' | 'taxId'> {
  readonly bands: readonly Money[]
  readonly balance: Money
}

export function restOf({ amount, settled }: Pick<Debt, 'amount' | 'settled'>): Money {
  return minus(amount, settled)
}

/** What a reversal took back never was. Then each payment settles a debt of its very sum, otherwise the oldest first. What is left over was paid too much: it is owed back. */
export function openDebts(lines: readonly CreditorLine[]): Debt[] {
  return grouped(standing(lines)).flatMap((ofKey) => {
    const debts = ofKey.filter(({ side }) => side === 'C').map((line) => ({ ...line, settled: zero }))
    const payments = ofKey.filter(({ side }) => side === 'D').map((line) => ({ ...line, settled: zero }))
    for (const payment of payments) settle(debts.find((debt) => isZero(debt.settled) && isBefore(debt, payment) && compare(debt.amount, payment.amount) === 0), payment)
    for (const payment of payments) for (const debt of debts) settle(debt, payment)
    const tooMuch = payments.filter((payment) => !isZero(restOf(payment))).map((payment) => ({ ...payment, amount: zero, settled: restOf(payment) }))
    return [...debts.filter((debt) => !isZero(restOf(debt))), ...tooMuch]
  })
}

interface Settled {
  readonly amount: Money
  settled: Money
}

function settle(debt: Settled | undefined, payment: Settled): void {
  if (debt === undefined) return
  const [left, rest] = [restOf(payment), restOf(debt)]
  const part = compare(left, rest) < 0 ? left : rest
  debt.settled = plus(debt.settled, part)
  payment.settled = plus(payment.settled, part)
}

/** Posted earlier: a payment may be dated before the debt it settles. */
function isBefore(one: CreditorLine, other: CreditorLine): boolean {
  return BigInt(one.voucher.id) < BigInt(other.voucher.id)
}

function standing(lines: readonly CreditorLine[]): CreditorLine[] {
  const reversed = new Set(lines.flatMap(({ voucher }) => (voucher.reversesId === null ? [] : [voucher.reversesId])))
  const here = new Set(lines.map(({ voucher }) => voucher.id))
  return lines.filter(({ voucher }) => !reversed.has(voucher.id) && !(voucher.reversesId !== null && here.has(voucher.reversesId)))
}

/** By account and key, as they come. */
function grouped<T extends Pick<CreditorLine, 'accountCode' | 'key'>>(lines: readonly T[]): T[][] {
  const groups = new Map<string, T[]>()
  for (const line of lines) {
    const name = `${line.accountCode} ${line.key}`
    groups.set(name, [...groups.get(name) ?? [], line])
  }
  return [...groups.values()]
}

export function bandOf(date: CalendarDate, day: CalendarDate): number {
  return ageBands.filter((most) => daysBetween(date, day) > most).length
}

/** One row for each payee and account. */
export function creditorsOf(debts: readonly Debt[], day: CalendarDate): Creditor[] {
  return grouped(debts).flatMap((ofKey) => {
    const [first] = ofKey
    if (first === undefined) return []
    const { accountCode, accountName, key, name, taxId } = first
    const bands = bandSums(ofKey, day)
    return [{ accountCode, accountName, key, name, taxId, bands, balance: sum(bands) }]
  })
}

export function bandSums(debts: readonly Debt[], day: CalendarDate): Money[] {
  return Array.from({ length: ageBands.length + 1 }, (_, band) => sum(debts.filter(({ voucher }) => bandOf(voucher.date, day) === band).map(restOf)))
}
