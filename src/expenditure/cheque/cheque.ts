// เช็ค: a leaf of a book, written for a payee, signed, handed over, cleared; or cancelled, perhaps with another in its place (expenditure-accounting-assets §1.2).
import { lifecycle, type RegisterFilter } from '../../documents/index.ts'
import { type HeadKey } from '../../platform/database/heads.ts'
import { addMonths, compareDates, type CalendarDate } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'

export const chequeSource = 'cheque'

/** Handing over is the payment's doing, cancelling what was handed over its reversal's. */
export const chequeLifecycle = lifecycle({
  written: {
    sign: { to: 'signed', may: 'expense.pay:edit' },
    draw: { to: 'written', may: 'expense.pay:edit' },
    replace: { to: 'cancelled', may: 'expense.pay:edit' },
  },
  signed: {
    draw: { to: 'signed', may: 'expense.pay:edit' },
    replace: { to: 'cancelled', may: 'expense.pay:edit' },
  },
  handed_over: { clear: { to: 'cleared', may: 'expense.pay:edit' } },
  cleared: { unclear: { to: 'handed_over', may: 'expense.pay:edit' } },
  cancelled: {},
})
export type ChequeState = keyof typeof chequeLifecycle.table
export type ChequeStep = 'sign' | 'draw' | 'replace' | 'clear' | 'unclear'

/** As the register shows it: stale is what no bank pays any more. */
export const chequeStandings = ['written', 'signed', 'handed_over', 'cleared', 'cancelled', 'stale'] as const
export type ChequeStanding = (typeof chequeStandings)[number]

export interface Cheque extends HeadKey {
  readonly state: ChequeState
  readonly bankAccountId: string
  readonly bankName: string
  /** Of the book; empty for cheques written before books were kept. */
  readonly book: string
  readonly bookId: string | null
  readonly number: string
  /** Null on a leaf that was spoiled before anything was written on it; so is the amount. */
  readonly chequeDate: CalendarDate | null
  readonly payeeName: string
  readonly amount: Money | null
  readonly signedOn: CalendarDate | null
  /** ขีดคร่อม: the bank pays it into an account only. */
  readonly isCrossed: boolean
  /** ขีดฆ่า "หรือผู้ถือ": it goes to nobody but the payee. */
  readonly isBearerStruck: boolean
  readonly handedTo: string
  /** The citizen id, or the number of another paper, by which its taker was known. */
  readonly receiverId: string
  readonly handedOverOn: CalendarDate | null
  readonly clearedOn: CalendarDate | null
  readonly cancelledOn: CalendarDate | null
  readonly cancelReason: string
  readonly replaces: ChequeLink | null
  readonly replacedBy: ChequeLink | null
  /** The payment that handed it over, or is about to. */
  readonly paymentId: string | null
  readonly voucherId: string | null
  /** Nobody prepares a cheque alone: it follows from a report or a payment. */
  readonly authorId: ''
}

export interface ListedCheque extends Cheque {
  readonly standing: ChequeStanding
}

export interface ChequeLink {
  readonly id: string
  readonly number: string
}

export type ChequeFilter = RegisterFilter<ChequeStanding> & { readonly search: string; readonly bookId?: string | undefined }

/** Months a cheque lives (setting): one dated before this day is stale. */
export function staleBefore(today: CalendarDate, months: number): CalendarDate {
  return addMonths(today, -months)
}

/** On the bank's paper as long as nobody took it. */
export function isPrintable({ state }: Pick<Cheque, 'state'>): boolean {
  return state === 'written' || state === 'signed'
}

export function standingOf({ state, chequeDate }: Pick<Cheque, 'state' | 'chequeDate'>, stale: CalendarDate): ChequeStanding {
  const isOpen = state === 'written' || state === 'signed' || state === 'handed_over'
  return isOpen && chequeDate !== null && compareDates(chequeDate, stale) < 0 ? 'stale' : state
}

/** What is to be written on a leaf. */
export interface NewCheque {
  readonly bankAccountId: string
  readonly number: string
  readonly chequeDate: CalendarDate
  readonly payeeName: string
  readonly amount: Money
  readonly replacesId?: string | undefined
  /** Crossed and struck unless said otherwise. */
  readonly isCrossed?: boolean
  readonly isBearerStruck?: boolean
}
