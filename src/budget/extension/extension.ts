// ขยายเวลาเบิกจ่าย: money that was carried and is still needed gets a later last day (budget-and-receipts §3.9). Pure.
import { lifecycle } from '../../documents/index.ts'
import { compareDates, fiscalYearOf, formatThaiDate, readThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { sum, type Money } from '../../platform/money.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { untilOf } from '../carry/carry.ts'
import { untilApproval, type DeskDocument } from '../desk/desk.ts'
import { type NewDocumentLine } from '../document/document.ts'
import { byLine, type Unspent } from '../unspent/unspent.ts'
import { yearEndText } from '../year-end.text.ts'

const { errors } = yearEndText

export const extensionLifecycle = lifecycle({
  ...untilApproval('expense.reserve'),
  approved: {},
})

export type ExtensionState = keyof typeof extensionLifecycle.table
export type Extension = DeskDocument<ExtensionState>

export interface TypedExtensionRow {
  /** Id of the line. */
  readonly of: string
  readonly untilDate: string
  readonly reason: string
}

export interface JudgedExtension {
  readonly lines: readonly (NewDocumentLine & { readonly lineId: string })[]
  readonly total: Money
  readonly faults: FieldErrors
}

/** `years`: how many at a time. */
export function judgeExtension(rows: readonly TypedExtensionRow[], known: { readonly unspent: readonly Unspent[]; readonly years: number }): JudgedExtension {
  const faults: Record<string, string> = {}
  const carried = byLine(known.unspent)
  const lines = rows.flatMap((row, index) => {
    if (row.untilDate.trim() === '') return []
    const found = carried.find(({ line }) => line.id === row.of)
    const explanation = normalizeThai(row.reason)
    if (explanation.length > 1000) faults[`rows.${index}.reason`] = errors.tooLong('1000')
    if (!found) {
      faults[`rows.${index}.untilDate`] = errors.gone
      return []
    }
    const until = readThaiDate(row.untilDate)
    const refusal = until === undefined ? errors.date : refusalOf(until, found.line.usableUntil, known.years)
    if (refusal !== undefined) faults[`rows.${index}.untilDate`] = refusal
    return [{
      direction: 'extend' as const, lineId: found.line.id, amount: found.all, explanation, oldExplanation: found.line.usableUntil, untilDate: until ?? null,
    }]
  })
  if (lines.length === 0 && Object.keys(faults).length === 0) faults[''] = errors.noExtension
  return { lines, total: sum(lines.map(({ amount }) => amount)), faults }
}

/** Later than it is, by no more than the law gives at a time. */
export function refusalOf(until: CalendarDate, standing: CalendarDate, years: number): string | undefined {
  if (compareDates(until, standing) <= 0) return errors.untilTooEarly(formatThaiDate(standing))
  const latest = untilOf(fiscalYearOf(standing), years)
  return compareDates(until, latest) > 0 ? errors.untilTooLate(formatThaiDate(latest)) : undefined
}
