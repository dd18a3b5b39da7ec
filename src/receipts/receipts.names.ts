// How documents of the room are called, in messages and on pages.
import { printedNumber } from '../documents/index.ts'
import { type FiscalYear } from '../platform/dates.ts'
import { runsOf, type Paper } from './receipt/receipt.ts'
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

/** 'EVD-00001/70', or book and sheet. */
export function paperName(paper: Paper): string {
  return paper.kind === 'evidence' ? printedNumber('EVD', paper.number, paper.fiscalYear) : text.sheetName(paper.book, String(paper.sheet))
}

/** 'เล่มที่ 12 เลขที่ 34–35, EVD-00001/70' */
export function papersName(papers: readonly Paper[]): string {
  return runsOf(papers).map(runName).join(', ')
}

function runName({ first, last }: { first: Paper; last: Paper }): string {
  const areSheets = first.kind === 'handwritten' && last.kind === 'handwritten'
  if (areSheets && first.sheet !== last.sheet) return text.sheetName(first.book, `${first.sheet}–${last.sheet}`)
  const [from, until] = [paperName(first), paperName(last)]
  return from === until ? from : `${from} – ${until}`
}
