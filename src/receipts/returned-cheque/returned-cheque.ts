// เช็คคืน: a cheque of a receipt that the bank did not honour (RE-7). The receipt stands; its payer owes the amount until it is paid anew.
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { type Paper } from '../paper/paper.ts'
import { type Cheque, type PayerFacts } from '../receipt/receipt.ts'

export interface ChequeKey {
  readonly receiptId: string
  readonly line: number
}

export interface ReceivedCheque {
  readonly key: ChequeKey
  readonly paper: Paper
  readonly receiptDate: CalendarDate
  /** The day of the summary, on which its money was debited: it goes out no earlier. */
  readonly bookedOn: CalendarDate
  readonly payer: string
  readonly payerFacts: PayerFacts
  readonly cheque: Cheque
  readonly amount: Money
  /** The own account that its slip or a pay-in brought it to; null: it is in the safe, and goes out of the cash on hand. */
  readonly bankAccountId: string | null
  /** A pay-in that the bank has not stamped carries it: nobody may say that it came back meanwhile. */
  readonly carriedBy: { readonly number: number; readonly fiscalYear: FiscalYear } | null
}

export const isSameCheque = (one: ChequeKey, other: ChequeKey): boolean => one.receiptId === other.receiptId && one.line === other.line

/** Digits alone, without leading zeros: '00123-456' and '123456' are one cheque, however a slip spells it. */
export const plainNumber = (number: string): string => number.replace(/[^0-9]/g, '').replace(/^0+/, '')

/** '418_2': the cheque as a form names it. */
export function chequeKeyText({ receiptId, line }: ChequeKey): string {
  return `${receiptId}_${line}`
}

export function readChequeKey(text: string): ChequeKey | undefined {
  const [, receiptId, line] = /^([0-9]{1,18})_([0-9]{1,4})$/.exec(text) ?? []
  return receiptId === undefined ? undefined : { receiptId, line: Number(line) }
}
