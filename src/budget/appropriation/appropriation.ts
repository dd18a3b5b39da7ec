// What gives budget to lines: an ordinance enforced, a notice allocated, an approval, a plan, a new item of a transfer, a carry-in.
import { type CalendarDate } from '../../platform/dates.ts'
import { isZero, minus, negate, type Money } from '../../platform/money.ts'
import { type Entry } from '../control/control.ts'
import { type BudgetDocument, type LineKey } from '../document/document.ts'

export interface NewLine extends LineKey {
  readonly amount: Money
  /** Number of the document's line, into which the control line is written back. */
  readonly documentLine?: number | undefined
  readonly explanation?: string | undefined
  readonly location?: string | undefined
  readonly enterpriseId?: string | null | undefined
  readonly fundDocumentId?: string | null | undefined
  readonly carriedFrom?: string | null | undefined
  readonly releasedFrom?: string | null | undefined
  /** Default: the days of the fiscal year. Inclusive. */
  readonly usableFrom?: CalendarDate | undefined
  readonly usableUntil?: CalendarDate | undefined
}

export interface Appropriation {
  readonly document: BudgetDocument
  readonly stage: 'approved' | 'supplemented'
  /** 'add': on top of what stands; 'replace': so much and no more. */
  readonly mode: 'add' | 'replace'
  readonly lines: readonly NewLine[]
  /** With 'replace': the document whose other lines end (a plan's older version, the interim budget). */
  readonly replaces?: string | undefined
  /** With 'replace': which of the document's lines takes over what was used of a line that ends, by the id of that. */
  readonly successors?: ReadonlyMap<string, number>
  readonly event: string
  readonly date: CalendarDate
}

/** A control line that stands, and what was approved on it. */
export interface Standing {
  readonly lineId: string
  readonly approved: Money
}

export interface Given extends Standing {
  readonly amount: Money
}

/** Replaced: as much as is missing, or was too much; lines that are not named any more end. */
export function entriesOf({ stage, mode }: Pick<Appropriation, 'stage' | 'mode'>, given: readonly Given[], ended: readonly Standing[]): Entry[] {
  const changes = [
    ...given.map(({ lineId, amount, approved }) => ({ lineId, amount: mode === 'add' ? amount : minus(amount, approved) })),
    ...ended.map(({ lineId, approved }) => ({ lineId, amount: negate(approved) })),
  ]
  return changes.filter(({ amount }) => !isZero(amount)).map(({ lineId, amount }) => ({ lineId, stage, amount }))
}

/** Lines get their numbers in this order. */
export function inOrder(a: NewLine, b: NewLine): number {
  const [one, other] = [keyText(a), keyText(b)]
  return one === other ? 0 : one < other ? -1 : 1
}

/** The first line that says again what another says. */
export function twinIn(lines: readonly NewLine[]): NewLine | undefined {
  const known = new Set<string>()
  return lines.find((line) => known.size === known.add(keyText(line)).size)
}

function keyText(line: NewLine): string {
  return [
    line.taskCode, line.economicCode, line.title, line.sourceCode, line.departmentId, line.enterpriseId, line.fundDocumentId, line.carriedFrom, line.releasedFrom,
  ].map((part) => part ?? '').join('\u0000')
}
