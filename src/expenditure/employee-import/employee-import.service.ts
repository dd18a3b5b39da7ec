// People who are paid, from a spreadsheet: each row by the rules of the form; who is no payee yet becomes one.
import { findBudgetLines } from '../../budget/index.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { type Sheet } from '../../platform/sheet-reader.ts'
import { findDepartments } from '../../registers/index.ts'
import { createEmployee } from '../employee/employee.service.ts'
import { type EmployeeCommand } from '../employee/employee.ts'
import { judgeEmployee } from '../employee-form/employee-form.ts'
import { employeeText } from '../employee.text.ts'
import { findPayCreditors } from '../pay-creditor/pay-creditor.repository.ts'
import { findPayDeductions } from '../pay-rule/pay-rule.repository.ts'
import { personOfRow } from '../person-row/person-row.service.ts'
import { readSheetRows } from '../../documents/index.ts'
import { inputOfRow } from './employee-import.ts'

const { import: text } = employeeText
const mostRows = 2000
const mostLinesOfAYear = 20_000

/** All rows or none; how many people were added. */
export async function importEmployees(work: OfficerWork, sheet: Sheet): Promise<number> {
  const rows = readSheetRows(sheet, { heads: text.heads, required: ['name', 'taxId', 'kind', 'line', 'amount'], most: mostRows, text: text.errors })
  if (typeof rows === 'string') throw new RuleBroken({ file: rows })
  const { organisationId } = work.actor
  const departments = await findDepartments(work, organisationId)
  const known = {
    lines: await findBudgetLines(work, { organisationId, fiscalYear: fiscalYearOf(work.today) }, mostLinesOfAYear), departments, deductions: await findPayDeductions(work),
    creditors: await findPayCreditors(work), loans: [], keys: [],
  }
  const faults: Record<string, string> = {}
  const found: EmployeeCommand[] = []
  const seen = new Set<string>()
  for (const row of rows) {
    const person = await personOfRow(work, { name: row.cell('name'), taxId: row.cell('taxId') }, { seen, isStaff: true })
    const { command, faults: wrong } = judgeEmployee(inputOfRow(row, departments), { ...known, person: 'wrong' in person ? '' : person })
    if ('wrong' in person) faults[`rows.${row.number}.${person.cell}`] = person.wrong
    for (const [name, message] of Object.entries(wrong)) if (message !== '') faults[`rows.${row.number}.${columnOf(name)}`] ??= message
    if (command) found.push(command)
  }
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  for (const employee of found) await createEmployee(work, { ...employee, formKey: null })
  return found.length
}

/** 'pays.0.amount' is the column of the amount, 'deductions.0.amount' that of the tax. */
function columnOf(name: string): string {
  if (name.startsWith('deductions')) return 'tax'
  return name.replace(/^pays\.0\./, '').replace('person', 'taxId')
}
