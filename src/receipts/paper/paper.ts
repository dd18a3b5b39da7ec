// How a receipt is called, and how a slip names many of them. Pure.
import { type FiscalYear } from '../../platform/dates.ts'

export const receiptKinds = ['issued', 'handwritten', 'evidence'] as const
export type ReceiptKind = (typeof receiptKinds)[number]

/** A running number of the system, or book and sheet. */
export type Paper = NumberedPaper | SheetPaper

export interface NumberedPaper {
  readonly kind: 'issued' | 'evidence'
  readonly number: number
  readonly fiscalYear: FiscalYear
}

export interface SheetPaper {
  readonly kind: 'handwritten'
  readonly book: string
  readonly sheet: number
}

/** A paper as it is stored. */
export interface StoredPaper {
  readonly kind: ReceiptKind
  readonly number: number | null
  readonly fiscalYear: FiscalYear
  readonly book: string | null
  readonly sheet: number | null
}

export function paperOf({ kind, number, fiscalYear, book, sheet }: StoredPaper): Paper {
  return kind === 'handwritten' ? { kind, book: book ?? '', sheet: sheet ?? 0 } : { kind, number: number ?? 0, fiscalYear }
}

/** Runs of papers, as a slip names them: sheets of one book, or running numbers, that follow each other in the list. */
export function runsOf(papers: readonly Paper[]): { first: Paper; last: Paper }[] {
  const runs: { first: Paper; last: Paper }[] = []
  for (const paper of [...papers].sort(comparePapers)) {
    const run = runs.at(-1)
    if (run && follows(run.last, paper)) runs[runs.length - 1] = { ...run, last: paper }
    else runs.push({ first: paper, last: paper })
  }
  return runs
}

function follows(last: Paper, next: Paper): boolean {
  if (last.kind === 'handwritten' || next.kind === 'handwritten') return isNextSheet(last, next)
  return last.kind === next.kind && last.fiscalYear === next.fiscalYear && next.number === last.number + 1
}

function isNextSheet(last: Paper, next: Paper): boolean {
  return last.kind === 'handwritten' && next.kind === 'handwritten' && last.book === next.book && next.sheet === last.sheet + 1
}

const order: readonly ReceiptKind[] = receiptKinds

function comparePapers(a: Paper, b: Paper): number {
  if (a.kind === 'handwritten' && b.kind === 'handwritten') return a.book.localeCompare(b.book, 'th', { numeric: true }) || a.sheet - b.sheet
  if (a.kind === 'handwritten' || b.kind === 'handwritten' || a.kind !== b.kind) return order.indexOf(a.kind) - order.indexOf(b.kind)
  return a.fiscalYear - b.fiscalYear || a.number - b.number
}
