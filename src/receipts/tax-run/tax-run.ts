// The runs of 30 September: unpaid assessments become debtors (R11, A8), the allowance follows their age (A9). Asked by one, decided by another; all or nothing.
import { lifecycle, type DocumentHead } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { calendarDate, compareDates, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { compare, isZero, minus, negate, sum, zero, type Money } from '../../platform/money.ts'
import { type AllowanceMoved, type DebtorsSetUp } from '../receipts.posting.ts'
import { type Prepared } from '../sign/sign.ts'
import { balanceOf, type TaxDebt, type TaxKind } from '../tax-debt/tax-debt.ts'
import { allowanceOf, type TaxFigures } from '../tax-rule/tax-rule.ts'

export const runKinds = ['set-up', 'allowance'] as const
export type RunKind = (typeof runKinds)[number]
export const runStates = ['asked', 'posted', 'refused', 'reversed'] as const
export type RunState = (typeof runStates)[number]

/** Whoever approves receipts into the books approves these. */
export const runLifecycle = lifecycle({
  asked: {
    approve: { to: 'posted', may: 'revenue.voucher:approve', notBy: 'author' },
    refuse: { to: 'refused', may: 'revenue.voucher:approve' },
  },
  posted: { reverse: { to: 'reversed', may: 'revenue.voucher:approve', notBy: 'author' } },
  refused: {},
  reversed: {},
})

export interface TaxRun extends DocumentHead<RunState>, Prepared {
  readonly kind: RunKind
  readonly total: Money
  readonly reason: string | null
  readonly preparer: Person
  readonly preparedAt: string
  readonly decider: Person | null
  readonly voucher: { readonly id: string; readonly number: number; readonly fiscalYear: FiscalYear } | null
}

/** 30 September of the year it is named by. */
export const lastDayOf = (year: FiscalYear): CalendarDate => calendarDate(`${year - 543}-09-30`)

/** A debtor of the run, and how much of it. */
export interface Debtor {
  readonly debt: TaxDebt
  readonly amount: Money
}

interface Evening {
  readonly day: CalendarDate
  /** The same debts by what was open on the evening of the day. */
  readonly evening: readonly TaxDebt[]
}

/** Assessments up to the day that were unpaid on its evening and are no debtors yet; of what was paid since as income, nothing. */
export function toSetUp(now: readonly TaxDebt[], { day, evening }: Evening): Debtor[] {
  const then = new Map(evening.map((debt) => [debt.id, balanceOf(debt)]))
  return now.filter((debt) => !debt.isSetUp && compareDates(debt.noticeDate, day) <= 0)
    .map((debt) => ({ debt, amount: least(balanceOf(debt), then.get(debt.id) ?? zero) })).filter(({ amount }) => !isZero(amount))
}

const least = (one: Money, other: Money): Money => (compare(one, other) < 0 ? one : other)

export const setUpTotal = (debtors: readonly Debtor[]): Money => sum(debtors.map(({ amount }) => amount))

export function setUpFacts(debtors: readonly Debtor[]): DebtorsSetUp {
  return { lists: {
    debtors: debtors.map(({ debt, amount }) => ({ accountCode: debt.taxKind.debtorAccount, subKey: debt.taxpayer.key, amount })),
    revenues: debtors.map(({ debt, amount }) => ({ accountCode: debt.taxKind.revenueAccount, revenueCode: debt.taxKind.revenueCode, amount })),
  } }
}

export interface AllowanceRow {
  readonly taxKind: TaxKind
  readonly required: Money
  readonly book: Money
}

/** What each tax's debtors need, beside what the books hold. */
export function allowanceRows(kinds: readonly TaxKind[], debts: readonly TaxDebt[], asked: { day: CalendarDate; figures: TaxFigures; book: ReadonlyMap<string, Money> }): AllowanceRow[] {
  const { day, figures, book } = asked
  return kinds.map((taxKind) => {
    const own = debts.filter((debt) => debt.taxKind.code === taxKind.code && debt.isSetUp)
    return { taxKind, required: sum(own.map((debt) => allowanceOf(debt.standing, { due: debt.dueDate, day, figures }))), book: book.get(taxKind.allowanceAccount) ?? zero }
  })
}

export const change = ({ required, book }: AllowanceRow): Money => minus(required, book)
const size = (amount: Money): Money => (compare(amount, zero) < 0 ? negate(amount) : amount)
export const allowanceTotal = (rows: readonly AllowanceRow[]): Money => sum(rows.map((row) => size(change(row))))

/** More doubt is an expense; less takes it back. */
export function allowanceFacts(rows: readonly AllowanceRow[]): AllowanceMoved {
  const moved = rows.filter((row) => !isZero(change(row)))
  const line = (row: AllowanceRow, isUp: boolean) => ({ accountCode: (compare(change(row), zero) > 0) === isUp ? row.taxKind.doubtfulAccount : row.taxKind.allowanceAccount, amount: size(change(row)) })
  return { lists: { debits: moved.map((row) => line(row, true)), credits: moved.map((row) => line(row, false)) } }
}
