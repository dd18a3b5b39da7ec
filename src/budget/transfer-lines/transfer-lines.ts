// Typed rows of a transfer → lines of the document, or what is wrong with each cell. Pure.
import { readAmount } from '../../documents/index.ts'
import { compareDates, formatThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, isNegative, minus, negate, sum, zero, type Money } from '../../platform/money.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { approverOf, type Approval } from '../approver/approver.ts'
import { transferText } from '../change.text.ts'
import { type LineKey, type NewDocumentLine } from '../document/document.ts'
import { type LineWithBalance } from '../line/line.ts'
import { judgeKey } from '../line-key/line-key.ts'
import { lineNumber } from '../report.view.ts'
import { type ApproverRule, type BudgetClass } from '../settings/settings.ts'

const { errors } = transferText

export interface TypedRow {
  readonly line: string
  readonly amount: string
}

export interface TypedItem {
  readonly department: string
  readonly task: string
  readonly code: string
  readonly title: string
  readonly specification: string
  readonly amount: string
}

export interface TypedLines {
  readonly out: readonly TypedRow[]
  readonly in: readonly TypedRow[]
  readonly items: readonly TypedItem[]
}

export interface Known {
  readonly on: CalendarDate
  /** All lines of the year. */
  readonly lines: readonly LineWithBalance[]
  /** Of the lines that were named, on the day of the document. */
  readonly available: ReadonlyMap<string, Money>
  readonly classes: ReadonlyMap<string, BudgetClass>
  readonly departments: ReadonlyMap<string, { readonly name: string; readonly isActive: boolean }>
  readonly enactedSources: ReadonlySet<string>
  readonly rules: readonly ApproverRule[]
  readonly codes: { readonly capitalType: string; readonly centralType: string; readonly centralPlan: string; readonly source: string }
}

export interface Judged {
  readonly lines: readonly NewDocumentLine[]
  readonly faults: FieldErrors
  readonly out: Money
  readonly in: Money
  readonly approval: Approval
}

export function isBlank(row: object): boolean {
  return Object.values(row).every((text) => String(text).trim() === '')
}

/** '0012 วัสดุสำนักงาน', '12', or words of the title that name one line. */
export function findTyped(lines: readonly LineWithBalance[], text: string): LineWithBalance | 'ambiguous' | undefined {
  const wanted = normalizeThai(text)
  const [digits] = /^[0-9]{1,9}(?=\s|$)/.exec(toArabicDigits(wanted)) ?? []
  if (digits !== undefined) return lines.find((line) => line.number === Number(digits))
  if (wanted === '') return undefined
  const exact = lines.filter((line) => line.title === wanted)
  const found = exact.length > 0 ? exact : lines.filter((line) => line.title.includes(wanted))
  return found.length > 1 ? 'ambiguous' : found[0]
}

interface Found extends NewDocumentLine {
  readonly field: string
  readonly control: LineWithBalance | undefined
}

export function judge(typed: TypedLines, changes: boolean, known: Known): Judged {
  const faults: Record<string, string> = {}
  const rows = [...rowsOf('out', typed.out, { known, faults }), ...rowsOf('in', typed.in, { known, faults })]
  const source = rows.find(({ control }) => control)?.control?.sourceCode ?? known.codes.source
  const all = [...rows, ...typed.items.flatMap((item, index) => itemOf(item, `items.${index}`, { known, faults, source }))]
  judgeTwins(all, faults)
  for (const row of rows) judgeRow(row, { known, faults, source })
  const [out, into] = [totalOf(all, 'out'), totalOf(all, 'in')]
  if (Object.keys(faults).length === 0) judgeBalance(all, faults, minus(out, into))
  const judged = all.map((line) => ({ isCapital: isCapital(line, known), isNewItem: line.isNewItem ?? false }))
  return { lines: all.map(plain), faults, out, in: into, approval: approverOf(known.rules, { act: 'transfer', changes }, judged) }
}

interface Judging {
  readonly known: Known
  readonly faults: Record<string, string>
}

function rowsOf(direction: 'out' | 'in', rows: readonly TypedRow[], { known, faults }: Judging): Found[] {
  return rows.flatMap((row, index): Found[] => {
    if (isBlank(row)) return []
    const field = `${direction}.${index}`
    const line = findTyped(known.lines, row.line)
    const amount = readAmount(row.amount)
    if (line === undefined || line === 'ambiguous') faults[`${field}.line`] = line === undefined ? errors.noLine : errors.ambiguous
    if (typeof amount === 'string') faults[`${field}.amount`] = amount
    const control = line === 'ambiguous' ? undefined : line
    return [{ direction, field, control, lineId: control?.id ?? null, amount: typeof amount === 'string' ? zero : amount }]
  })
}

function itemOf(item: TypedItem, field: string, { known, faults, source }: Judging & { readonly source: string }): Found[] {
  if (isBlank(item)) return []
  const { key, faults: ofKey } = judgeKey({ ...item, source }, known)
  const specification = normalizeThai(item.specification)
  const amount = readAmount(item.amount)
  const twin = known.lines.find((line) => isSameKey(line, key))
  const wrong: readonly (readonly [string, boolean, string])[] = [
    ...Object.entries(ofKey).map(([column, message]) => [column, true, message] as const),
    ['title', twin !== undefined, errors.exists(twin ? lineNumber(twin) : '')],
    ['specification', specification === '', errors.specification],
    ['specification', specification.length > 1000, errors.tooLong('1000')],
    ['amount', typeof amount === 'string', typeof amount === 'string' ? amount : ''],
  ]
  for (const [column, isWrong, message] of wrong) if (isWrong) faults[`${field}.${column}`] ??= message
  return [{
    direction: 'in', field, control: undefined, key, isNewItem: true, explanation: specification, amount: typeof amount === 'string' ? zero : amount,
  }]
}

function isSameKey(line: LineWithBalance, key: LineKey): boolean {
  return line.taskCode === key.taskCode && line.economicCode === key.economicCode && line.title === key.title && line.departmentId === key.departmentId
    && line.sourceCode === key.sourceCode && line.fundDocumentId === null && line.carriedFrom === null && line.releasedFrom === null
}

function judgeTwins(all: readonly Found[], faults: Record<string, string>): void {
  const known = new Set<string>()
  for (const { field, lineId, key, isNewItem } of all) {
    const name = isNewItem ? JSON.stringify(key) : lineId
    if (name === null || name === undefined) continue
    if (known.has(name)) faults[`${field}.${isNewItem ? 'title' : 'line'}`] ??= errors.twice
    known.add(name)
  }
}

function judgeRow({ field, control, direction, amount }: Found, { known, faults, source }: Judging & { readonly source: string }): void {
  if (!control) return
  const why = whyNot(control, { known, source })
  if (why !== undefined) faults[`${field}.line`] ??= errors.forbidden(lineNumber(control), why)
  if (direction === 'out') {
    const refusal = shortage(control, amount, known)
    if (refusal !== undefined) faults[`${field}.amount`] ??= refusal
  }
}

function whyNot(line: LineWithBalance, { known, source }: { readonly known: Known; readonly source: string }): string | undefined {
  if (line.releasedFrom !== null) return errors.why.released
  if (line.fundDocumentId !== null) return errors.why.fund
  if (!known.enactedSources.has(line.sourceCode) && line.carriedFrom === null) return errors.why.source
  if (line.sourceCode !== source) return errors.why.otherSource
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

function judgeBalance(all: readonly Found[], faults: Record<string, string>, difference: Money): void {
  const has = (direction: string) => all.some((line) => line.direction === direction)
  if (!has('out') || !has('in')) faults['out.0.line'] = errors.nothing
  else if (compare(difference, zero) !== 0) {
    const [last] = all.filter((line) => line.direction === 'in').slice(-1)
    faults[`${last?.field ?? 'in.0'}.amount`] = errors.unbalanced(formatMoney(isNegative(difference) ? negate(difference) : difference))
  }
}

function totalOf(all: readonly Found[], direction: 'out' | 'in'): Money {
  return sum(all.filter((line) => line.direction === direction).map(({ amount }) => amount))
}

function isCapital({ control, key }: Found, { classes, codes }: Known): boolean {
  const economic = control?.economicCode ?? key?.economicCode
  return economic !== undefined && classes.get(economic)?.typeCode === codes.capitalType
}

function plain({ field: _field, control: _control, ...line }: Found): NewDocumentLine {
  return line
}
