// ใบนำฝาก: cash on hand and cheques carried to a bank account, or money moved from another own account (budget-and-receipts §4.7; P23).
import { lifecycle, type DocumentHead, type PaperRule, type RegisterFilter } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { minus, sum, type Money } from '../../platform/money.ts'
import { countedTotal, type Pieces } from '../cash-count/cash-count.ts'
import { type PaidIn } from '../receipts.posting.ts'
import { type ChequeKey } from '../returned-cheque/returned-cheque.ts'
import { type Prepared } from '../sign/sign.ts'

export const payInStates = ['draft', 'paid-in', 'reversed', 'cancelled'] as const
export type PayInState = (typeof payInStates)[number]

/** The bank's stamp is entered by the head of finance: whoever carries the money does not certify it. */
export const payInLifecycle = lifecycle({
  draft: {
    edit: { to: 'draft', may: 'revenue.deposit:edit', onlyBy: 'author' },
    pay: { to: 'paid-in', may: 'revenue.deposit:approve', notBy: 'author' },
    cancel: { to: 'cancelled', may: 'revenue.deposit:edit' },
  },
  'paid-in': { reverse: { to: 'reversed', may: 'revenue.deposit:approve', notBy: 'author' } },
  reversed: {},
  cancelled: {},
})

/** The bank's stamped slip comes with the step or after it. */
export const payInPapers: PaperRule<PayInState> = { may: 'revenue.deposit:edit', lifecycle: payInLifecycle, late: ['paid-in'] }

export interface Bank {
  readonly id: string
  readonly name: string
  readonly accountNumber: string
  readonly accountCode: string
}

/** Its number goes to the bank with the money, so the draft has it and a cancelled one keeps it. */
export interface PayInHead extends DocumentHead<PayInState>, Prepared {
  readonly payInDate: CalendarDate
  readonly bank: Bank
  /** Absent: the money was cash on hand. */
  readonly from: Bank | null
  readonly total: Money
  readonly preparer: Person
}

export interface Cheque {
  readonly bank: string
  readonly number: string
  readonly chequeDate: CalendarDate
  readonly amount: Money
  /** Of the receipt it came with; absent of a cheque that came before the system had receipts. */
  readonly key?: ChequeKey | undefined
}

export interface PayIn extends PayInHead {
  readonly pieces: Pieces
  readonly cash: Money
  readonly cheques: readonly Cheque[]
  readonly remark: string
  readonly preparedAt: string
  readonly paidOn: CalendarDate | null
  readonly bankReference: string
  readonly confirmer: Person | null
  readonly confirmedAt: string | null
  readonly voucher: { readonly id: string; readonly number: number; readonly fiscalYear: FiscalYear } | null
}

export interface PayInCommand {
  readonly payInDate: CalendarDate
  readonly bankAccountId: string
  readonly remark: string
  readonly money: CarriedMoney | { readonly fromAccountId: string; readonly amount: Money }
}

export interface CarriedMoney {
  readonly pieces: Pieces
  readonly cheques: readonly Cheque[]
  /** Of the cheques in the safe: each becomes one of the cheques above. */
  readonly chosen?: readonly ChequeKey[]
}

export interface PaidForm {
  readonly version: number
  /** The day of the bank's stamp. */
  readonly paidOn: CalendarDate
  readonly bankReference: string
}

export type PayInFilter = RegisterFilter<PayInState>

export interface Amounts {
  readonly cash: Money
  readonly total: Money
}

export function amountsOf({ money }: Pick<PayInCommand, 'money'>): Amounts {
  if ('amount' in money) return { cash: sum([]), total: money.amount }
  const cash = countedTotal(money.pieces)
  return { cash, total: sum([cash, ...money.cheques.map((cheque) => cheque.amount)]) }
}

/** R3, P23: cheques lie on hand as cash does until the bank has them. */
export function postingFacts({ bank, from, total }: PayIn): PaidIn {
  const slotOf = ({ id, accountCode }: Bank) => ({ accountCode, bankAccountId: id, amount: total })
  return { amounts: { fromHand: from ? minus(total, total) : total }, lists: { to: [slotOf(bank)], from: from ? [slotOf(from)] : [] } }
}
