// How far somebody's books are, in words.
import { type BookState } from '../ledger/index.ts'
import { formatThaiDateShort } from '../platform/dates.ts'
import { type Status } from '../platform/http/components.ts'
import { oversightText } from './oversight.text.ts'

const { books, notPosted } = oversightText.progress

export function bookStatus(state: BookState | undefined): Status {
  if (!state?.isOpened) return books.unopened
  if (state.isYearClosed) return books.closed
  return state.closedMonths === 0 ? books.none : books.months(String(state.closedMonths))
}

export function lastPosted(state: BookState | undefined): string {
  return state?.lastPosted ? formatThaiDateShort(state.lastPosted) : notPosted
}
