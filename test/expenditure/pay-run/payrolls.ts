// An office with people on its pay-roll, for tests: the pay office, creditors, employees, and runs carried to their claims.
import { createEmployee } from '../../../src/expenditure/employee/employee.service.ts'
import { type EmployeeCommand, type EmployeeDeduction, type EmployeePay } from '../../../src/expenditure/employee/employee.ts'
import { addPayCreditor } from '../../../src/expenditure/pay-creditor/pay-creditor.service.ts'
import { findPayCreditors } from '../../../src/expenditure/pay-creditor/pay-creditor.repository.ts'
import { findRunClaims, getRun } from '../../../src/expenditure/pay-run/pay-run.repository.ts'
import { approveRun, claimRun, createRun, submitRun, type TypedRun } from '../../../src/expenditure/pay-run/pay-run.service.ts'
import { type Run } from '../../../src/expenditure/pay-run/pay-run.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { type Person } from '../../budget/world.ts'
import { anOfficer, asOfficer, organisation } from '../../support/world.ts'
import { type PayingOffice } from '../payment/paying.ts'
import { aPayee } from '../world.ts'

export interface PayrollOffice extends PayingOffice {
  /** LAO_PAYROLL */
  readonly payroll: Person
}

export async function withPayroll<Office extends PayingOffice>(office: Office): Promise<Office & PayrollOffice> {
  const { code } = await office.db.owner('organisations').where({ id: office.organisationId }).first('code')
  const officer = await anOfficer(office.db, { at: await organisation(office.db, code), groups: ['LAO_PAYROLL'] })
  return { ...office, payroll: { officer, ...asOfficer(office.db, officer) } }
}

/** The id of the creditor, a state body of this name. */
export async function aCreditor(office: PayrollOffice, code: string, name: string): Promise<string> {
  await aPayee(office, name, 'state_body')
  await office.payroll.work((work) => addPayCreditor(work, { code, payee: name }))
  const found = (await office.payroll.read(findPayCreditors)).find((each) => each.code === code && each.name === name)
  return found?.id ?? ''
}

export function wage(budgetLineId: string, amount: string, given: Partial<EmployeePay> = {}): EmployeePay {
  return { kind: 'wage', title: 'เงินเดือน/ค่าจ้าง', budgetLineId, subKey: null, amount: baht(amount), startsOn: null, endsOn: null, ...given }
}

export function keptBack(code: string, amount: string, given: Partial<EmployeeDeduction> = {}): EmployeeDeduction {
  return { code, amount: baht(amount), creditorId: null, loanId: null, startsOn: null, endsOn: null, ...given }
}

export async function anEmployee(office: PayrollOffice, name: string, given: Partial<EmployeeCommand> & Pick<EmployeeCommand, 'pays'>): Promise<string> {
  const payeeId = given.payeeId ?? await aPayee(office, name, 'individual')
  return office.payroll.work((work) => createEmployee(work, {
    kind: 'official', position: 'นักจัดการงานทั่วไป', departmentId: office.departmentId, isInsured: false, startsOn: calendarDate('2020-10-01'), endsOn: null, deductions: [], formKey: null, ...given, payeeId,
  }))
}

export function aRun(office: PayrollOffice, given: Partial<TypedRun> & Pick<TypedRun, 'month' | 'payDate'>): Promise<string> {
  return office.payroll.work((work) => createRun(work, { kind: 'payroll', remark: '', employerLine: '', formKey: crypto.randomUUID(), ...given }))
}

export function runNow(office: PayrollOffice, id: string): Promise<Run> {
  return office.head.read((read) => getRun(read, office.organisationId, id))
}

export async function anApprovedRun(office: PayrollOffice, id: string): Promise<void> {
  await office.payroll.work(async (work) => submitRun(work, id, (await getRun(work, office.organisationId, id)).version))
  await office.head.work(async (work) => approveRun(work, id, (await getRun(work, office.organisationId, id)).version))
}

/** Approved, and its claims drafted: ids by the part of the run that each pays. */
export async function claimsOfRun(office: PayrollOffice, id: string): Promise<{ readonly part: string; readonly claimId: string }[]> {
  if ((await runNow(office, id)).state === 'draft') await anApprovedRun(office, id)
  await office.payroll.work(async (work) => claimRun(work, id, (await getRun(work, office.organisationId, id)).version))
  return office.head.read((read) => findRunClaims(read, office.organisationId, id))
}
