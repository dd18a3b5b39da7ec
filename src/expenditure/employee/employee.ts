// ข้อมูลพนักงาน: who is paid by the month, out of which control lines, and what is kept back (expenditure-accounting-assets §1.7). Pure.
import { compareDates, type CalendarDate } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'

/** Kind of its trail. */
export const employeeSource = 'employee'

export const employeeKinds = ['political', 'official', 'teacher', 'permanent', 'mission', 'general', 'pensioner'] as const
export type EmployeeKind = (typeof employeeKinds)[number]

/** Officials have a fund of their own (§1.5). */
export const insurableKinds: readonly EmployeeKind[] = ['mission', 'general']

/** From the month on, to and with the other; null: no end, or none to the beginning. */
export interface Months {
  readonly startsOn: CalendarDate | null
  readonly endsOn: CalendarDate | null
}

export interface EmployeePay extends Months {
  /** Only a wage counts for the social security. */
  readonly kind: 'wage' | 'allowance'
  readonly title: string
  /** Null: out of money of others, kept under `subKey` (pension money, pension_mode = deposit). */
  readonly budgetLineId: string | null
  readonly subKey: string | null
  readonly amount: Money
}

export interface EmployeeDeduction extends Months {
  readonly code: string
  readonly creditorId: string | null
  readonly loanId: string | null
  readonly amount: Money
}

export interface EmployeeCommand {
  readonly payeeId: string
  readonly kind: EmployeeKind
  readonly position: string
  readonly departmentId: string | null
  readonly isInsured: boolean
  /** First and last month of pay. */
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate | null
  readonly pays: readonly EmployeePay[]
  readonly deductions: readonly EmployeeDeduction[]
}

export interface ListedEmployee {
  readonly id: string
  readonly payeeId: string
  readonly name: string
  readonly taxId: string | null
  readonly kind: EmployeeKind
  readonly position: string
  readonly departmentName: string | null
  readonly startsOn: CalendarDate
  readonly endsOn: CalendarDate | null
  /** Of the month that was asked for; the social security is reckoned in the run. */
  readonly gross: Money
  readonly deducted: Money
  /** There is a verified bank account. */
  readonly hasAccount: boolean
}

export interface Employee extends ListedEmployee, Omit<EmployeeCommand, keyof ListedEmployee> {
  readonly organisationId: string
  readonly version: number
}

export interface EmployeeFilter {
  readonly kind: EmployeeKind | undefined
  readonly departmentId: string | undefined
  /** Part of the name or of the position. */
  readonly search: string | undefined
  /** Only who is paid in the month. */
  readonly isPaid: boolean
  readonly after: string | undefined
}

export interface EmployeeTotals {
  readonly count: number
  readonly gross: Money
  readonly deducted: Money
}

/** Whether what runs from month to month runs in this one. */
export function runsIn({ startsOn, endsOn }: Months, month: CalendarDate): boolean {
  return (startsOn === null || compareDates(startsOn, month) <= 0) && (endsOn === null || compareDates(month, endsOn) <= 0)
}
