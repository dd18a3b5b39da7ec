// The daily documents of a pawnshop: ใบผ่านรายการรับ from แบบ ส.ธ.๑, ใบผ่านรายการเงินจำนำ, บัญชีทรัพย์หลุดจำนำ (expenditure-accounting-assets §1.12).
// They share one life: the cashier keys and hands in, the manager approves, which posts. Books as data, each with its right and its voucher.
import { lifecycle, printedNumber, type DocumentHead, type RegisterFilter } from '../../documents/index.ts'
import { type VoucherType } from '../../ledger/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { type Officer } from '../../platform/database/work.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { type PawnEvent, type PawnLine } from '../pawn-lines/pawn-lines.ts'
import { pawnshopsText } from '../pawnshops.text.ts'

export const pawnStates = ['draft', 'submitted', 'posted', 'reversed', 'cancelled'] as const
export type PawnState = (typeof pawnStates)[number]

export type PawnLeaf = 'revenue.pawn' | 'expense.pawn'

/** Approving is posting. */
export function lifeUnder<L extends PawnLeaf>(leaf: L) {
  return lifecycle({
    draft: {
      edit: { to: 'draft', may: `${leaf}:edit` },
      submit: { to: 'submitted', may: `${leaf}:create` },
      cancel: { to: 'cancelled', may: `${leaf}:edit` },
    },
    submitted: {
      approve: { to: 'posted', may: `${leaf}:approve`, notBy: 'author' },
      return: { to: 'draft', may: `${leaf}:approve` },
      withdraw: { to: 'draft', may: `${leaf}:edit` },
    },
    posted: { reverse: { to: 'reversed', may: `${leaf}:approve`, notBy: 'author' } },
    reversed: {},
    cancelled: {},
  })
}

export type PawnStep = 'submit' | 'withdraw' | 'approve' | 'return' | 'reverse' | 'cancel'
export type BookKind = 'receipt' | 'pledge' | 'forfeiture'
/** Sharing a year's profit is kept with them and has a desk of its own. */
export type PawnKind = BookKind | 'sharing'

export interface PawnBook {
  readonly kind: BookKind
  /** Of trail, attachments and source. */
  readonly documentKind: 'pawn-receipt' | 'pawn-voucher' | 'forfeiture'
  readonly leaf: PawnLeaf
  readonly voucher: Exclude<VoucherType, 'RX'>
  readonly events: readonly PawnEvent[]
  readonly lifecycle: ReturnType<typeof lifeUnder>
}

export const pawnBooks = {
  receipt: {
    kind: 'receipt', documentKind: 'pawn-receipt', leaf: 'revenue.pawn', voucher: 'RV', events: ['redeem', 'interest', 'reduce', 'sale', 'income', 'loan', 'other'],
    lifecycle: lifeUnder('revenue.pawn'),
  },
  pledge: { kind: 'pledge', documentKind: 'pawn-voucher', leaf: 'expense.pawn', voucher: 'PN', events: ['pledge', 'increase'], lifecycle: lifeUnder('expense.pawn') },
  forfeiture: { kind: 'forfeiture', documentKind: 'forfeiture', leaf: 'expense.pawn', voucher: 'JV', events: ['forfeit'], lifecycle: lifeUnder('expense.pawn') },
} as const satisfies Readonly<Record<BookKind, PawnBook>>

/** Its number is its voucher's: a draft has none. */
export interface PawnHead extends DocumentHead<PawnState> {
  readonly documentDate: CalendarDate
  readonly total: Money
  readonly lineCount: number
  readonly author: Person
}

export interface PawnDocument extends PawnHead {
  readonly organisationName: string
  /** Null: cash on hand. */
  readonly bank: { readonly id: string; readonly name: string; readonly accountCode: string } | null
  readonly reference: string
  readonly remark: string
  readonly duplicateReason: string
  readonly approver: Person | null
  readonly approvedAt: string | null
  readonly returnReason: string | null
  readonly voucherId: string | null
  readonly lines: readonly ShownLine[]
}

export interface ShownLine extends PawnLine {
  readonly accountName: string | null
  /** Of a kind that is no account: 'รับคืนเงินยืม (ลูกหนี้เงินยืม)'. */
  readonly incomeName: string | null
}

export interface PawnPlace {
  readonly book: PawnBook
  readonly id: string
}

export interface PawnCommand {
  readonly documentDate: CalendarDate
  readonly bankAccountId: string | null
  readonly reference: string
  readonly remark: string
  /** Why it is another one, where a paper of the same day, place and total, or of the same number, stands already (W_DUP). */
  readonly duplicateReason: string
  /** The total of the paper: the lines must come to the same. */
  readonly total: Money
}

export interface PawnFilter extends RegisterFilter<PawnState> {
  readonly kind: PawnKind
  readonly search: string | undefined
}

/** A draft is its author's; a colleague may only throw it away. */
export function mayDo(officer: Officer, document: PawnHead, action: string): boolean {
  const isAuthors = action === 'edit' || action === 'submit' || action === 'withdraw'
  return !isAuthors || document.authorId === officer.userId
}

export function numberOf({ number, fiscalYear }: Pick<PawnHead, 'number' | 'fiscalYear'>, book: Pick<PawnBook, 'voucher'>): string {
  return number === null ? pawnshopsText.noNumber : printedNumber(book.voucher, number, fiscalYear)
}
