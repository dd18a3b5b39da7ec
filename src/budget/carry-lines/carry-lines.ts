// What may be carried, and what was typed beside it. Pure.
import { readAmount } from '../../documents/index.ts'
import { compareDates, formatThaiDate, readThaiDate, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, sum, zero, type Money } from '../../platform/money.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { lastDayOf, untilOf, type CarryVariant } from '../carry/carry.ts'
import { type NewDocumentLine } from '../document/document.ts'
import { keyOf, type Unspent } from '../unspent/unspent.ts'
import { yearEndText } from '../year-end.text.ts'

const { errors } = yearEndText

export interface TypedCarryRow {
  readonly of: string
  readonly amount: string
  readonly reason: string
}

export interface TypedCarry {
  readonly variant: CarryVariant
  readonly fiscalYear: FiscalYear
  readonly untilDate: string
  readonly rows: readonly TypedCarryRow[]
}

export interface JudgedCarry {
  readonly lines: readonly NewDocumentLine[]
  readonly total: Money
  readonly faults: FieldErrors
}

const carriedAs: Readonly<Record<CarryVariant, string>> = { 'CF-O': '9001', 'CF-N': '9001', 'CF-G': '9002', 'CF-A': '9003' }

/** A line that was carried before is extended, not carried again. */
export function isFor(variant: CarryVariant, candidate: Unspent): boolean {
  if (candidate.line.carriedFrom !== null || candidate.carriedAs !== carriedAs[variant]) return false
  if (variant === 'CF-O') return candidate.stage === 'committed'
  return variant !== 'CF-N' || (candidate.stage !== 'committed' && candidate.isCapital)
}

export interface KnownOfCarry {
  readonly candidates: readonly Unspent[]
  /** Years the law gives for capital without an obligation. */
  readonly years: number
}

export function judgeCarry(typed: TypedCarry, known: KnownOfCarry): JudgedCarry {
  const faults: Record<string, string> = {}
  const until = untilIn(typed, known, faults)
  const lines = typed.rows.flatMap((row, index): NewDocumentLine[] => {
    if (row.amount.trim() === '') return []
    const candidate = known.candidates.find((each) => keyOf(each) === row.of)
    const amount = readAmount(row.amount)
    const refusal = refusalOf(typed.variant, candidate, amount)
    if (refusal !== undefined) faults[`rows.${index}.amount`] = refusal
    const explanation = normalizeThai(row.reason)
    if (explanation.length > 1000) faults[`rows.${index}.reason`] = errors.tooLong('1000')
    return [{
      direction: 'carry', lineId: candidate?.line.id ?? null, holder: candidate?.holder ?? null, amount: typeof amount === 'string' ? zero : amount,
      explanation, planReference: candidate?.about ?? '', untilDate: until,
    }]
  })
  if (lines.length === 0) faults[''] = errors.nothing
  return { lines, total: sum(lines.map(({ amount }) => amount)), faults }
}

function refusalOf(variant: CarryVariant, candidate: Unspent | undefined, amount: Money | string): string | undefined {
  if (!candidate) return errors.gone
  if (!isFor(variant, candidate)) return variant === 'CF-N' && !candidate.isCapital ? errors.onlyCapital : errors.otherVariant
  if (typeof amount === 'string') return amount
  return compare(amount, candidate.amount) > 0 ? errors.tooMuch(formatMoney(candidate.amount)) : undefined
}

/** A contract, grant or approval may have a life of its own; capital without one has the years of the law. */
function untilIn({ variant, fiscalYear: year, untilDate }: TypedCarry, { years }: KnownOfCarry, faults: Record<string, string>): CalendarDate | null {
  const until = readThaiDate(untilDate)
  if (until === undefined) faults['untilDate'] = errors.date
  else if (compareDates(until, lastDayOf(year)) <= 0) faults['untilDate'] = errors.untilTooEarly(formatThaiDate(lastDayOf(year)))
  else {
    const latest = untilOf(year, variant === 'CF-N' ? years : longest)
    if (compareDates(until, latest) > 0) faults['untilDate'] = errors.untilTooLate(formatThaiDate(latest))
  }
  return until ?? null
}

/** No contract of a local authority lives longer; a slip of the pen does. */
const longest = 10
