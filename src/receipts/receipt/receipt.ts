// ใบเสร็จรับเงินที่ออกด้วยมือ and หลักฐานการรับเงิน: money that came in, by the paper that proves it (budget-and-receipts §4.3, §4.4).
import { lifecycle } from '../../documents/index.ts'
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { zero, type Money } from '../../platform/money.ts'
import { type IncomeItem } from '../income-item/income-item.ts'

export const receiptKinds = ['handwritten', 'evidence'] as const
export type ReceiptKind = (typeof receiptKinds)[number]

export const evidenceKinds = ['program-report', 'credit-advice', 'bank-statement', 'letter', 'payment-file'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export const receiptStates = ['recorded', 'remitted', 'summarised', 'cancelled'] as const
export type ReceiptState = (typeof receiptStates)[number]

/** Only cancelling is done at the receipt; the other steps come with its slip and the day's summary. What is recorded is never edited. */
export const receiptLifecycle = lifecycle({
  recorded: {
    cancel: { to: 'cancelled', may: 'revenue.receipt:edit' },
    remit: { to: 'remitted', may: 'revenue.remit:create' },
  },
  remitted: {
    return: { to: 'recorded', may: 'revenue.remitsum:create' },
    summarise: { to: 'summarised', may: 'revenue.remitsum:approve' },
  },
  summarised: { reverse: { to: 'remitted', may: 'revenue.remitsum:approve' } },
  cancelled: {},
})

/** How a receipt is called: a running number, or book and sheet. */
export type Paper =
  | { readonly kind: 'evidence'; readonly number: number; readonly fiscalYear: FiscalYear }
  | { readonly kind: 'handwritten'; readonly book: string; readonly sheet: number }

/** A paper as it is stored. */
export interface StoredPaper {
  readonly kind: ReceiptKind
  readonly number: number | null
  readonly fiscalYear: FiscalYear
  readonly book: string | null
  readonly sheet: number | null
}

export function paperOf(stored: StoredPaper): Paper {
  if (stored.kind === 'evidence') return { kind: 'evidence', number: stored.number ?? 0, fiscalYear: stored.fiscalYear }
  return { kind: 'handwritten', book: stored.book ?? '', sheet: stored.sheet ?? 0 }
}

export interface ReceiptHead {
  readonly organisationId: string
  readonly id: string
  readonly version: number
  readonly state: ReceiptState
  readonly paper: Paper
  readonly receiptDate: CalendarDate
  readonly payer: string
  /** As written on the paper; a cancelled one counts as nothing. */
  readonly total: Money
  readonly cancelled: Cancellation | null
}

/** The paper itself was cancelled and its sheet stays used; or only its keying was wrong, and the sheet is keyed anew. */
export const cancelCauses = ['paper', 'miskeyed'] as const
export type CancelCause = (typeof cancelCauses)[number]

export interface Cancellation {
  readonly cause: CancelCause
  readonly reason: string
  readonly by: string
  readonly byId: string
  readonly at: string
}

export interface ReceiptLine {
  readonly incomeCode: string
  readonly accountCode: string
  readonly name: string
  readonly description: string
  readonly amount: Money
}

export interface ReceiptPayment {
  readonly means: 'cash' | 'transfer'
  readonly bank: { readonly id: string; readonly name: string; readonly accountNumber: string } | null
  readonly reference: string
  readonly amount: Money
}

export interface ChainLink {
  readonly id: string
  readonly fiscalYear: FiscalYear
  /** A slip in draft has none yet. */
  readonly number: number | null
}

export interface Receipt extends ReceiptHead {
  readonly lines: readonly ReceiptLine[]
  readonly payments: readonly ReceiptPayment[]
  readonly evidenceKind: EvidenceKind | null
  readonly evidenceReference: string
  readonly remark: string
  readonly authorId: string
  readonly recordedBy: string
  readonly recordedAt: string
  /** What was made of it since. */
  readonly slip: ChainLink | null
  readonly summary: ChainLink | null
  readonly voucher: ChainLink | null
}

export interface NewReceipt {
  readonly formKey: string
  readonly receiptDate: CalendarDate
  readonly payer: string
  readonly remark: string
  readonly paper: NewPaper
  readonly lines: readonly NewLine[]
  readonly payments: readonly NewPayment[]
}

export type NewPaper =
  | { readonly kind: 'evidence'; readonly evidenceKind: EvidenceKind; readonly reference: string }
  | { readonly kind: 'handwritten'; readonly book: string; readonly sheet: number }

export interface NewLine {
  /** Its place in the form, where a refusal is shown. */
  readonly row: number
  readonly incomeCode: string
  readonly description: string
  readonly amount: Money
}

export interface NewPayment {
  readonly row: number
  readonly means: 'cash' | 'transfer'
  readonly bankAccountId: string | null
  readonly reference: string
  readonly amount: Money
}

/** Lines with the account each will be credited to. */
export interface PostableLine extends NewLine {
  readonly accountCode: string
}

export interface MatchedLines {
  readonly lines: PostableLine[]
  /** Rows whose income this office may not collect: a hand-made request gets no further than the list. */
  readonly strangers: number[]
}

/** The lines with their accounts. */
export function matchIncome(lines: readonly NewLine[], items: readonly IncomeItem[]): MatchedLines {
  const accounts = new Map(items.map((item) => [item.code, item.accountCode]))
  const matched = lines.flatMap((line) => {
    const accountCode = accounts.get(line.incomeCode)
    return accountCode === undefined ? [] : [{ ...line, accountCode }]
  })
  return { lines: matched, strangers: lines.filter((line) => !accounts.has(line.incomeCode)).map((line) => line.row) }
}

/** A cancelled receipt keeps its number in the register with 0.00. */
export function amountOf(receipt: { state: ReceiptState; total: Money }): Money {
  return receipt.state === 'cancelled' ? zero : receipt.total
}

export function isMiskeyed({ cancelled }: ReceiptHead): boolean {
  return cancelled?.cause === 'miskeyed'
}

export interface CancelForm {
  readonly version: number
  readonly cause: CancelCause
  readonly reason: string
}

/** The same form sent twice: what it asked for is done already. */
export function isDone(receipt: ReceiptHead, form: CancelForm & { officerId: string }): boolean {
  const { cancelled, version } = receipt
  if (cancelled === null || version !== form.version + 1) return false
  return cancelled.byId === form.officerId && cancelled.cause === form.cause && cancelled.reason === form.reason
}

/** What the register is searched by. */
export interface ReceiptFilter {
  readonly organisationId: string
  readonly from: CalendarDate | undefined
  readonly until: CalendarDate | undefined
  readonly state: ReceiptState | undefined
  readonly kind: ReceiptKind | undefined
  readonly search: string | undefined
  /** Day and id of the last receipt of the page before. */
  readonly after: { readonly date: string; readonly id: string } | undefined
}

/** Sheets of a book that are not in the register though others are: skipped, or miskeyed and not yet keyed anew. */
export interface MissingSheets {
  readonly book: string
  readonly from: number
  readonly until: number
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
  if (last.kind === 'evidence' && next.kind === 'evidence') return last.fiscalYear === next.fiscalYear && next.number === last.number + 1
  return last.kind === 'handwritten' && next.kind === 'handwritten' && last.book === next.book && next.sheet === last.sheet + 1
}

function comparePapers(a: Paper, b: Paper): number {
  if (a.kind === 'evidence' && b.kind === 'evidence') return a.fiscalYear - b.fiscalYear || a.number - b.number
  if (a.kind === 'handwritten' && b.kind === 'handwritten') {
    return a.book.localeCompare(b.book, 'th', { numeric: true }) || a.sheet - b.sheet
  }
  return a.kind === 'handwritten' ? -1 : 1
}
