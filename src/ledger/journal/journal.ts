// ใบผ่านรายการบัญชีทั่วไป: what is keyed by hand and stands in the books once another has approved it (expenditure-accounting-assets §3.2).
// JV, AJ with PA, and OB share one life; each book has its own right and its own addresses.
import { lifecycle, printedNumber, type DocumentHead, type RegisterFilter } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { type Officer } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, fiscalYearPeriod, addDays, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { type Money } from '../../platform/money.ts'
import { type JournalLine } from '../journal-lines/journal-lines.ts'
import { journalText } from '../journal.text.ts'

export const journalStates = ['draft', 'submitted', 'posted', 'reversed', 'cancelled'] as const
export type JournalState = (typeof journalStates)[number]

export const journalTypes = ['JV', 'AJ', 'PA', 'OB'] as const
export type JournalType = (typeof journalTypes)[number]

export type JournalLeaf = 'account.journal' | 'account.adjust' | 'account.opening'

/** Approving is posting: there is no state between the two. */
function lifeUnder<L extends JournalLeaf>(leaf: L) {
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

export interface JournalBook {
  /** Of trail, attachments and source: 'journal'. */
  readonly kind: 'journal' | 'adjustment' | 'opening'
  readonly leaf: JournalLeaf
  readonly types: readonly JournalType[]
  readonly lifecycle: ReturnType<typeof lifeUnder>
}

export const journalBooks = {
  journal: { kind: 'journal', leaf: 'account.journal', types: ['JV'], lifecycle: lifeUnder('account.journal') },
  adjustment: { kind: 'adjustment', leaf: 'account.adjust', types: ['AJ', 'PA'], lifecycle: lifeUnder('account.adjust') },
  opening: { kind: 'opening', leaf: 'account.opening', types: ['OB'], lifecycle: lifeUnder('account.opening') },
} as const satisfies Readonly<Record<JournalBook['kind'], JournalBook>>

export type JournalStep = 'submit' | 'withdraw' | 'return' | 'approve' | 'reverse' | 'cancel'

/** Its number is that of its voucher: a draft has none. */
export interface JournalHead extends DocumentHead<JournalState> {
  readonly type: JournalType
  readonly documentDate: CalendarDate
  readonly description: string
  readonly reference: string
  readonly total: Money
  readonly lineCount: number
  readonly author: Person
}

export interface Journal extends JournalHead {
  readonly organisationName: string
  readonly typeName: string
  readonly approver: Person | null
  readonly approverId: string | null
  readonly returnReason: string | null
  /** Why it touches a day whose receipts are summed up; empty where it does not. */
  readonly dayReason: string
  readonly submittedAt: string | null
  readonly voucherId: string | null
  readonly lines: readonly ShownLine[]
}

/** A line with the names behind its codes. */
export interface ShownLine extends JournalLine {
  readonly accountName: string
  readonly subKind: string | null
  readonly subName: string | null
  readonly counterpartyName: string | null
}

/** The same document, in this book. */
export interface JournalPlace {
  readonly book: JournalBook
  readonly id: string
}

export interface JournalCommand {
  readonly type: JournalType
  readonly documentDate: CalendarDate
  readonly description: string
  readonly reference: string
  readonly dayReason?: string | undefined
}

export interface JournalFilter extends RegisterFilter<JournalState> {
  readonly types: readonly JournalType[]
  readonly search: string | undefined
}

/** What the day of the document breaks; OB stands on the first day of its year, PA on the last (§3.2). */
export function dayFault({ type, documentDate }: Pick<JournalCommand, 'type' | 'documentDate'>, today: CalendarDate): string | undefined {
  const { from, until } = fiscalYearPeriod(fiscalYearOf(documentDate))
  if (compareDates(documentDate, today) > 0) return journalText.errors.future
  if (type === 'OB' && documentDate !== from) return journalText.errors.openingDay
  return type === 'PA' && documentDate !== addDays(until, -1) ? journalText.errors.auditDay : undefined
}

/** 'open', 'soft', 'closed' by period of one fiscal year; nothing where the year was never opened. */
export type PeriodStates = ReadonlyMap<number, string>

/** A period closed for a while lets the general journal through when its approver may close books; the gate asks that again. */
export function periodFault(type: JournalType, month: number, states: PeriodStates): string | undefined {
  if (states.size === 0) return journalText.errors.noYear
  const periods = { JV: [month], OB: [0], AJ: month === 12 ? [13] : [13, month], PA: [15] }[type]
  return periods.some((period) => states.get(period) === 'closed') ? journalText.errors.closed : undefined
}

/** A draft is its author's; a colleague may only throw it away. */
export function mayDo(officer: Officer, journal: JournalHead, action: string): boolean {
  const isAuthors = action === 'edit' || action === 'submit' || action === 'withdraw'
  return !isAuthors || journal.authorId === officer.userId
}

/** Carried balances, what the auditor's letter asks for and the adjustments of the year's end mend no day: accruals stand beside what was received. */
export function mendsDays({ type, documentDate }: Pick<JournalCommand, 'type' | 'documentDate'>): boolean {
  return type === 'JV' || type === 'AJ' && fiscalYearOf(addDays(documentDate, 1)) === fiscalYearOf(documentDate)
}

/** A type of this book; the address of one book makes no document of another. */
export function typeFault(type: JournalType, book: JournalBook): FieldErrors {
  return book.types.includes(type) ? {} : { type: journalText.errors.type }
}

/** 'JV-00012/70'; a draft has none. */
export function numberOf({ type, number, fiscalYear }: Pick<Journal, 'type' | 'number' | 'fiscalYear'>): string {
  return number === null ? journalText.noNumber : printedNumber(type, number, fiscalYear)
}
