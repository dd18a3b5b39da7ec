// How the pawnshop's day reaches the books (expenditure-accounting-assets §1.12, W1–W6, W11, W14).
import { credit, creditEach, debit, rules, type Slot, type SlotAmount } from '../ledger/index.ts'
import { type Money } from '../platform/money.ts'

export interface MoneyReceived {
  readonly slots: { readonly place: Slot }
  readonly amounts: {
    readonly received: Money
    readonly principal: Money
    /** Without what was earned before. */
    readonly interest: Money
    readonly accrued: Money
    readonly cost: Money
    readonly gain: Money
    readonly loss: Money
  }
  readonly lists: { readonly takings: readonly SlotAmount[] }
}

export interface PledgesForfeited {
  readonly amounts: { readonly principal: Money; readonly accrued: Money }
}

export interface ProfitShared {
  /** The LAO's share names the LAO. */
  readonly slots: { readonly local: Slot }
  readonly amounts: { readonly profit: Money; readonly local: Money; readonly capital: Money; readonly bonus: Money }
}

export const pawnshopsPosting = rules<{
  'pawn-receipt.posted': MoneyReceived
  'pawn-voucher.posted': { readonly amounts: { readonly lent: Money } }
  'forfeiture.posted': PledgesForfeited
  'profit.shared': ProfitShared
}>({
  'pawn-receipt.posted': { lines: [
    debit('place').of('received'), debit('sale-loss').of('loss'), credit('pawn-debtors').of('principal'), credit('pawn-interest').of('interest'),
    credit('pawn-interest-accrued').of('accrued'), credit('forfeited-goods').of('cost'), credit('sale-gain').of('gain'), creditEach('takings'),
  ] },
  'pawn-voucher.posted': { lines: [debit('pawn-debtors').of('lent'), credit('cash-on-hand').of('lent')] },
  'forfeiture.posted': { lines: [
    debit('forfeited-goods').of('principal'), debit('pawn-interest').of('accrued'), credit('pawn-debtors').of('principal'), credit('pawn-interest-accrued').of('accrued'),
  ] },
  'profit.shared': { lines: [debit('accumulated').of('profit'), credit('local').of('local'), credit('operating-capital').of('capital'), credit('staff-bonus').of('bonus')] },
})
