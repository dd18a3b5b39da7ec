// ใบตรวจสอบประจำเดือน: what is counted and added up by hand at the end of a month, beside the books (expenditure-accounting-assets §1.12, Controls). Pure.
import { lifecycle, type DocumentHead } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { thaiMonthName, type CalendarDate } from '../../platform/dates.ts'
import { isZero, minus, type Money } from '../../platform/money.ts'

export type ControlState = 'draft' | 'submitted' | 'signed' | 'cancelled'
export type ControlStep = 'submit' | 'withdraw' | 'cancel' | 'return' | 'sign' | 'reopen'
export const controlKind = 'pawn-month-control'

/** It posts nothing: signed it may be opened again, while its month is open. */
export const controlLifecycle = lifecycle({
  draft: {
    edit: { to: 'draft', may: 'expense.pawn:edit', onlyBy: 'author' }, submit: { to: 'submitted', may: 'expense.pawn:create', onlyBy: 'author' }, cancel: { to: 'cancelled', may: 'expense.pawn:edit' },
  },
  submitted: {
    sign: { to: 'signed', may: 'expense.pawn:approve', notBy: 'author' }, return: { to: 'draft', may: 'expense.pawn:approve' }, withdraw: { to: 'draft', may: 'expense.pawn:edit', onlyBy: 'author' },
  },
  signed: { reopen: { to: 'draft', may: 'expense.pawn:approve' } },
  cancelled: {},
})

export interface Counted {
  readonly counted: Money
  readonly openTickets: Money
  readonly openCount: number
  readonly forfeited: Money
  /** Why it differs from the books. */
  readonly reason: string
}

export interface Books {
  readonly cash: Money
  readonly debtors: Money
  readonly stock: Money
}

/** What the books say of the month itself. */
export interface MonthFigures extends Books {
  readonly interest: Money
  /** Half of what was lent at the beginning and at the end. */
  readonly averageLent: Money
}

export interface MonthControl extends DocumentHead<ControlState>, Counted {
  readonly organisationName: string
  /** The last of the month. */
  readonly documentDate: CalendarDate
  readonly author: Person
  readonly signer: Person | null
  readonly signedAt: string | null
  readonly returnReason: string | null
  /** As it was signed; null before. */
  readonly signedBooks: Books | null
}

export interface ControlRow {
  readonly what: keyof Books
  readonly counted: Money
  readonly books: Money
  readonly difference: Money
}

export function controlRows({ counted, openTickets, forfeited }: Counted, { cash, debtors, stock }: Books): ControlRow[] {
  const row = (what: keyof Books, found: Money, books: Money): ControlRow => ({ what, counted: found, books, difference: minus(found, books) })
  return [row('cash', counted, cash), row('debtors', openTickets, debtors), row('stock', forfeited, stock)]
}

export const differs = (counted: Counted, books: Books): boolean => controlRows(counted, books).some(({ difference }) => !isZero(difference))

export const hasMoved = ({ signedBooks }: Pick<MonthControl, 'signedBooks'>, now: Books): boolean => (
  signedBooks !== null && (['cash', 'debtors', 'stock'] as const).some((each) => signedBooks[each] !== now[each]))

/** Interest of the month in hundredths of a per cent of what was lent on average; undefined where nothing was. */
export function interestRate({ interest, averageLent }: MonthFigures): bigint | undefined {
  return averageLent <= 0n ? undefined : (interest * 10_000n) / averageLent
}

/** 'พฤศจิกายน 2569' */
export const monthOf = (day: CalendarDate): string => `${thaiMonthName(Number(day.slice(5, 7)))} ${Number(day.slice(0, 4)) + 543}`
