// A person who is paid, as typed → the register's row, or what is wrong with each box (expenditure-accounting-assets §1.7). Pure.
import { budgetLineName, readBudgetLine, type LineWithBalance } from '../../budget/index.ts'
import { readAmount } from '../../documents/index.ts'
import { compareDates, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { formatMoney } from '../../platform/money.ts'
import { employeeKinds, insurableKinds, type Employee, type EmployeeCommand, type EmployeeDeduction, type EmployeePay, type Months } from '../employee/employee.ts'
import { employeeText } from '../employee.text.ts'
import { loanNumber, type LoanHead } from '../loan/loan.ts'
import { monthField, readMonth } from '../month/month.ts'
import { type PayCreditor } from '../pay-creditor/pay-creditor.ts'
import { type PayDeduction } from '../pay-rule/pay-rule.ts'
import { type EmployeeInput, type TypedDeduction, type TypedPay } from './employee-form.schema.ts'

const { errors } = employeeText

export interface NamedKey {
  readonly key: string
  readonly name: string
}

/** What a form may speak of. */
export interface KnownForEmployee {
  readonly lines: readonly LineWithBalance[]
  readonly departments: readonly { readonly id: string; readonly name: string; readonly isActive: boolean }[]
  /** The one person the box means, or what is wrong with it. */
  readonly person: { readonly id: string; readonly name: string } | string
  readonly deductions: readonly PayDeduction[]
  readonly creditors: readonly PayCreditor[]
  /** Of the person, paid and not wholly cleared. */
  readonly loans: readonly LoanHead[]
  /** Items of deposits that pension money is kept on. */
  readonly keys: readonly NamedKey[]
}

export interface JudgedEmployee {
  readonly command: EmployeeCommand | undefined
  readonly faults: FieldErrors
}

type Judged<T> = { readonly part: T | undefined; readonly wrong: Readonly<Record<string, string>> }

export function judgeEmployee(input: EmployeeInput, known: KnownForEmployee): JudgedEmployee {
  const kind = employeeKinds.find((each) => each === input.kind)
  const [startsOn, endsOn] = [readMonth(input.startsOn), input.endsOn === '' ? null : readMonth(input.endsOn)]
  const pays = judgeRows('pays', input.pays, (row) => judgePay(row, known))
  const deductions = judgeRows('deductions', input.deductions, (row) => judgeDeduction(row, known))
  const faults = {
    ...headFaults(input, known), ...(startsOn === undefined && { startsOn: errors.month }),
    ...(endsOn === undefined ? { endsOn: errors.month } : startsOn && endsOn && compareDates(endsOn, startsOn) < 0 && { endsOn: errors.endsBefore }),
    ...pays.faults, ...deductions.faults, ...(pays.parts.length === 0 && Object.keys(pays.faults).length === 0 && { 'pays.0.amount': errors.noPay }),
  }
  if (Object.keys(faults).length > 0 || !kind || !startsOn || endsOn === undefined || typeof known.person === 'string') return { command: undefined, faults }
  return { faults, command: {
    payeeId: known.person.id, kind, position: input.position, departmentId: input.department === '' ? null : input.department, isInsured: input.insured === 'yes',
    startsOn, endsOn, pays: pays.parts, deductions: deductions.parts,
  } }
}

function headFaults(input: EmployeeInput, { departments, person }: KnownForEmployee): FieldErrors {
  const isDepartment = departments.length === 0 || departments.some(({ id, isActive }) => isActive && id === input.department)
  const kind = employeeKinds.find((each) => each === input.kind)
  return {
    ...(typeof person === 'string' && { person }), ...(!kind && { kind: errors.kind }), ...(!isDepartment && { department: errors.department }),
    ...((input.position === '' || input.position.length > 200) && { position: errors.position }),
    ...(kind && input.insured === 'yes' && !insurableKinds.includes(kind) && { insured: errors.insured }),
  }
}

/** Blank rows keep their place, so that a fault finds its cell. */
function judgeRows<R extends TypedPay | TypedDeduction, T>(name: string, rows: readonly R[], judge: (row: R) => Judged<T>): { readonly parts: T[]; readonly faults: FieldErrors } {
  const faults: Record<string, string> = {}
  const parts: T[] = []
  for (const [index, row] of rows.entries()) {
    if (isBlank(row)) continue
    const { part, wrong } = judge(row)
    for (const [cell, message] of Object.entries(wrong)) faults[`${name}.${index}.${cell}`] = message
    if (part !== undefined) parts.push(part)
  }
  return { parts, faults }
}

/** A select always says something. */
function isBlank(row: TypedPay | TypedDeduction): boolean {
  return Object.entries(row).every(([cell, text]) => text === '' || cell === 'kind' || cell === 'code')
}

function judgePay(row: TypedPay, { lines, keys }: KnownForEmployee): Judged<EmployeePay> {
  const amount = readAmount(row.amount)
  const { months, wrong: wrongMonths } = monthsIn(row)
  const line = row.line === '' ? undefined : readBudgetLine(lines, row.line)
  const key = row.line === '' ? keys.find((each) => row.key !== '' && (each.key === row.key || each.name === row.key || `${each.key} ${each.name}` === row.key)) : undefined
  const wrong = {
    ...wrongMonths, ...(typeof amount === 'string' && { amount }), ...((row.title === '' || row.title.length > 100) && { title: errors.title }),
    ...(typeof line === 'string' && { line }), ...(row.line === '' && !key && { line: row.key === '' ? errors.noSource : errors.noKey }),
  }
  if (Object.keys(wrong).length > 0 || typeof amount === 'string' || typeof line === 'string') return { part: undefined, wrong }
  return { wrong, part: { kind: row.kind === 'allowance' ? 'allowance' : 'wage', title: row.title, budgetLineId: line?.id ?? null, subKey: line ? null : key?.key ?? null, amount, ...months } }
}

function judgeDeduction(row: TypedDeduction, known: KnownForEmployee): Judged<EmployeeDeduction> {
  const amount = readAmount(row.amount)
  const { months, wrong: wrongMonths } = monthsIn(row)
  const deduction = known.deductions.find(({ code, isReckoned }) => code === row.code && !isReckoned)
  const whom = deduction ? whomOf(row.creditor, deduction, known) : errors.code
  const wrong = {
    ...wrongMonths, ...(typeof amount === 'string' && { amount }), ...(!deduction && { code: errors.code }), ...(deduction && typeof whom === 'string' && { creditor: whom }),
  }
  if (Object.keys(wrong).length > 0 || typeof amount === 'string' || !deduction || typeof whom === 'string') return { part: undefined, wrong }
  return { wrong, part: { code: deduction.code, ...whom, amount, ...months } }
}

/** Who gets it, or what is missing. */
export function whomOf(typed: string, { code, name, creditor }: PayDeduction, { creditors, loans }: Pick<KnownForEmployee, 'creditors' | 'loans'>): Pick<EmployeeDeduction, 'creditorId' | 'loanId'> | string {
  if (creditor === 'none') return { creditorId: null, loanId: null }
  if (creditor === 'loan') {
    const loan = loans.find((each) => loanNumber(each) === typed)
    return loan ? { creditorId: null, loanId: loan.id } : errors.noLoan
  }
  const active = creditors.filter((each) => each.isActive && each.code === code)
  const found = typed === '' ? active : active.filter((each) => each.name === typed || each.name.includes(typed))
  const exact = found.filter((each) => each.name === typed)
  const [only, ...others] = exact.length > 0 ? exact : found
  return only && others.length === 0 ? { creditorId: only.id, loanId: null } : only ? errors.whichCreditor : errors.noCreditor(name)
}

function monthsIn(row: { readonly startsOn: string; readonly endsOn: string }): { readonly months: Months; readonly wrong: Readonly<Record<string, string>> } {
  const read = (text: string): CalendarDate | null | undefined => (text === '' ? null : readMonth(text))
  const [startsOn, endsOn] = [read(row.startsOn), read(row.endsOn)]
  const wrong = {
    ...(startsOn === undefined && { startsOn: errors.month }), ...(endsOn === undefined && { endsOn: errors.month }),
    ...(startsOn && endsOn && compareDates(endsOn, startsOn) < 0 && { endsOn: errors.endsBefore }),
  }
  return { months: { startsOn: startsOn ?? null, endsOn: endsOn ?? null }, wrong }
}

/** The register's row in the boxes. */
export function inputOf(employee: Employee, { lines, creditors, loans, keys }: Pick<KnownForEmployee, 'lines' | 'creditors' | 'loans' | 'keys'>, person: string): EmployeeInput {
  const months = ({ startsOn, endsOn }: Months) => ({ startsOn: startsOn === null ? '' : monthField(startsOn), endsOn: endsOn === null ? '' : monthField(endsOn) })
  const lineText = (id: string | null) => { const line = lines.find((each) => each.id === id); return line ? budgetLineName(line) : '' }
  const keyText = (key: string | null) => { const found = keys.find((each) => each.key === key); return found ? `${found.key} ${found.name}` : key ?? '' }
  const loanText = (id: string | null) => { const loan = loans.find((each) => each.id === id); return loan ? loanNumber(loan) ?? '' : '' }
  return {
    person, kind: employee.kind, position: employee.position, department: employee.departmentId ?? '', insured: employee.isInsured ? 'yes' : '', ...months(employee),
    pays: employee.pays.map((pay) => ({ kind: pay.kind, title: pay.title, line: lineText(pay.budgetLineId), key: keyText(pay.subKey), amount: formatMoney(pay.amount), ...months(pay) })),
    deductions: employee.deductions.map((each) => ({
      code: each.code, creditor: each.loanId === null ? creditors.find(({ id }) => id === each.creditorId)?.name ?? '' : loanText(each.loanId), amount: formatMoney(each.amount), ...months(each),
    })),
    formKey: '', version: String(employee.version),
  }
}
