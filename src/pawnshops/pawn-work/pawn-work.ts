// What of the pawnshop's documents waits for an officer: for the home page.
import { decidedBy } from '../../documents/index.ts'
import { type Blocker } from '../../ledger/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { addDays, formatThaiDateField, type DayRange } from '../../platform/dates.ts'
import { type Permission } from '../../platform/http/route.ts'
import { formatMoney, type Money } from '../../platform/money.ts'
import { type PawnKind } from '../pawn-document/pawn-document.ts'
import { bookPaths, sharingPaths } from '../pawnshops.paths.ts'
import { pawnshopsText } from '../pawnshops.text.ts'

export interface WaitingPawn {
  readonly kind: PawnKind
  /** One's own drafts, or what others handed in. */
  readonly step: 'draft' | 'submitted'
  readonly count: number
  readonly amount: Money
}

export interface PawnWorkItem {
  readonly text: string
  readonly href: string
  readonly count: number
  readonly amount: Money
}

const titles: Readonly<Record<PawnKind, string>> = {
  receipt: pawnshopsText.books.receipt.title, pledge: pawnshopsText.books.pledge.title, forfeiture: pawnshopsText.books.forfeiture.title, sharing: pawnshopsText.sharing.title,
}
const lists: Readonly<Record<PawnKind, string>> = {
  receipt: bookPaths.receipt.list, pledge: bookPaths.pledge.list, forfeiture: bookPaths.forfeiture.list, sharing: sharingPaths.list,
}

function rightFor({ kind, step }: WaitingPawn): Permission {
  if (kind === 'receipt') return step === 'draft' ? 'revenue.pawn:create' : 'revenue.pawn:approve'
  return step === 'draft' ? 'expense.pawn:create' : 'expense.pawn:approve'
}

export function pawnItemsFor(officer: Officer, waiting: readonly WaitingPawn[], { isAlone }: { readonly isAlone: boolean }): PawnWorkItem[] {
  const { query } = decidedBy({ isAlone })
  return waiting.filter((each) => officer.permissions.has(rightFor(each))).map(({ kind, step, count, amount }) => ({
    text: pawnshopsText.work[step](titles[kind]), href: `${lists[kind]}?state=${step}${step === 'draft' ? '&by=me' : query}`, count, amount,
  }))
}

/** Each with the list that shows it. */
export function openPawnOf(open: readonly WaitingPawn[], { from, until }: DayRange): Blocker[] {
  const days = new URLSearchParams({ from: formatThaiDateField(from), until: formatThaiDateField(addDays(until, -1)) })
  return open.map(({ kind, step, count, amount }) => ({
    text: pawnshopsText.work.open[step](titles[kind], String(count), formatMoney(amount)), href: `${lists[kind]}?state=${step}&${days}`,
  }))
}
