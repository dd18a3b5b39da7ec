// How a year is closed (expenditure-accounting-assets §3.7, §3.8): what has a balance is emptied on the other side. Made by the closing run.
import { type Money } from '../platform/money.ts'
import { credit, creditEach, debit, debitEach, rules, type SlotAmount } from './posting/posting.ts'

/** Accounts to be emptied, each on the side opposite to its balance, and what they come to: one of the two is zero. */
export interface Emptied {
  readonly amounts: { readonly surplus: Money; readonly deficit: Money }
  readonly lists: { readonly debits: readonly SlotAmount[]; readonly credits: readonly SlotAmount[] }
}

export interface Transferred {
  readonly amounts: { readonly surplus: Money; readonly deficit: Money }
}

export interface SetAside {
  readonly amounts: { readonly reserve: Money }
}

export interface ClosingEvents {
  readonly 'closing.revenue': Emptied
  readonly 'closing.expense': Emptied
  readonly 'closing.result': Transferred
  readonly 'closing.reserve': SetAside
  /** What the auditor changed goes straight to what is accumulated. */
  readonly 'closing.audit': Emptied
}

const toResult = { lines: [debitEach('debits'), debit('result-of-year').of('deficit'), creditEach('credits'), credit('result-of-year').of('surplus')] } as const

export const closingPosting = rules<ClosingEvents>({
  'closing.revenue': toResult,
  'closing.expense': toResult,
  'closing.result': {
    lines: [debit('result-of-year').of('surplus'), debit('accumulated').of('deficit'), credit('accumulated').of('surplus'), credit('result-of-year').of('deficit')],
  },
  'closing.reserve': { lines: [debit('accumulated').of('reserve'), credit('reserve-fund').of('reserve')] },
  'closing.audit': { lines: [debitEach('debits'), debit('accumulated').of('deficit'), creditEach('credits'), credit('accumulated').of('surplus')] },
})
