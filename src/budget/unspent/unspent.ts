// Unspent money of control lines, each kind and each holder apart: what is carried, extended or lapses (budget-and-receipts §3.9). Pure.
import { sum, type Money } from '../../platform/money.ts'
import { isSameSource, type Source } from '../control/control.ts'
import { type DocumentLine } from '../document/document.ts'
import { type LineWithBalance } from '../line/line.ts'

/** Free, set aside for a requisition, or owed on a contract. */
export interface Unspent {
  readonly line: LineWithBalance
  readonly stage: 'available' | 'reserved' | 'committed'
  readonly holder: Source | null
  /** What the holder's movement said of itself. */
  readonly about: string
  /** Less what other documents are carrying already. */
  readonly amount: Money
  /** The kind of money it becomes; nothing: it cannot be carried. */
  readonly carriedAs: string | null
  readonly isEnacted: boolean
  readonly isCapital: boolean
  /** An extension of its line waits for approval. */
  readonly isBeingExtended: boolean
}

/** Under this name a form knows it. */
export function keyOf({ line, stage, holder }: Unspent): string {
  return [line.id, stage, holder?.kind ?? '', holder?.id ?? ''].join(':')
}

export function isOf({ lineId, holder }: Pick<DocumentLine, 'lineId' | 'holder'>, { line, holder: own }: Unspent): boolean {
  return line.id === lineId && (holder === null || own === null ? holder === own : isSameSource(holder, own))
}

/** Line by line, all kinds together. */
export function byLine(unspent: readonly Unspent[]): (Unspent & { readonly all: Money })[] {
  const first = new Map<string, Unspent>()
  for (const each of unspent) if (!first.has(each.line.id)) first.set(each.line.id, each)
  return [...first.values()].map((each) => ({ ...each, all: sum(unspent.filter(({ line }) => line.id === each.line.id).map(({ amount }) => amount)) }))
}
