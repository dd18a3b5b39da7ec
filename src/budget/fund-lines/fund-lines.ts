// Typed rows of a notice, an approval or a loan → lines of the document, or what is wrong with each cell; what a fund's lines add up to. Pure.
import { readAmount } from '../../documents/index.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, isZero, minus, plus, sum, zero, type Money } from '../../platform/money.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { type Entry } from '../control/control.ts'
import { type DocumentLine, type LineKey, type NewDocumentLine } from '../document/document.ts'
import { fundText } from '../fund.text.ts'
import { type LineWithBalance } from '../line/line.ts'
import { judgeKey, type KeyRules } from '../line-key/line-key.ts'
import { lineNumber } from '../report.view.ts'

const { errors } = fundText

export interface TypedFundRow {
  readonly department: string
  readonly task: string
  readonly code: string
  readonly title: string
  readonly explanation: string
  /** Where it stands in the local development plan. */
  readonly plan: string
  readonly amount: string
}

export interface FundRules extends KeyRules {
  readonly source: string
  /** Work that is not in the development plan is refused. */
  readonly needsPlan: boolean
}

export interface JudgedFund {
  readonly lines: readonly NewDocumentLine[]
  readonly faults: FieldErrors
  readonly total: Money
}

interface Placed extends NewDocumentLine {
  readonly key: LineKey
  readonly field: string
}

export function judgeFund(rows: readonly TypedFundRow[], rules: FundRules): JudgedFund {
  const faults: Record<string, string> = {}
  const lines = rows.flatMap((row, index) => (isBlank(row) ? [] : [lineOf(row, `lines.${index}`, { rules, faults })]))
  const known = new Set<string>()
  for (const { field, key } of lines) {
    const name = JSON.stringify(key)
    if (known.has(name)) faults[`${field}.title`] ??= errors.twice
    known.add(name)
  }
  return { lines: lines.map(({ field: _field, ...line }) => line), faults, total: sum(lines.map(({ amount }) => amount)) }
}

function isBlank(row: TypedFundRow): boolean {
  return Object.values(row).every((text) => text.trim() === '')
}

interface Judging {
  readonly rules: FundRules
  readonly faults: Record<string, string>
}

function lineOf(row: TypedFundRow, field: string, { rules, faults }: Judging): Placed {
  const { key, faults: ofKey } = judgeKey({ ...row, source: rules.source }, rules)
  const [explanation, plan, amount] = [normalizeThai(row.explanation), normalizeThai(row.plan), readAmount(row.amount)]
  const wrong: readonly (readonly [string, boolean, string])[] = [
    ...Object.entries(ofKey).map(([cell, message]) => [cell, true, message] as const),
    ['explanation', explanation.length > 1000, errors.tooLong('1000')],
    ['plan', plan.length > 300, errors.tooLong('300')],
    ['plan', rules.needsPlan && plan === '', errors.plan],
    ['amount', typeof amount === 'string', typeof amount === 'string' ? amount : ''],
  ]
  for (const [cell, isWrong, message] of wrong) if (isWrong) faults[`${field}.${cell}`] ??= message
  return { field, direction: 'set', key, explanation, planReference: plan, amount: typeof amount === 'string' ? zero : amount }
}

export interface Wanted {
  readonly total: Money
  readonly rows: readonly TypedFundRow[]
  say(allotted: string, wanted: string): string
}

/** The lines give all of it, to the satang; the refusal stands at the last row. */
export function unequal(judged: Pick<JudgedFund, 'lines' | 'total'>, { total, rows, say }: Wanted): FieldErrors {
  if (compare(judged.total, total) === 0) return {}
  const last = rows.findLastIndex((row) => !isBlank(row))
  return { [`lines.${Math.max(last, 0)}.amount`]: say(formatMoney(judged.total), formatMoney(total)) }
}

/** What a fund's lines are for now, in one figure each. */
export interface FundFigures {
  readonly approved: Money
  /** Reserved, committed or claimed: not free, not paid. */
  readonly bound: Money
  readonly paid: Money
  /** Left over by contracts; usable only after a new notice (§3.7). */
  readonly frozen: Money
  readonly available: Money
}

export function figuresOf(lines: readonly LineWithBalance[]): FundFigures {
  const of = (figure: (balance: LineWithBalance['balance']) => Money): Money => sum(lines.map(({ balance }) => figure(balance)))
  return {
    approved: of(({ approved, carried }) => minus(approved, carried)), bound: of(({ reserved, committed, claimed }) => sum([reserved, committed, claimed])),
    paid: of(({ paid, refunded }) => minus(paid, refunded)), frozen: of(({ frozen }) => frozen), available: of(({ available }) => available),
  }
}

/** Why a fund is not at its end: the first line on which something is under way. */
export function boundRefusal(lines: readonly LineWithBalance[]): string | undefined {
  const bound = lines.find(({ balance: { reserved, committed, claimed } }) => !isZero(sum([reserved, committed, claimed])))
  return bound && errors.bound(lineNumber(bound), bound.title)
}

/** What was neither spent nor frozen, and what was frozen, ends. */
export function lapsing(lines: readonly LineWithBalance[]): Entry[] {
  return lines.flatMap(({ id: lineId, balance: { available, frozen } }): Entry[] => [
    { lineId, stage: 'frozen', amount: minus(zero, frozen) }, { lineId, stage: 'lapsed', amount: plus(available, frozen) },
  ]).filter(({ amount }) => !isZero(amount))
}

/** A new notice takes so much of what is frozen from its old lines, those it names again first: the sum of the fund stays what it was (§3.7). */
export function thawing(lines: readonly LineWithBalance[], renewed: readonly Pick<DocumentLine, 'lineId'>[], total: Money): Entry[] {
  const named = new Set(renewed.map(({ lineId }) => lineId))
  const ordered = [...lines.filter(({ id }) => named.has(id)), ...lines.filter(({ id }) => !named.has(id))]
  let left = total
  const entries: Entry[] = []
  for (const { id: lineId, balance: { frozen } } of ordered) {
    const taken = compare(frozen, left) > 0 ? left : frozen
    if (isZero(taken)) continue
    const amount = minus(zero, taken)
    entries.push({ lineId, stage: 'frozen', amount }, { lineId, stage: 'approved', amount })
    left = minus(left, taken)
  }
  return entries
}
