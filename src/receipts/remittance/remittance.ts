// ใบนำส่งเงิน: a collector hands a batch of receipts and its money to finance (budget-and-receipts §4.5).
import { lifecycle, type DocumentHead, type RegisterFilter } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { type Officer } from '../../platform/database/work.ts'
import { compareDates, type CalendarDate } from '../../platform/dates.ts'
import { sum, type Money } from '../../platform/money.ts'
import { type IncomeTotal, type MoneyPlace } from '../money-in/money-in.ts'
import { type Paper } from '../paper/paper.ts'
import { amountOf, type ChainLink, type ReceiptState } from '../receipt/receipt.ts'

export const remittanceStates = ['draft', 'submitted', 'received', 'summarised', 'cancelled'] as const
export type RemittanceState = (typeof remittanceStates)[number]

export const remittanceLifecycle = lifecycle({
  draft: {
    edit: { to: 'draft', may: 'revenue.remit:edit' },
    submit: { to: 'submitted', may: 'revenue.remit:create' },
    cancel: { to: 'cancelled', may: 'revenue.remit:create' },
  },
  submitted: {
    receive: { to: 'received', may: 'revenue.remitsum:create', notBy: 'author' },
    return: { to: 'draft', may: 'revenue.remitsum:create' },
  },
  received: {
    return: { to: 'draft', may: 'revenue.remitsum:create' },
    summarise: { to: 'summarised', may: 'revenue.remitsum:approve' },
  },
  summarised: { reverse: { to: 'received', may: 'revenue.remitsum:approve' } },
  cancelled: {},
})

/** Its number is taken at submission and kept for ever. */
export interface RemittanceHead extends DocumentHead<RemittanceState> {
  readonly slipDate: CalendarDate
  readonly remitter: Person
  /** Receipts of the slip, with the cancelled ones; the total is without. */
  readonly count: number
  readonly cancelled: number
  readonly total: Money
}

export interface SlipReceipt {
  readonly id: string
  readonly version: number
  readonly state: ReceiptState
  readonly paper: Paper
  readonly receiptDate: CalendarDate
  readonly payer: string
  readonly total: Money
  readonly authorId: string
  readonly recorder: string
  readonly isMiskeyed: boolean
  readonly remittanceId: string | null
}

export interface Remittance extends RemittanceHead {
  readonly cashBankAccountId: string | null
  readonly remark: string
  readonly returnReason: string | null
  readonly receiver: Person | null
  readonly submittedAt: string | null
  readonly receivedAt: string | null
  readonly summary: ChainLink | null
  readonly receipts: readonly SlipReceipt[]
  readonly incomes: readonly IncomeTotal[]
  readonly places: readonly MoneyPlace[]
}

export interface RemittanceCommand {
  readonly slipDate: CalendarDate
  readonly receiptIds: readonly string[]
  /** Where the cash is or will be paid in; null: it stays in the safe. */
  readonly cashBankAccountId: string | null
  /** False: nothing was chosen, which only a slip without cash may leave so. */
  readonly isCashPlaced: boolean
  /** Receipts that colleagues recorded go along, so that nobody who leaves freezes money. */
  readonly isForAll: boolean
  readonly remark: string
}

/** What stands in no summary yet may be asked for too. */
export const slipAsks = [...remittanceStates, 'waiting'] as const
export type SlipAsk = (typeof slipAsks)[number]
export type RemittanceFilter = RegisterFilter<SlipAsk>

/** Why a receipt cannot be put on this slip. */
export type Unfit = 'missing' | 'taken' | 'later' | 'cancelling'

export interface WantedSlip {
  readonly id: string | undefined
  readonly authorId: string
  readonly isForAll: boolean
  readonly slipDate: CalendarDate
}

/** What was miskeyed is no paper: its sheet goes with the receipt that was keyed anew. */
export function unfitness(receipt: SlipReceipt | undefined, slip: WantedSlip): Unfit | undefined {
  if (!receipt || receipt.isMiskeyed) return 'missing'
  if (receipt.authorId !== slip.authorId && !slip.isForAll) return 'missing'
  if (receipt.remittanceId !== null && receipt.remittanceId !== slip.id) return 'taken'
  if (receipt.state === 'cancelling') return 'cancelling'
  return compareDates(receipt.receiptDate, slip.slipDate) > 0 ? 'later' : undefined
}

export function totalOf(receipts: readonly SlipReceipt[]): Money {
  return sum(receipts.map(amountOf))
}

/** A draft is its author's; a colleague may only take it apart, which frees its receipts. The other steps belong to finance. */
export function mayDo(officer: Officer, slip: RemittanceHead, action: string): boolean {
  return slip.state !== 'draft' || slip.authorId === officer.userId || action === 'cancel'
}

/** Recorded by somebody else than who hands them in. */
export function foreignReceipts({ receipts, authorId }: Pick<Remittance, 'receipts' | 'authorId'>): SlipReceipt[] {
  return receipts.filter((receipt) => receipt.authorId !== authorId)
}
