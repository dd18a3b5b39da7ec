// Typed rows of a plan → its lines, or what is wrong with each cell. Pure.
import { readAmount } from '../../documents/index.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, isZero, plus, sum, zero, type Money } from '../../platform/money.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { type DocumentLine, type LineKey, type NewDocumentLine } from '../document/document.ts'
import { judgeKey, type KeyRules } from '../line-key/line-key.ts'
import { type OfferLine } from '../offer/offer.ts'
import { planText } from '../plan.text.ts'
import { usedOf } from '../plan/plan.ts'
import { type FundingSource } from '../settings/settings.ts'

const { errors } = planText

export interface TypedPlanRow {
  readonly source: string
  readonly task: string
  readonly code: string
  readonly title: string
  readonly amount: string
  readonly explanation: string
}

export interface KnownOfPlan {
  /** Kinds of money this unit may plan with. */
  readonly sources: readonly FundingSource[]
  readonly rules: KeyRules
  /** The version in force, with its figures of this moment; nothing for the first. */
  readonly standing: readonly DocumentLine[]
}

export interface JudgedPlan {
  readonly lines: readonly NewDocumentLine[]
  readonly total: Money
  readonly faults: FieldErrors
}

export function judgePlan(rows: readonly TypedPlanRow[], known: KnownOfPlan): JudgedPlan {
  const faults: Record<string, string> = {}
  const lines = rows.flatMap((row, index) => (isBlank(row) ? [] : [lineOf(row, `rows.${index}`, { known, faults })]))
  if (lines.length === 0) faults['rows.0.title'] = errors.nothing
  judgeTwins(lines, faults)
  const dropped = droppedIn(lines, known.standing)
  if (dropped?.control) faults[''] = errors.dropped(dropped.control.title, formatMoney(usedOf(dropped.control.balance)))
  return { lines: lines.map(({ field: _field, ...line }) => line), total: sum(lines.map(({ amount }) => amount)), faults }
}

export function isBlank({ source: _source, ...typed }: TypedPlanRow): boolean {
  return Object.values(typed).every((text) => text.trim() === '')
}

interface Placed extends NewDocumentLine {
  readonly field: string
  readonly key: LineKey
}

interface Judging {
  readonly known: KnownOfPlan
  readonly faults: Record<string, string>
}

function lineOf(row: TypedPlanRow, field: string, { known, faults }: Judging): Placed {
  const { key, faults: ofKey } = judgeKey({ ...row, department: '' }, known.rules)
  const typed = readAmount(row.amount)
  const amount = typeof typed === 'string' ? zero : typed
  const explanation = normalizeThai(row.explanation)
  const same = standingLine(key, known.standing)
  const used = same?.control ? usedOf(same.control.balance) : zero
  const wrong: readonly (readonly [string, boolean, string])[] = [
    ...Object.entries(ofKey).map(([column, message]) => [column, true, message] as const),
    ['source', !known.sources.some(({ code }) => code === row.source), errors.source],
    ['amount', typeof typed === 'string', typeof typed === 'string' ? typed : ''],
    ['amount', compare(amount, used) < 0, errors.belowUsed(formatMoney(used))],
    ['explanation', explanation.length > 1000, errors.tooLong('1000')],
  ]
  for (const [column, isWrong, message] of wrong) if (isWrong) faults[`${field}.${column}`] ??= message
  return { field, direction: 'set', key, lineId: same?.lineId ?? null, amount, explanation }
}

function judgeTwins(lines: readonly Placed[], faults: Record<string, string>): void {
  const known = new Set<string>()
  for (const { field, key } of lines) {
    const name = nameOf(key)
    if (known.has(name)) faults[`${field}.title`] ??= errors.twice
    known.add(name)
  }
}

function nameOf({ sourceCode, taskCode, economicCode, title }: LineKey): string {
  return JSON.stringify([sourceCode, taskCode, economicCode, title])
}

function standingLine(key: LineKey, standing: readonly DocumentLine[]): DocumentLine | undefined {
  return standing.find((line) => line.key && nameOf(line.key) === nameOf(key))
}

/** A line left out of the new version although it has been used. */
export function droppedIn(lines: readonly { readonly key?: LineKey | null }[], standing: readonly DocumentLine[]): DocumentLine | undefined {
  const kept = new Set(lines.flatMap(({ key }) => (key ? [nameOf(key)] : [])))
  return standing.find(({ key, control }) => key && control && !kept.has(nameOf(key)) && !isZero(usedOf(control.balance)))
}

/** As the approval asks once more, with all lines held: what had been enough when it was typed. */
export function shortIn(lines: readonly DocumentLine[], standing: readonly DocumentLine[]): string | undefined {
  const dropped = droppedIn(lines, standing)
  if (dropped?.control) return errors.dropped(dropped.control.title, formatMoney(usedOf(dropped.control.balance)))
  for (const { key, amount } of lines) {
    const control = key && standingLine(key, standing)?.control
    if (control && compare(amount, usedOf(control.balance)) < 0) return errors.lineBelowUsed(control.title, formatMoney(usedOf(control.balance)))
  }
  return undefined
}

/** Lines that stand with those of a special budget on top, as rows of the form: the same task, code and title are one. */
export function rowsWith(standing: readonly Pick<DocumentLine, 'key' | 'amount' | 'explanation'>[], offered: readonly OfferLine[]): TypedPlanRow[] {
  const keyed = standing.flatMap(({ key, amount, explanation }) => (key ? [{ ...key, amount, explanation }] : []))
  const rows = new Map<string, { readonly taskCode: string; readonly economicCode: string; readonly title: string; readonly amount: Money; readonly explanation: string }>()
  for (const line of [...keyed, ...offered]) {
    const name = JSON.stringify([line.taskCode, line.economicCode, line.title])
    const known = rows.get(name)
    rows.set(name, known ? { ...known, amount: plus(known.amount, line.amount) } : line)
  }
  return [...rows.values()].map(({ taskCode, economicCode, title, amount, explanation }) => (
    { source: 'A2', task: taskCode, code: economicCode, title, amount: formatMoney(amount), explanation: explanation.slice(0, 1000) }))
}
