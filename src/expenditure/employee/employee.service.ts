import { mustBeCurrent, recordChange } from '../../documents/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { sum } from '../../platform/money.ts'
import { employeeText } from '../employee.text.ts'
import { monthOf } from '../month/month.ts'
import { employeeRows, getEmployee, insertEmployee, updateEmployee } from './employee.repository.ts'
import { employeeSource, type EmployeeCommand } from './employee.ts'

/** The id; the same form sent twice gives the same one. */
export async function createEmployee(work: OfficerWork, { formKey, ...employee }: EmployeeCommand & { readonly formKey: string | null }): Promise<string> {
  const earlier = formKey === null ? undefined : await employeeRows.findMade(work, formKey)
  if (earlier !== undefined) return earlier
  const id = await insertEmployee(work, employee, formKey)
  await recordChange(work, { kind: employeeSource, id, action: 'create', after: factsOf(employee) })
  return id
}

/** Runs that were made keep what the person had then. */
export async function editEmployee(work: OfficerWork, id: string, { version, ...changed }: EmployeeCommand & { readonly version: number }): Promise<void> {
  await employeeRows.lock(work, id)
  const employee = await getEmployee(work, id, monthOf(work.today))
  mustBeCurrent(employee, version)
  await updateEmployee(work, employee, changed)
  await recordChange(work, { kind: employeeSource, id, action: 'edit', before: factsOf(employee), after: factsOf(changed) })
}

function factsOf({ kind, position, pays, deductions, startsOn, endsOn }: EmployeeCommand) {
  return {
    kind: employeeText.kinds[kind], position, gross: sum(pays.map(({ amount }) => amount)), deducted: sum(deductions.map(({ amount }) => amount)), startsOn, endsOn,
  }
}
