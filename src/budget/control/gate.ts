// What must hold before a movement is written. The database's own CHECKs stand behind each of these.
import { compareDates, fiscalYearOf, formatThaiDate, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, isNegative, isZero, minus, negate, plus, sum, type Money } from '../../platform/money.ts'
import { budgetText } from '../budget.text.ts'
import { effectOf, isSameSource, linesIn, restOf, type Entry, type Held, type HeldLine, type HeldStage, type Share, type Stage } from './control.ts'

const { errors } = budgetText

export interface Moment {
  readonly date: CalendarDate
  readonly field?: string | undefined
}

/** Nothing to move is a fault of the caller; nothing or less than nothing of a line is refused. */
export function mustBeShares(shares: readonly Share[], { field = '' }: Pick<Moment, 'field'>): void {
  if (shares.length === 0) throw new RangeError('an act without shares')
  if (shares.some(({ amount }) => isNegative(amount) || isZero(amount))) throw new RuleBroken({ [field]: errors.positive })
}

export function mustHold(held: Held, entries: readonly Entry[], moment: Moment): void {
  const refuse = (message: string): never => { throw new RuleBroken({ [moment.field ?? '']: message }) }
  for (const lineId of linesIn(entries)) {
    const line = held.lines.get(lineId)
    const own = entries.filter((entry) => entry.lineId === lineId)
    const refusal = line === undefined ? errors.noLine : refusalOf(line, own, { held, entries, date: moment.date })
    if (refusal !== undefined) refuse(refusal)
  }
}

interface Facts {
  readonly held: Held
  /** Of the whole act. */
  readonly entries: readonly Entry[]
  readonly date: CalendarDate
}

function refusalOf(line: HeldLine, entries: readonly Entry[], facts: Facts): string | undefined {
  return unusable(line, entries, facts.date) ?? overHold(entries, facts.held) ?? overSpent(line, entries, facts.date) ?? overCash(line, entriesOfFund(line, facts))
}

/**
 * New use of a line falls within its days; paying what was claimed in time does not have to, nor claiming it again when that payment is reversed. Money that comes back is no new use: it
 * is told whenever it comes within the year of the line (§1.6, S34).
 */
function unusable(line: HeldLine, entries: readonly Entry[], date: CalendarDate): string | undefined {
  const isUnpaid = entries.some(({ stage, amount }) => stage === 'paid' && isNegative(amount))
  const isOf = (stages: readonly Stage[]) => entries.some(({ stage, amount }) => stages.includes(stage) && !isNegative(amount))
  const isNewUse = !isUnpaid && isOf(['reserved', 'committed', 'claimed'])
  const isWithin = compareDates(date, line.usableFrom) >= 0 && compareDates(date, line.usableUntil) <= 0
  if (isWithin || !isNewUse && (!isOf(['refunded']) || fiscalYearOf(date) === line.fiscalYear)) return undefined
  return errors.notUsable(formatThaiDate(line.usableFrom), formatThaiDate(line.usableUntil))
}

function overHold(entries: readonly Entry[], held: Held): string | undefined {
  for (const entry of entries) {
    const { holder } = entry
    const stage = takenFrom(entry)
    if (!holder || !stage) continue
    const taken = sum(entries.filter((other) => other.holder && isSameSource(other.holder, holder) && takenFrom(other) === stage).map(sizeOf))
    const rest = restOf(held, { lineId: entry.lineId, stage, holder })
    if (compare(taken, rest) > 0) return entry.stage === 'refunded' ? errors.overPaid(formatMoney(rest)) : errors.overHold(formatMoney(rest))
  }
  return undefined
}

/** The hold that becomes smaller. */
function takenFrom({ stage, amount }: Entry): HeldStage | undefined {
  if (stage === 'refunded') return isNegative(amount) ? undefined : 'paid'
  const isHeld = stage === 'reserved' || stage === 'committed' || stage === 'claimed' || stage === 'paid'
  return isHeld && isNegative(amount) ? stage : undefined
}

function sizeOf({ amount }: Entry): Money {
  return isNegative(amount) ? negate(amount) : amount
}

function overSpent(line: HeldLine, entries: readonly Entry[], date: CalendarDate): string | undefined {
  const change = sum(entries.map(effectOf))
  if (!isNegative(change) || !isNegative(plus(line.availableOn, change))) return undefined
  const asked = negate(change)
  return errors.short({
    number: String(line.number).padStart(4, '0'), title: line.title, date: formatThaiDateShort(date),
    available: formatMoney(line.availableOn), asked: formatMoney(asked), short: formatMoney(minus(asked, line.availableOn)),
  })
}

/** What was received and paid is told of the whole notice: money that an act moves between two of its lines pays nothing more. */
function entriesOfFund({ fundDocumentId }: HeldLine, { held, entries }: Facts): Entry[] {
  return entries.filter(({ lineId }) => held.lines.get(lineId)?.fundDocumentId === fundDocumentId)
}

/** A notice or loan pays no more than came in for it (§3.7). */
function overCash(line: HeldLine, entries: readonly Entry[]): string | undefined {
  const { fund } = line
  const paid = sum(entries.filter(({ stage }) => stage === 'paid').map(({ amount }) => amount))
  if (!fund || isNegative(paid) || isZero(paid) || compare(plus(fund.paid, paid), fund.received) <= 0) return undefined
  return errors.overCash(formatMoney(fund.received), formatMoney(fund.paid))
}
