// How documents of the room are called, in messages and on pages.
import { printedNumber } from '../documents/index.ts'
import { type FiscalYear } from '../platform/dates.ts'
import { runsOf, type Paper } from './paper/paper.ts'
import { receiptsText as text } from './receipts.text.ts'

export interface Numbered {
  readonly number: number | null
  readonly fiscalYear: FiscalYear
}

type Series = keyof typeof text.documents

/** 'RMT-00001/70'; before submission a document has no number. */
export function numberName(series: Series, { number, fiscalYear }: Numbered): string {
  return number === null ? text.noNumber : printedNumber(series, number, fiscalYear)
}

/** 'ใบนำส่งเงิน RMT-00001/70' */
export function linkName(series: Series, document: Numbered): string {
  return `${text.documents[series]} ${numberName(series, document)}`
}

/** 'RCPT-00001/70', 'EVD-00001/70', or book and sheet. */
export function paperName(paper: Paper): string {
  if (paper.kind === 'handwritten') return text.sheetName(paper.book, String(paper.sheet))
  return printedNumber(paper.kind === 'issued' ? 'RCPT' : 'EVD', paper.number, paper.fiscalYear)
}

/** Of what took a transfer in: a sheet written by hand has no number of the system. */
export function evidenceName({ kind, number, fiscalYear }: { readonly kind: Paper['kind']; readonly number: number | null; readonly fiscalYear: FiscalYear }): string {
  return number === null ? text.documents.RCPT : printedNumber(kind === 'evidence' ? 'EVD' : 'RCPT', number, fiscalYear)
}

interface Run {
  readonly first: Paper
  readonly last: Paper
}

/** 'เล่มที่ 12 เลขที่ 34–35, 37, EVD-00001/70': a book is named once. */
export function papersName(papers: readonly Paper[]): string {
  const runs = runsOf(papers)
  return runs.map((run, index) => (isOfBook(run, runs[index - 1]) ? sheetsOf(run) : runName(run))).join(', ')
}

function isOfBook({ first }: Run, before: Run | undefined): boolean {
  return first.kind === 'handwritten' && before?.first.kind === 'handwritten' && first.book === before.first.book
}

function sheetsOf({ first, last }: Run): string {
  if (first.kind !== 'handwritten' || last.kind !== 'handwritten') return ''
  return first.sheet === last.sheet ? String(first.sheet) : `${first.sheet}–${last.sheet}`
}

function runName(run: Run): string {
  const { first, last } = run
  if (first.kind === 'handwritten') return text.sheetName(first.book, sheetsOf(run))
  const [from, until] = [paperName(first), paperName(last)]
  return from === until ? from : `${from} – ${until}`
}
