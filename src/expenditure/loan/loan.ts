// สัญญาการยืมเงิน: who borrows for what, when it must be cleared, and how far it is (expenditure-accounting-assets §1.2, §1.8). Pure.
import { lifecycle, printedNumber, type DocumentHead, type RegisterFilter, type PaperRule } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { addDays, compareDates, daysBetween, type CalendarDate } from '../../platform/dates.ts'
import { compare, isZero, type Money } from '../../platform/money.ts'

/** Kind of its trail and attachments, and the origin of its claim. */
export const loanSource = 'loan'
/** Kind of its key in the ledger's registers. */
export const loanKeyKind = 'loan_contract'

export const loanStates = ['draft', 'submitted', 'approved', 'paid', 'cancelled'] as const
export type LoanState = (typeof loanStates)[number]

export const loanKinds = ['travel', 'training', 'other'] as const
export type LoanKind = (typeof loanKinds)[number]

export const loanSources = ['budget', 'accumulated'] as const
export type LoanSourceOfMoney = (typeof loanSources)[number]

/** Its claim is the department's to make, and moves it on: paid, or back. */
export const loanLifecycle = lifecycle({
  draft: {
    edit: { to: 'draft', may: 'expense.loan:edit', onlyBy: 'author' },
    submit: { to: 'submitted', may: 'expense.loan:create' },
    cancel: { to: 'cancelled', may: 'expense.loan:edit' },
  },
  submitted: {
    approve: { to: 'approved', may: 'expense.loan:approve', notBy: 'author' },
    return: { to: 'draft', may: 'expense.loan:approve' },
    withdraw: { to: 'draft', may: 'expense.loan:edit' },
  },
  approved: {
    claim: { to: 'approved', may: 'expense.voucherreq:create' },
    revoke: { to: 'cancelled', may: 'expense.loan:approve' },
  },
  paid: { settle: { to: 'paid', may: 'expense.loan:edit' } },
  cancelled: {},
})

export const loanPapers: PaperRule<LoanState> = { may: 'expense.loan:edit', lifecycle: loanLifecycle, late: ['approved', 'paid'] }

export type LoanStep = 'submit' | 'cancel' | 'approve' | 'return' | 'withdraw' | 'claim' | 'revoke' | 'settle'

export interface LoanLine {
  /** Null where เงินสะสม is lent. */
  readonly budgetLineId: string | null
  readonly description: string
  readonly amount: Money
}

export interface LoanCommand {
  readonly loanDate: CalendarDate
  readonly kind: LoanKind
  readonly source: LoanSourceOfMoney
  readonly departmentId: string | null
  readonly payeeId: string
  readonly position: string
  readonly purpose: string
  /** Of a journey. */
  readonly returnDate: CalendarDate | null
  /** To have it taken from the pay when it is overdue. */
  readonly consents: boolean
  readonly approvalReference: string
  readonly lines: readonly LoanLine[]
}

export interface LoanHead extends DocumentHead<LoanState> {
  readonly loanDate: CalendarDate
  readonly kind: LoanKind
  readonly source: LoanSourceOfMoney
  readonly payeeId: string
  readonly payeeName: string
  readonly purpose: string
  readonly amount: Money
  /** What the books say is still owed. */
  readonly balance: Money
  /** Of it by vouchers in the books. */
  readonly vouched: Money
  readonly paidOn: CalendarDate | null
  /** Null while its money, which came back, waits to go out again. */
  readonly dueOn: CalendarDate | null
  readonly departmentName: string | null
  readonly author: Person
}

export interface Loan extends LoanHead, Omit<LoanCommand, keyof LoanHead> {
  readonly organisationName: string
  readonly isStaff: boolean
  readonly returnReason: string | null
  readonly approver: Person | null
}

export const standings = ['draft', 'submitted', 'approved', 'outstanding', 'overdue', 'partly', 'cleared', 'cancelled'] as const
/** As people speak of it: what was paid is told by what the books still show. */
export type Standing = (typeof standings)[number]

/** Asked of the list by the home page: paid and not cleared; granted and not claimed; with vouchers that wait for approval by this officer. */
export const loanWaits = ['owing', 'unclaimed', 'clearing'] as const
export type LoanWait = (typeof loanWaits)[number]

export function standingOf({ state, amount, balance, dueOn }: Pick<LoanHead, 'state' | 'amount' | 'balance' | 'dueOn'>, today: CalendarDate): Standing {
  if (state !== 'paid') return state
  if (isZero(balance)) return 'cleared'
  if (dueOn !== null && compareDates(dueOn, today) < 0) return 'overdue'
  return compare(balance, amount) < 0 ? 'partly' : 'outstanding'
}

/** Its money came back from the bank: the borrower has nothing to account for until it is paid anew. */
export function isMoneyBack({ state, dueOn }: Pick<LoanHead, 'state' | 'dueOn'>): boolean {
  return state === 'paid' && dueOn === null
}

/** From the day after the last one it could have been cleared on; 0: not overdue. */
export function daysLate(loan: Pick<LoanHead, 'state' | 'amount' | 'balance' | 'dueOn'>, today: CalendarDate): number {
  return loan.dueOn !== null && standingOf(loan, today) === 'overdue' ? daysBetween(loan.dueOn, today) : 0
}

export interface DueDays {
  /** After the return from a journey. */
  readonly travel: number
  /** After the money was received. */
  readonly other: number
}

/** A journey that was over before the money came counts from the money. */
export function dueDayOf({ kind, returnDate }: Pick<LoanCommand, 'kind' | 'returnDate'>, paidOn: CalendarDate, days: DueDays): CalendarDate {
  if (kind !== 'travel' || returnDate === null) return addDays(paidOn, days.other)
  return addDays(compareDates(returnDate, paidOn) < 0 ? paidOn : returnDate, days.travel)
}

/** The key of the contract in the ledger's register. */
export function loanKeyOf({ id }: Pick<LoanHead, 'id'>): string {
  return `LON${id}`
}

export function loanNumber({ number, fiscalYear }: Pick<LoanHead, 'number' | 'fiscalYear'>): string | undefined {
  return number === null ? undefined : printedNumber('LON', number, fiscalYear)
}

export interface LoanFilter extends Omit<RegisterFilter<LoanState>, 'state'> {
  readonly standing: Standing | LoanWait | undefined
  readonly source: LoanSourceOfMoney | undefined
  /** Part of a borrower's name or of the purpose, or a number. */
  readonly search: string | undefined
}

export interface LoanTotals {
  readonly count: number
  readonly amount: Money
  readonly balance: Money
}
