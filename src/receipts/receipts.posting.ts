// How money in reaches the books (budget-and-receipts §4.11: R1, R2, R4–R6). Made by the confirmation of a day's summary.
import { credit, creditEach, debit, debitEach, rules, type SlotAmount } from '../ledger/index.ts'
import { type Money } from '../platform/money.ts'
import { type BouncedFacts, type EntryFacts, type WrittenOff } from './money-entry/money-entry.ts'

export interface DayConfirmed {
  readonly amounts: { readonly kept: Money }
  readonly lists: {
    /** Bank accounts that took the money of the day, each by its ledger account. */
    readonly banks: readonly SlotAmount[]
    readonly incomes: readonly SlotAmount[]
  }
}

export interface PaidIn {
  readonly amounts: { readonly fromHand: Money }
  readonly lists: {
    readonly to: readonly SlotAmount[]
    /** Another own account, where the money was not cash. */
    readonly from: readonly SlotAmount[]
  }
}

export interface DebtorsSetUp {
  readonly lists: { readonly debtors: readonly SlotAmount[]; readonly revenues: readonly SlotAmount[] }
}

export interface AllowanceMoved {
  readonly lists: { readonly debits: readonly SlotAmount[]; readonly credits: readonly SlotAmount[] }
}

interface ReceiptsEvents {
  'remittance-summary.confirmed': DayConfirmed
  /** R3; P23 */
  'pay-in.paid': PaidIn
  /** R10 */
  'money-entry.forfeit': EntryFacts
  /** R8 */
  'money-entry.transfer': EntryFacts
  /** R13 */
  'money-entry.identify': EntryFacts
  /** R15; P34 */
  'money-entry.over': EntryFacts
  'money-entry.short': EntryFacts
  'money-entry.charge': EntryFacts
  /** S79 */
  'money-entry.write-off': WrittenOff
  /** RE-7 */
  'money-entry.bounce': BouncedFacts
  /** R11; A8 */
  'tax-run.set-up': DebtorsSetUp
  /** A9: Dr doubtful debts, Cr allowance; the other way where less is needed. */
  'tax-run.allowance': AllowanceMoved
}

export const receiptsPosting = rules<ReceiptsEvents>({
  'remittance-summary.confirmed': { lines: [debit('cash-on-hand').of('kept'), debitEach('banks'), creditEach('incomes')] },
  'pay-in.paid': { lines: [debitEach('to'), credit('cash-on-hand').of('fromHand'), creditEach('from')] },
  'money-entry.forfeit': { lines: [debit('deposit').of('amount'), credit('target').of('amount')] },
  'money-entry.transfer': { lines: [debit('deposit').of('amount'), credit('target').of('amount')] },
  'money-entry.identify': { lines: [debit('unidentified-receipts').of('amount'), credit('target').of('amount')] },
  'money-entry.over': { lines: [debit('cash-on-hand').of('amount'), credit('cash-over').of('amount')] },
  'money-entry.short': { lines: [debit('cash-short').of('amount'), credit('cash-on-hand').of('amount')] },
  'money-entry.charge': { lines: [debit('liable-person').of('amount'), credit('cash-short').of('amount')] },
  'money-entry.write-off': { lines: [debit('allowance').of('covered'), debit('badDebt').of('uncovered'), credit('debtor').of('amount')] },
  'money-entry.bounce': { lines: [debit('debtor').of('amount'), credit('bank').of('amount')] },
  'tax-run.set-up': { lines: [debitEach('debtors'), creditEach('revenues')] },
  'tax-run.allowance': { lines: [debitEach('debits'), creditEach('credits')] },
})
