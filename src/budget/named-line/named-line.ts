// A control line as people name it in a form, and whether a change of the budget may touch it. Pure.
import { compareDates, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { compare, formatMoney, minus, zero, type Money } from '../../platform/money.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { deskText } from '../desk.text.ts'
import { type LineWithBalance } from '../line/line.ts'
import { lineNumber } from '../report.view.ts'
import { type ApproverRule, type BudgetClass, type Settings } from '../settings/settings.ts'

const { errors } = deskText

/** What the office has on the day of the document. */
export interface Known {
  readonly on: CalendarDate
  /** All lines of the year. */
  readonly lines: readonly LineWithBalance[]
  /** Of the lines that were named. */
  readonly available: ReadonlyMap<string, Money>
  readonly classes: ReadonlyMap<string, BudgetClass>
  readonly departments: ReadonlyMap<string, { readonly name: string; readonly isActive: boolean }>
  readonly enactedSources: ReadonlySet<string>
  readonly rules: readonly ApproverRule[]
  readonly codes: { readonly capitalType: string; readonly centralType: string; readonly centralPlan: string; readonly source: string }
  readonly settings: Settings
}

/** '0012 วัสดุสำนักงาน', '12', or words of the title that name one line. */
export function findTyped(lines: readonly LineWithBalance[], text: string): LineWithBalance | 'ambiguous' | undefined {
  const wanted = normalizeThai(text)
  const number = numberIn(wanted)
  if (number !== undefined) return lines.find((line) => line.number === number)
  if (wanted === '') return undefined
  const exact = lines.filter((line) => line.title === wanted)
  const found = exact.length > 0 ? exact : lines.filter((line) => line.title.includes(wanted))
  return found.length > 1 ? 'ambiguous' : found[0]
}

/** Whatever follows the number was only shown. */
export function numberIn(text: string): number | undefined {
  const [digits] = /^[0-9]{1,9}(?=\s|$)/.exec(toArabicDigits(normalizeThai(text))) ?? []
  return digits === undefined ? undefined : Number(digits)
}

/** The line that is meant, or what is wrong with the words. */
export function readLine(lines: readonly LineWithBalance[], text: string): LineWithBalance | string {
  const line = findTyped(lines, text)
  if (line === 'ambiguous') return errors.ambiguous
  return line ?? errors.noLine
}

export function nameOf(line: Pick<LineWithBalance, 'number' | 'title'>): string {
  return `${lineNumber(line)} ${line.title}`
}

/** As chosen, once it is known what was meant. */
export function lineText({ lines }: Pick<Known, 'lines'>, typed: string): string {
  const line = readLine(lines, typed)
  return typeof line === 'string' ? typed : nameOf(line)
}

export function availableText({ lines, available }: Pick<Known, 'lines' | 'available'>, typed: string): string {
  const line = readLine(lines, typed)
  const amount = typeof line === 'string' ? undefined : available.get(line.id)
  return amount === undefined ? '' : formatMoney(amount)
}

/** Why a change of the ordinance may not touch this line. */
export function whyNot(line: LineWithBalance, known: Pick<Known, 'enactedSources' | 'on'>): string | undefined {
  if (line.releasedFrom !== null) return errors.why.released
  if (line.fundDocumentId !== null) return errors.why.fund
  if (!known.enactedSources.has(line.sourceCode) && line.carriedFrom === null) return errors.why.source
  return compareDates(line.usableUntil, known.on) < 0 ? errors.why.ended : undefined
}

export function shortage(line: Pick<LineWithBalance, 'id' | 'number' | 'title'>, amount: Money, known: Pick<Known, 'available' | 'on'>): string | undefined {
  const available = known.available.get(line.id) ?? zero
  if (compare(amount, available) <= 0) return undefined
  return errors.short({
    number: lineNumber(line), title: line.title, date: formatThaiDate(known.on), available: formatMoney(available), asked: formatMoney(amount),
    short: formatMoney(minus(amount, available)),
  })
}

export function isCapital(economicCode: string | undefined, { classes, codes }: Pick<Known, 'classes' | 'codes'>): boolean {
  return economicCode !== undefined && classes.get(economicCode)?.typeCode === codes.capitalType
}
