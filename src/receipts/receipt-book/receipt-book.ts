// สมุดใบเสร็จ: received, handed to who collects, returned, its unused sheets cancelled at the end of the year (budget-and-receipts §4.3, scenarios 43, 57).
import { lifecycle, type DocumentHead } from '../../documents/index.ts'
import { compareDates, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'

export const bookStates = ['stock', 'issued', 'returned', 'closed', 'removed'] as const
export type BookState = (typeof bookStates)[number]

/** Who keys receipts takes books into the register; the head of treasury hands them out, takes them back and cancels what is left. */
export const bookLifecycle = lifecycle({
  stock: {
    issue: { to: 'issued', may: 'revenue.receipt:approve' },
    close: { to: 'closed', may: 'revenue.receipt:approve' },
    remove: { to: 'removed', may: 'revenue.receipt:edit' },
  },
  issued: {
    return: { to: 'returned', may: 'revenue.receipt:approve' },
    close: { to: 'closed', may: 'revenue.receipt:approve' },
  },
  returned: {
    issue: { to: 'issued', may: 'revenue.receipt:approve' },
    close: { to: 'closed', may: 'revenue.receipt:approve' },
  },
  closed: {},
  removed: {},
})

export interface Holder {
  readonly name: string
  /** An officer who keys from it; nobody else then does. */
  readonly userId: string | null
  /** A unit below, which keeps it in a register of its own. */
  readonly unitId: string | null
}

/** A handing-out that is over: from its day to the day of the return, both with it. */
export interface HandedOut {
  readonly holder: Holder
  readonly issuedOn: CalendarDate
  readonly returnedOn: CalendarDate
}

export interface PossibleHolder {
  readonly id: string
  readonly name: string
}

export interface Book extends DocumentHead<BookState> {
  readonly book: string
  readonly first: number
  readonly last: number
  readonly receivedOn: CalendarDate
  readonly receivedFrom: string
  readonly remark: string
  readonly holder: Holder | null
  readonly issuedOn: CalendarDate | null
  readonly returnedOn: CalendarDate | null
  /** Who had it before, the first one first. */
  readonly before: readonly HandedOut[]
  readonly closed: { readonly by: string; readonly at: string; readonly reason: string } | null
  readonly sheets: SheetCount
}

/** Asked of the receipts. */
export interface SheetCount {
  readonly used: number
  /** Written and cancelled: the sheet stays in the book. */
  readonly cancelled: number
  /** Skipped: a later one was used. */
  readonly missing: number
  /** After the last one used; once the book is closed they are punched. */
  readonly unused: number
}

export function countSheets({ first, last }: Pick<Book, 'first' | 'last'>, keyed: { used: number; cancelled: number; highest: number | null }): SheetCount {
  const { used, cancelled, highest } = keyed
  const reached = highest === null ? 0 : highest - first + 1
  return { used, cancelled, missing: reached - used - cancelled, unused: last - first + 1 - reached }
}

export interface NewBooks {
  readonly formKey: string
  readonly fiscalYear: FiscalYear
  /** Their names: one, or a run of numbers received together. */
  readonly books: readonly string[]
  readonly first: number
  readonly last: number
  /** The numbers go on from book to book; otherwise every book begins anew. */
  readonly isRunning: boolean
  readonly receivedOn: CalendarDate
  readonly receivedFrom: string
  readonly remark: string
}

export interface Sheets {
  readonly book: string
  readonly first: number
  readonly last: number
}

export function sheetsOf({ books, first, last, isRunning }: NewBooks): Sheets[] {
  const length = last - first + 1
  return books.map((book, index) => (isRunning ? { book, first: first + index * length, last: last + index * length } : { book, first, last }))
}

export interface IssueForm {
  readonly version: number
  readonly holder: Holder
  readonly issuedOn: CalendarDate
}

export interface WrittenSheet {
  readonly sheet: number
  readonly date: CalendarDate
  readonly by: string
}

export type Unfit = 'stock' | 'returned' | 'closed' | 'unit' | 'person' | 'range' | 'early'

/** Why a sheet cannot be of this book as it stands; undefined: it can. */
export function whyUnfit(book: Book, { sheet, date, by }: WrittenSheet): Unfit | undefined {
  if (book.state === 'stock' || book.state === 'closed') return book.state
  // What was written while it was out is keyed also after it came back, and after it went out again.
  if (wasInHand(book, { date, by })) return isOf(book, sheet) ? undefined : 'range'
  if (book.state === 'returned' && (book.returnedOn === null || compareDates(date, book.returnedOn) > 0)) return 'returned'
  if (!isOf(book, sheet)) return 'range'
  if (book.holder?.unitId) return 'unit'
  if (book.holder?.userId && book.holder.userId !== by) return 'person'
  return book.issuedOn && compareDates(date, book.issuedOn) < 0 ? 'early' : undefined
}

const isOf = ({ first, last }: Book, sheet: number): boolean => sheet >= first && sheet <= last

/** By an earlier handing-out of that day, to this officer or to somebody whose sheets anybody keys. */
function wasInHand({ before }: Book, { date, by }: Pick<WrittenSheet, 'date' | 'by'>): boolean {
  return before.some(({ holder, issuedOn, returnedOn }) => (
    holder.unitId === null && (holder.userId === null || holder.userId === by) && compareDates(date, issuedOn) >= 0 && compareDates(date, returnedOn) <= 0))
}

export interface BookFilter {
  readonly organisationId: string
  readonly fiscalYear: FiscalYear
  readonly state: BookState | undefined
  readonly search: string
  /** Book and id of the last one of the page before. */
  readonly after: { readonly book: string; readonly id: string } | undefined
}
