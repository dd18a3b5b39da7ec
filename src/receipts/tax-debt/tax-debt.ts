// ทะเบียนลูกหนี้ภาษี: what is assessed of one taxpayer for one tax and year, and what became of it (budget-and-receipts §4.9).
// During its year a tax is income when it is received; what is open on 30 September is set up as a debtor (R11), and later collections credit that (R12).
import { lifecycle, printedNumber } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { compareDates, daysBetween, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { isZero, minus, sum, zero, type Money } from '../../platform/money.ts'
import { type Late, type Reckoned, type Owed, type Sign, type TaxCode } from '../tax-rule/tax-rule.ts'

export interface TaxKind {
  readonly code: TaxCode
  readonly name: string
  readonly revenueCode: string
  readonly revenueAccount: string
  readonly debtorAccount: string
  readonly allowanceAccount: string
  readonly doubtfulAccount: string
  readonly badDebtAccount: string
  /** An abolished tax has arrears only. */
  readonly isActive: boolean
  /** Kind of receipt its debtors pay under: 'DB01'. */
  readonly receiptKind: string
  readonly reference: string
}

export type DebtState = 'assessed' | 'reducing' | 'cancelling' | 'cancelled'

/** Who collects asks for a cancellation, or a reduction of lateness; who approves receipts confirms it, and is `author` of none they asked for. Until then all is owed. */
export const debtLifecycle = lifecycle({
  assessed: {
    warn: { to: 'assessed', may: 'revenue.debtor:edit' }, reduce: { to: 'reducing', may: 'revenue.debtor:edit' }, cancel: { to: 'cancelling', may: 'revenue.debtor:edit' },
  },
  reducing: {
    'confirm-reduction': { to: 'assessed', may: 'revenue.receipt:approve', notBy: 'author' },
    'refuse-reduction': { to: 'assessed', may: 'revenue.receipt:approve' },
  },
  cancelling: {
    'confirm-cancel': { to: 'cancelled', may: 'revenue.receipt:approve', notBy: 'author' },
    'refuse-cancel': { to: 'assessed', may: 'revenue.receipt:approve' },
  },
  cancelled: {},
})

/** What receipts and write-offs did to a debt. */
export interface Settled {
  readonly paid: Money
  readonly penaltyPaid: Money
  readonly surchargePaid: Money
  readonly writtenOff: Money
}

export interface TaxDebt extends Settled {
  readonly organisationId: string
  readonly id: string
  readonly version: number
  readonly state: DebtState
  readonly fiscalYear: FiscalYear
  readonly number: number
  readonly taxKind: TaxKind
  readonly taxpayer: { readonly id: string; readonly key: string; readonly name: string; readonly address: string }
  /** พ.ศ. */
  readonly taxYear: number
  readonly assessed: Money
  readonly discount: Money
  readonly isOpening: boolean
  readonly noticeDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly parts: number
  readonly isFiledLate: boolean
  readonly warned: Owed['warned']
  readonly signs: readonly Sign[]
  readonly remark: string
  readonly cancelReason: string | null
  /** Who asked for the cancellation or reduction that waits; empty where nobody did. */
  readonly authorId: string
  /** Who asked for the cancellation. */
  readonly asker: string
  /** Penalty and surcharge that are no longer asked for by order. */
  readonly reduced: Money
  /** It stands in the books as a debtor. */
  readonly isSetUp: boolean
  /** What of it was set up: by a run, or all of it at an opening. */
  readonly setUpAmount: Money
  /** So much of its balance is a debtor in the books; the rest is income when it comes (R12). */
  readonly standing: Money
  readonly preparer: Person
}

export interface DebtCommand {
  readonly taxpayerId: string
  readonly taxKind: TaxCode
  readonly taxYear: number
  /** Absent: reckoned from the signs. */
  readonly assessed: Money | null
  readonly discount: Money
  readonly isOpening: boolean
  readonly noticeDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly parts: number
  readonly isFiledLate: boolean
  readonly signs: readonly Sign[]
  readonly remark: string
}

export interface WarnForm {
  readonly version: number
  readonly warnedOn: CalendarDate
  readonly warnedUntil: CalendarDate
}

/** Tax still open: assessed less discount, payments and what was written off. */
export function balanceOf(debt: Pick<TaxDebt, 'state' | 'assessed' | 'discount' | 'paid' | 'writtenOff'>): Money {
  return debt.state === 'cancelled' ? zero : minus(debt.assessed, sum([debt.discount, debt.paid, debt.writtenOff]))
}

export function owedOf(debt: TaxDebt): Owed {
  return {
    taxKind: debt.taxKind.code, amount: minus(debt.assessed, debt.discount), due: debt.dueDate, parts: debt.parts, isFiledLate: debt.isFiledLate, warned: debt.warned,
  }
}

export const settledOf = (debt: TaxDebt): Money => sum([debt.paid, debt.writtenOff])

export const debtNumber = ({ number, fiscalYear }: Pick<TaxDebt, 'number' | 'fiscalYear'>): string => printedNumber('TAX', number, fiscalYear)

/** How receipts name the debt, and which part of the payment a line is: tax, penalty, surcharge. */
export const references = { tax: (number: string) => number, penalty: (number: string) => `${number}/P`, surcharge: (number: string) => `${number}/S` } as const

/** A line for the receipt that collects it. */
export interface DueLine {
  readonly kind: 'tax' | 'penalty' | 'surcharge'
  /** 'DB01' of a debtor set up, else the revenue code. */
  readonly incomeCode: string
  readonly accountCode: string
  readonly subKey: string | null
  readonly reference: string
  readonly amount: Money
}

export interface Due {
  readonly late: Late
  /** So much lateness was paid ahead of the tax it falls on, and is not in `late`. */
  readonly ahead: Late
  readonly lines: readonly DueLine[]
  readonly total: Money
  readonly reckoned: Reckoned
}

/** Debtors are credited once they stand in the books; lateness is always income. */
export function dueLines(debt: TaxDebt, number: string, { penalty, surcharge }: Late): DueLine[] {
  const { taxKind } = debt
  const income = { incomeCode: taxKind.revenueCode, accountCode: taxKind.revenueAccount, subKey: null }
  const debtor = { incomeCode: taxKind.receiptKind, accountCode: taxKind.debtorAccount, subKey: debt.taxpayer.key }
  const lines: DueLine[] = [
    { kind: 'tax', ...debtor, reference: references.tax(number), amount: debt.standing },
    { kind: 'tax', ...income, reference: references.tax(number), amount: minus(balanceOf(debt), debt.standing) },
    { kind: 'penalty', ...income, reference: references.penalty(number), amount: penalty },
    { kind: 'surcharge', ...income, reference: references.surcharge(number), amount: surcharge },
  ]
  return lines.filter((line) => !isZero(line.amount))
}

/** Days past due in bands: not due, 1–30, 31–60, 61–90, 91–180, 181–365, over a year (R18). */
export const bands = [0, 30, 60, 90, 180, 365] as const

export function bandOf(due: CalendarDate, day: CalendarDate): number {
  const late = compareDates(due, day) >= 0 ? 0 : daysBetween(due, day)
  const found = bands.findIndex((most) => late <= most)
  return found < 0 ? bands.length : found
}

/** Of everything a register asks for, not only of its page. */
export interface DebtSums {
  readonly count: number
  readonly assessed: Money
  readonly discount: Money
  readonly reduced: Money
  readonly paid: Money
  readonly writtenOff: Money
  readonly balance: Money
  /** Balances by days past due. */
  readonly bands: readonly Money[]
}

export const debtStates = ['open', 'late', 'paid', 'reducing', 'cancelling', 'cancelled'] as const
export type ShownState = (typeof debtStates)[number]

export function shownState(debt: TaxDebt, day: CalendarDate): ShownState {
  if (debt.state !== 'assessed') return debt.state
  if (isZero(balanceOf(debt))) return 'paid'
  return compareDates(debt.dueDate, day) < 0 ? 'late' : 'open'
}
