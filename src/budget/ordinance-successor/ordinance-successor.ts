// A line used under the interim budget and left out of the ordinance: what was used moves to the line chosen to succeed it (§3.2, scenario 30). Pure.
import { type ControlLine } from '../control/control.ts'
import { type DocumentLine, type LineKey } from '../document/document.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare, formatMoney, isNegative, isZero, minus, plus, sum, zero, type Money } from '../../platform/money.ts'
import { ordinanceText } from '../ordinance.text.ts'

const { errors } = ordinanceText.successors

export interface Orphan {
  readonly line: ControlLine
  /** Reserved, committed, claimed and paid. */
  readonly used: Money
}

/** One choice of the form: which line of the ordinance takes over from which control line. */
export interface Succession {
  readonly lineId: string
  /** Number of the ordinance's line. */
  readonly successor: number
}

function nameOf({ departmentId, taskCode, economicCode, title, sourceCode }: LineKey): string {
  return JSON.stringify([departmentId, taskCode, economicCode, title, sourceCode])
}

const usedOf = ({ control }: DocumentLine): Money => (control ? minus(control.balance.approved, control.balance.available) : zero)

/** Used lines of the interim budget that the ordinance does not know. */
export function orphansOf(interim: readonly DocumentLine[], lines: readonly DocumentLine[]): Orphan[] {
  const kept = new Set(lines.flatMap(({ key }) => (key ? [nameOf(key)] : [])))
  return interim.flatMap((each): Orphan[] => {
    const used = usedOf(each)
    return !each.control || !each.key || kept.has(nameOf(each.key)) || isZero(used) || isNegative(used) ? [] : [{ line: each.control, used }]
  })
}

export function fieldOf(lineId: string): string {
  return `successor.${lineId}`
}

export interface Given {
  readonly orphans: readonly Orphan[]
  /** Of the interim budget: what a line that stays has used already is not there for others. */
  readonly interim: readonly DocumentLine[]
  readonly lines: readonly DocumentLine[]
}

/** Each orphan has its successor, and no line takes over more than it has. */
export function successionFaults({ orphans, interim, lines }: Given, chosen: readonly Succession[]): FieldErrors {
  const used = new Map(interim.flatMap((each) => (each.key ? [[nameOf(each.key), usedOf(each)] as const] : [])))
  const choiceOf = ({ line }: Orphan) => chosen.find(({ lineId }) => lineId === line.id)?.successor
  return Object.fromEntries(orphans.flatMap((orphan): [string, string][] => {
    const successor = lines.find(({ line }) => line === choiceOf(orphan))
    if (!successor?.key) return [[fieldOf(orphan.line.id), errors.choose]]
    const taken = plus(sum(orphans.filter((other) => choiceOf(other) === successor.line).map((other) => other.used)), used.get(nameOf(successor.key)) ?? zero)
    if (compare(taken, successor.amount) <= 0) return []
    return [[fieldOf(orphan.line.id), errors.tooSmall(formatMoney(successor.amount), formatMoney(taken))]]
  }))
}

/** The nearest first: the same code, then the same task. */
export function candidatesFor({ line }: Orphan, lines: readonly DocumentLine[]): DocumentLine[] {
  const distance = ({ key }: DocumentLine): number => (key?.economicCode === line.economicCode ? 0 : 2) + (key?.taskCode === line.taskCode ? 0 : 1)
  return lines.filter(({ key }) => key !== null).toSorted((a, b) => distance(a) - distance(b) || a.line - b.line)
}
