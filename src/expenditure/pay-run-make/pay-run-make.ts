// The people of a run out of the register: pay of the month by control line, social security by the month's rates, deductions as far as pay bears them. Pure.
import { type LineWithBalance } from '../../budget/index.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { compare, formatMoney, sum, zero, type Money } from '../../platform/money.ts'
import { runsIn, type Employee, type EmployeeDeduction, type EmployeePay } from '../employee/employee.ts'
import { type ExpenseAccount } from '../expense-account/expense-account.ts'
import { creditorKeyOf, type PayCreditor } from '../pay-creditor/pay-creditor.ts'
import { payRunText } from '../pay-run.text.ts'
import { contribution, fitted, type PayDeduction, type SocialSecurityRates } from '../pay-rule/pay-rule.ts'
import { type RunItem, type RunPerson } from '../pay-run/pay-run.ts'

export type Registered = Pick<Employee, 'id' | 'payeeId' | 'name' | 'taxId' | 'position' | 'departmentId' | 'isInsured' | 'pays' | 'deductions'>

export interface OwedLoan {
  readonly subKey: string
  readonly number: string
  readonly balance: Money
}

export interface BankOfPayee {
  readonly bankCode: string
  readonly accountNumber: string
  readonly accountName: string
}

/** What a run is made from. */
export interface KnownForRun {
  readonly month: CalendarDate
  readonly deductions: readonly PayDeduction[]
  readonly creditors: readonly PayCreditor[]
  readonly rates: SocialSecurityRates
  /** Must remain of each pay. */
  readonly floor: Money
  /** Lines of the run's year by the ids the register keeps. */
  readonly lines: ReadonlyMap<string, LineWithBalance>
  /** By budget item. */
  readonly accounts: ReadonlyMap<string, ExpenseAccount>
  /** What pension money is kept on. */
  readonly pensionAccount: string
  readonly loans: ReadonlyMap<string, OwedLoan>
  readonly banks: ReadonlyMap<string, BankOfPayee>
}

export interface Made {
  readonly persons: readonly RunPerson[]
  /** What keeps the run from being made, each naming its person. */
  readonly faults: readonly string[]
  /** Deductions that pay could not bear. */
  readonly cuts: readonly string[]
}

const { errors } = payRunText

/** Who stands twice in one kind: an entry that ends in the month and one that begins in it would both be paid. */
export function twiceIn(register: readonly { readonly payeeId: string; readonly kind: string; readonly name: string }[]): string[] {
  const seen = new Set<string>()
  return register.flatMap(({ payeeId, kind, name }) => {
    const key = `${kind} ${payeeId}`
    const isTwin = seen.has(key)
    seen.add(key)
    return isTwin ? [errors.ofPerson(name, errors.twice)] : []
  })
}

export function makePersons(register: readonly Registered[], known: KnownForRun): Made {
  const made = register.map((employee) => makePerson(employee, known)).filter(({ person, faults }) => person !== undefined || faults.length > 0)
  return { persons: made.flatMap(({ person }) => person ?? []), faults: made.flatMap(({ faults }) => faults), cuts: made.flatMap(({ cuts }) => cuts) }
}

interface MadePerson {
  readonly person: RunPerson | undefined
  readonly faults: readonly string[]
  readonly cuts: readonly string[]
}

function makePerson(employee: Registered, known: KnownForRun): MadePerson {
  const named = (fault: string) => errors.ofPerson(employee.name, fault)
  const pays = employee.pays.filter((pay) => runsIn(pay, known.month)).map((pay) => payItem(pay, known))
  const wrong = pays.filter((each) => typeof each === 'string').map(named)
  const given = pays.filter((each) => typeof each !== 'string')
  if (given.length === 0 || wrong.length > 0) return { person: undefined, faults: wrong, cuts: [] }
  const gross = sum(given.map(({ amount }) => amount))
  const security = employee.isInsured ? socialSecurity(given, known) : { items: [], employer: zero }
  if (typeof security === 'string') return { person: undefined, faults: [named(security)], cuts: [] }
  const asked = [...security.items, ...employee.deductions.filter((each) => runsIn(each, known.month)).flatMap((each) => deductionItem(each, known))]
  const { kept, cut } = fitted(gross, asked, { priorityOf: (code) => known.deductions.find((each) => each.code === code)?.priority ?? 0, floor: known.floor })
  const bank = known.banks.get(employee.payeeId) ?? { bankCode: '', accountNumber: '', accountName: '' }
  return {
    faults: [], cuts: cut.map(({ title, amount }) => payRunText.cut(employee.name, title, formatMoney(amount))),
    person: {
      personId: employee.id, payeeId: employee.payeeId, name: employee.name, taxId: employee.taxId ?? '', position: employee.position, departmentId: employee.departmentId, ...bank,
      employer: security.employer, items: [...given, ...kept],
    },
  }
}

function payItem(pay: EmployeePay, { lines, accounts, pensionAccount }: KnownForRun): RunItem | string {
  const item = { side: 'pay', code: pay.kind, title: pay.title, creditorId: null, amount: pay.amount } as const
  if (pay.budgetLineId === null) return { ...item, budgetLineId: null, accountCode: pensionAccount, subKey: pay.subKey }
  const line = lines.get(pay.budgetLineId)
  if (!line) return errors.noLine(pay.title)
  const account = accounts.get(line.economicCode)?.usual
  return account ? { ...item, budgetLineId: line.id, accountCode: account.code, subKey: null } : errors.noAccount(line.title)
}

/** Of what counts as wage; the employer's part is told beside. */
export function socialSecurity(items: readonly RunItem[], { deductions, creditors, rates }: Pick<KnownForRun, 'deductions' | 'creditors' | 'rates'>): { items: RunItem[]; employer: Money } | string {
  const deduction = deductions.find(({ isReckoned }) => isReckoned)
  const creditor = deduction && creditors.find(({ code, isActive }) => isActive && code === deduction.code)
  if (!deduction || !creditor) return errors.noSecurity
  const wage = sum(items.filter(({ side, code }) => side === 'pay' && code === 'wage').map(({ amount }) => amount))
  const part = (percent: string) => contribution(wage, { percent, floor: rates.floor, ceiling: rates.ceiling })
  const own = part(rates.employee)
  return { employer: part(rates.employer), items: own === zero ? [] : [heldBack(deduction, { creditor, amount: own })] }
}

/** A loan is paid back no further than it is owed. */
function deductionItem(each: EmployeeDeduction, { deductions, creditors, loans }: KnownForRun): RunItem[] {
  const deduction = deductions.find(({ code }) => code === each.code)
  if (!deduction) return []
  if (each.loanId === null) return [heldBack(deduction, { creditor: creditors.find(({ id }) => id === each.creditorId), amount: each.amount })]
  const loan = loans.get(each.loanId)
  if (!loan || compare(loan.balance, zero) <= 0) return []
  return [heldBack(deduction, { loan, amount: compare(each.amount, loan.balance) > 0 ? loan.balance : each.amount })]
}

export interface HeldFor {
  readonly creditor?: PayCreditor | undefined
  readonly loan?: OwedLoan | undefined
  readonly amount: Money
}

export function heldBack({ code, name, accountCode }: PayDeduction, { creditor, loan, amount }: HeldFor): RunItem {
  const title = loan ? payRunText.ofLoan(name, loan.number) : name
  return { side: 'deduction', code, title, budgetLineId: null, accountCode, subKey: creditor ? creditorKeyOf(creditor) : loan?.subKey ?? null, creditorId: creditor?.id ?? null, amount }
}
