// ใบเสร็จรับเงิน, printed by the system or written by hand, and หลักฐานการรับเงิน: money that came in, by the paper that proves it
// (budget-and-receipts §4.3, §4.4).
import { lifecycle } from '../../documents/index.ts'
import { type Source } from '../../budget/index.ts'
import { type Maker } from '../../platform/database/heads.ts'
import { type Person } from '../../platform/database/people.ts'
import { type Officer } from '../../platform/database/work.ts'
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { plus, zero, type Money } from '../../platform/money.ts'
import { type NewLine, type PostableLine } from '../income-line/income-line.ts'
import { type Paper, type ReceiptKind } from '../paper/paper.ts'

export const evidenceKinds = ['program-report', 'credit-advice', 'bank-statement', 'letter', 'payment-file'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export const receiptStates = ['recorded', 'remitted', 'summarised', 'cancelling', 'cancelled'] as const
export type ReceiptState = (typeof receiptStates)[number]

/** Only cancelling is done at the receipt: asked by one, confirmed by another. The other steps come with its slip and the day's summary. */
export const receiptLifecycle = lifecycle({
  recorded: {
    cancel: { to: 'cancelling', may: 'revenue.receipt:edit' },
    miskey: { to: 'cancelled', may: 'revenue.receipt:edit' },
    remit: { to: 'remitted', may: 'revenue.remit:create' },
  },
  cancelling: {
    'confirm-cancel': { to: 'cancelled', may: 'revenue.receipt:approve' },
    'refuse-cancel': { to: 'recorded', may: 'revenue.receipt:approve' },
  },
  remitted: {
    return: { to: 'recorded', may: 'revenue.remitsum:create' },
    summarise: { to: 'summarised', may: 'revenue.remitsum:approve' },
  },
  summarised: { reverse: { to: 'remitted', may: 'revenue.remitsum:approve' } },
  cancelled: {},
})

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
  /** Who asked for it; of what was miskeyed, who undid it alone. */
  readonly by: string
  readonly byId: string
  readonly at: string
  /** The second person; absent while it is only asked for. */
  readonly confirmedBy: string | null
  readonly confirmedAt: string | null
}

export const payerKinds = ['person', 'juristic', 'state', 'foreign'] as const
export type PayerKind = (typeof payerKinds)[number]

/** Beside the name. */
export interface PayerFacts {
  readonly kind: PayerKind | null
  /** เลขประจำตัวประชาชน or เลขประจำตัวผู้เสียภาษี */
  readonly number: string
  readonly address: string
}

export const paymentMeans = ['cash', 'transfer', 'cheque', 'withheld'] as const
export type PaymentMeans = (typeof paymentMeans)[number]

export interface Cheque {
  readonly bank: string
  readonly number: string
  readonly date: CalendarDate
}

export interface ReceiptLine {
  readonly incomeCode: string
  readonly accountCode: string
  readonly name: string
  readonly description: string
  readonly reference: string
  /** What of the register of its account it names, as people call it. */
  readonly keyName: string
  readonly amount: Money
  readonly assessed: Money | null
  readonly discount: Money | null
}

export interface ReceiptPayment {
  readonly means: PaymentMeans
  readonly bank: { readonly id: string; readonly name: string; readonly accountNumber: string } | null
  readonly reference: string
  readonly cheque: Cheque | null
  readonly valueDate: CalendarDate | null
  readonly amount: Money
}

/** What the payer handed over: the books share it among the lines, the payer gave it once. */
export function handedOver(payments: readonly ReceiptPayment[]): ReceiptPayment[] {
  const keyOf = ({ means, bank, reference, cheque, valueDate }: ReceiptPayment) => JSON.stringify([means, bank?.id, reference, cheque?.bank, cheque?.number, cheque?.date, valueDate])
  const given = new Map<string, ReceiptPayment>()
  for (const payment of payments) {
    const before = given.get(keyOf(payment))
    given.set(keyOf(payment), before ? { ...before, amount: plus(before.amount, payment.amount) } : payment)
  }
  return [...given.values()]
}

export interface ChainLink {
  readonly id: string
  readonly fiscalYear: FiscalYear
  /** A slip in draft has none yet. */
  readonly number: number | null
}

export interface Receipt extends ReceiptHead {
  readonly payerFacts: PayerFacts
  readonly lines: readonly ReceiptLine[]
  readonly payments: readonly ReceiptPayment[]
  readonly evidenceKind: EvidenceKind | null
  readonly evidenceReference: string
  readonly remark: string
  readonly authorId: string
  readonly recordedBy: Person
  readonly recordedAt: string
  /** What withheld the money instead of its being handed over: 'payment' and its id. */
  readonly withheldBy: Source | null
  /** What was made of it since. */
  readonly slip: ChainLink | null
  readonly summary: ChainLink | null
  readonly voucher: ChainLink | null
}

export interface NewReceipt {
  readonly formKey: string
  readonly receiptDate: CalendarDate
  readonly payer: string
  readonly payerFacts?: PayerFacts
  readonly remark: string
  readonly paper: NewPaper
  readonly lines: readonly NewLine[]
  readonly payments: readonly NewPayment[]
  /** The transfer of the department that it takes in. */
  readonly noticeId?: string | undefined
}

export type NewPaper =
  | { readonly kind: 'issued' }
  | { readonly kind: 'evidence'; readonly evidenceKind: EvidenceKind; readonly reference: string }
  | { readonly kind: 'handwritten'; readonly book: string; readonly sheet: number }

export interface NewPayment {
  readonly row: number
  readonly means: PaymentMeans
  readonly bankAccountId: string | null
  readonly reference: string
  readonly cheque?: Cheque
  readonly valueDate?: CalendarDate | undefined
  readonly amount: Money
}

/** Ready to be stored: each line with its account, and the number where the system gives one. */
export interface ReceiptToInsert extends Omit<NewReceipt, 'lines'> {
  readonly lines: readonly PostableLine[]
  readonly number: number | null
  readonly withheldBy?: Source
  readonly notice?: { readonly giverId: string; readonly id: string } | undefined
}

/** A cancelled receipt keeps its number in the register with 0.00. */
export function amountOf(receipt: { state: ReceiptState; total: Money }): Money {
  return receipt.state === 'cancelled' ? zero : receipt.total
}

export function isMiskeyed({ cancelled }: ReceiptHead): boolean {
  return cancelled?.cause === 'miskeyed'
}

/** Neither who asked for the cancellation nor who wrote the receipt decides it, but in a small unit. */
export function mayDecide(officer: Pick<Officer, 'userId'>, receipt: Pick<Receipt, 'authorId' | 'cancelled'>, isSmall: boolean): boolean {
  return isSmall || !isOwn(officer, receipt)
}

export function isOwn({ userId }: Pick<Officer, 'userId'>, { authorId, cancelled }: Pick<Receipt, 'authorId' | 'cancelled'>): boolean {
  return userId === authorId || userId === cancelled?.byId
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
  readonly by?: Maker | undefined
  /** Day and id of the last receipt of the page before. */
  readonly after: { readonly date: string; readonly id: string } | undefined
}

/** Sheets of a book that are not in the register though others are: skipped, or miskeyed and not yet keyed anew. */
export interface MissingSheets {
  readonly book: string
  readonly from: number
  readonly until: number
}
