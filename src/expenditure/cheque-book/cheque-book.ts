// สมุดเช็ค: what the bank gave, from the first leaf to the last; a register a unit fills before it pays by cheque.
import { lifecycle, type RegisterFilter } from '../../documents/index.ts'
import { type HeadKey } from '../../platform/database/heads.ts'
import { type Person } from '../../platform/database/people.ts'
import { type CalendarDate } from '../../platform/dates.ts'

export const bookSource = 'cheque-book'

export const bookLifecycle = lifecycle({
  in_use: {
    spoil: { to: 'in_use', may: 'expense.pay:edit' },
    close: { to: 'closed', may: 'expense.pay:edit' },
  },
  closed: {},
})
export type BookState = keyof typeof bookLifecycle.table
export type BookStep = 'spoil' | 'close'
export const bookStates = ['in_use', 'closed'] as const

export interface BookCommand {
  readonly bankAccountId: string
  readonly book: string
  /** As printed, with leading zeros; both of one length. */
  readonly firstNumber: string
  readonly lastNumber: string
  readonly receivedOn: CalendarDate
  readonly remark: string
}

export interface ChequeBook extends HeadKey, BookCommand {
  readonly state: BookState
  readonly bankName: string
  readonly closeReason: string
  readonly author: Person
  readonly authorId: string
  readonly leaves: number
  readonly written: number
  readonly cancelled: number
}

export type BookFilter = RegisterFilter<BookState> & { readonly search: string }

/** A book of ten leaves or of a hundred; more is a slip of the pen. */
export const mostLeaves = 1000

export function leavesOf({ firstNumber, lastNumber }: Pick<BookCommand, 'firstNumber' | 'lastNumber'>): number {
  return Number(lastNumber) - Number(firstNumber) + 1
}

export type BookFault = 'length' | 'order' | 'long'

export function rangeFault(book: Pick<BookCommand, 'firstNumber' | 'lastNumber'>): BookFault | undefined {
  if (book.firstNumber.length !== book.lastNumber.length) return 'length'
  if (leavesOf(book) < 1) return 'order'
  return leavesOf(book) > mostLeaves ? 'long' : undefined
}

export type LeafFault = 'noBook' | 'otherAccount' | 'closed'

/** Why a cheque of this account may not bear a number that stands in this book. */
export function leafFault(book: Pick<ChequeBook, 'bankAccountId' | 'state'> | undefined, bankAccountId: string): LeafFault | undefined {
  if (book === undefined) return 'noBook'
  if (book.bankAccountId !== bankAccountId) return 'otherAccount'
  return book.state === 'closed' ? 'closed' : undefined
}
