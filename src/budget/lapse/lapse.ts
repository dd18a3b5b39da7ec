// พับเงิน: what was not used in its time falls to the accumulated funds; the list makes itself (budget-and-receipts §3.9). Pure.
import { lifecycle } from '../../documents/index.ts'
import { compareDates, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { negate, sum, type Money } from '../../platform/money.ts'
import { type Entry } from '../control/control.ts'
import { type DeskDocument } from '../desk/desk.ts'
import { type BudgetDocument, type DocumentLine, type NewDocumentLine } from '../document/document.ts'
import { keyOf, type Unspent } from '../unspent/unspent.ts'
import { yearEndText } from '../year-end.text.ts'

const { errors } = yearEndText

export const lapseLifecycle = lifecycle({
  draft: {
    edit: { to: 'draft', may: 'expense.reserve:edit', onlyBy: 'author' },
    approve: { to: 'approved', may: 'expense.reserve:approve', notBy: 'author' },
    cancel: { to: 'cancelled', may: 'expense.reserve:edit' },
  },
  approved: {},
  cancelled: {},
})

export type LapseState = keyof typeof lapseLifecycle.table
export type Lapse = DeskDocument<LapseState>

export interface JudgedLapse {
  readonly lines: readonly NewDocumentLine[]
  readonly total: Money
  readonly faults: FieldErrors
}

/** A notice, an approval or a loan that is past its days and still open. */
export interface PastDueFund extends Pick<BudgetDocument, 'kind' | 'id' | 'number' | 'fiscalYear' | 'title'> {
  readonly until: CalendarDate
  /** What was neither bound nor paid of it. */
  readonly available: Money
  /** What came in for it and was not paid. */
  readonly cash: Money
}

/** Whole amounts, as they stand; only which of them is chosen. */
export function judgeLapse(wanted: readonly string[], unspent: readonly Unspent[]): JudgedLapse {
  const chosen = unspent.filter((each) => wanted.includes(keyOf(each)))
  const lines = chosen.map(({ line, holder, amount, about }): NewDocumentLine => (
    { direction: 'lapse', lineId: line.id, holder, amount, planReference: about, untilDate: line.usableUntil }))
  const isGone = chosen.length < new Set(wanted).size
  return { lines, total: sum(lines.map(({ amount }) => amount)), faults: isGone ? { '': errors.gone } : lines.length === 0 ? { '': errors.noLapse } : {} }
}

/** Looked at with the lines held: extended, or on its way into the next year, since the list was made. */
export function refusalOf(lines: readonly DocumentLine[], unspent: readonly Unspent[], date: CalendarDate): string | undefined {
  for (const { control, lineId, holder } of lines) {
    if (control && compareDates(control.usableUntil, date) >= 0) return errors.alive(control.title, formatThaiDate(control.usableUntil))
    const isFree = unspent.some(({ line, holder: own, isBeingExtended }) => (
      line.id === lineId && own?.kind === holder?.kind && own?.id === holder?.id && !isBeingExtended))
    if (!isFree) return errors.carrying(control?.title ?? '')
  }
  return undefined
}

export function entriesOf(lines: readonly DocumentLine[], stageOf: (line: DocumentLine) => 'reserved' | 'committed'): Entry[] {
  return lines.flatMap((line): Entry[] => {
    const { lineId, holder, amount } = line
    if (lineId === null) return []
    return [...(holder ? [{ lineId, stage: stageOf(line), amount: negate(amount), holder }] : []), { lineId, stage: 'lapsed', amount }]
  })
}
