// The register of a month, read for a run: lines of its year, accounts, rates, creditors, loans, bank accounts.
import { findBudgetLines } from '../../budget/index.ts'
import { accountsOfRoles } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { addDays, addMonths, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { baht, money, type Money } from '../../platform/money.ts'
import { getRate } from '../deduction/deduction.repository.ts'
import { findParts } from '../employee/employee.repository.ts'
import { employeeKinds, type EmployeePay, type EmployeeDeduction } from '../employee/employee.ts'
import { findExpenseAccounts } from '../expense-account/expense-account.repository.ts'
import { getLoan } from '../loan/loan.repository.ts'
import { loanKeyOf, loanNumber } from '../loan/loan.ts'
import { findPayCreditors } from '../pay-creditor/pay-creditor.repository.ts'
import { linesOfYear } from '../pay-line/pay-line.service.ts'
import { findPayDeductions } from '../pay-rule/pay-rule.repository.ts'
import { findBanksOf } from '../pay-run/pay-run.repository.ts'
import { type RunKind } from '../pay-run/pay-run.ts'
import { findPaidIn } from './pay-run-make.repository.ts'
import { makePersons, twiceIn, type KnownForRun, type Made, type OwedLoan, type Registered } from './pay-run-make.ts'

const mostLinesOfAYear = 20_000

/** Officers and workers in one run, pensioners in the other. */
export async function makeFromRegister(read: OfficerRead, kind: Exclude<RunKind, 'welfare'>, month: CalendarDate): Promise<Made> {
  const kinds = employeeKinds.filter((each) => (each === 'pensioner') === (kind === 'pension'))
  const rows = await findPaidIn(read, month, kinds)
  const parts = await findParts(read, rows.map(({ id }) => id))
  const register = rows.map((row): Registered => ({ ...row, pays: parts.pays.get(row.id) ?? [], deductions: parts.deductions.get(row.id) ?? [] }))
  const made = makePersons(register, await findKnownForRun(read, month, register))
  const paid = new Set(made.persons.map(({ personId }) => personId))
  return { ...made, faults: [...twiceIn(rows.filter(({ id }) => paid.has(id))), ...made.faults] }
}

export async function findKnownForRun(read: OfficerRead, month: CalendarDate, register: readonly Registered[]): Promise<KnownForRun> {
  const fiscalYear = fiscalYearOf(month)
  const ofYear = await findBudgetLines(read, { organisationId: read.actor.organisationId, fiscalYear }, mostLinesOfAYear)
  const pays: readonly EmployeePay[] = register.flatMap((each) => each.pays)
  const lines = await linesOfYear(read, pays.flatMap(({ budgetLineId }) => budgetLineId ?? []), ofYear)
  return {
    month, lines, deductions: await findPayDeductions(read), creditors: await findPayCreditors(read), ...await ratesOf(read, month),
    accounts: await findExpenseAccounts(read, { itemCodes: [...new Set([...lines.values()].map(({ economicCode }) => economicCode))], fiscalYear }),
    pensionAccount: (await accountsOfRoles(read, fiscalYear))['pension-deposit'] ?? '', loans: await loansOf(read, register.flatMap((each) => each.deductions)),
    banks: await findBanksOf(read, register.map(({ payeeId }) => payeeId)),
  }
}

/** As they are on the last day of the month. */
export async function ratesOf(read: OfficerRead, month: CalendarDate): Promise<Pick<KnownForRun, 'rates' | 'floor'>> {
  const on = addDays(addMonths(month, 1), -1)
  const amount = async (code: string): Promise<Money> => baht(wholeBaht(await getRate(read, code, on)))
  return {
    floor: await amount('pay-net-floor'),
    rates: {
      employee: await getRate(read, 'sso-employee-percent', on), employer: await getRate(read, 'sso-employer-percent', on), floor: await amount('sso-floor'),
      ceiling: await amount('sso-ceiling'),
    },
  }
}

/** Rates stand with four decimals: '15000.0000'. */
const wholeBaht = (value: string) => value.replace(/^([0-9]+\.[0-9]{2})[0-9]*$/, '$1')

async function loansOf(read: OfficerRead, deductions: readonly EmployeeDeduction[]): Promise<ReadonlyMap<string, OwedLoan>> {
  const found = new Map<string, OwedLoan>()
  for (const id of new Set(deductions.flatMap(({ loanId }) => loanId ?? []))) {
    const loan = await getLoan(read, read.actor.organisationId, id)
    found.set(id, { subKey: loanKeyOf(loan), number: loanNumber(loan) ?? '', balance: loan.dueOn !== null ? loan.balance : money(0n) })
  }
  return found
}
