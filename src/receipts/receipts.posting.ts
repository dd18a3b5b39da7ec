// How money in reaches the books (budget-and-receipts §4.11: R1, R2, R4–R6). Made by the confirmation of a day's summary.
import { credit, creditEach, debit, debitEach, rules, type SlotAmount } from '../ledger/index.ts'
import { type Money } from '../platform/money.ts'

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

interface ReceiptsEvents {
  'remittance-summary.confirmed': DayConfirmed
  /** R3; P23 */
  'pay-in.paid': PaidIn
}

export const receiptsPosting = rules<ReceiptsEvents>({
  'remittance-summary.confirmed': { lines: [debit('cash-on-hand').of('kept'), debitEach('banks'), creditEach('incomes')] },
  'pay-in.paid': { lines: [debitEach('to'), credit('cash-on-hand').of('fromHand'), creditEach('from')] },
})
