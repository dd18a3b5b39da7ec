// A row of a spreadsheet as the form would have typed it. Pure.
import { employeeKinds } from '../employee/employee.ts'
import { type EmployeeInput } from '../employee-form/employee-form.schema.ts'
import { employeeText } from '../employee.text.ts'
import { type SheetRow } from '../../documents/index.ts'

const { import: text, kinds, yes } = employeeText
type Column = keyof typeof text.heads

const taxCode = 'TAX'

export function inputOfRow(row: SheetRow<Column>, departments: readonly { readonly id: string; readonly name: string }[]): EmployeeInput {
  const named = departments.find(({ name }) => name === row.cell('department'))
  const tax = row.cell('tax')
  const everyMonth = { startsOn: '', endsOn: '' }
  return {
    person: row.cell('name'), kind: employeeKinds.find((kind) => kinds[kind] === row.cell('kind')) ?? '', position: row.cell('position'), department: named?.id ?? '',
    insured: row.cell('insured') === yes ? 'yes' : '', startsOn: row.cell('startsOn'), endsOn: '', formKey: '', version: '',
    pays: [{ kind: 'wage', title: row.cell('title') || text.usualTitle, line: row.cell('line'), key: '', amount: row.cell('amount'), ...everyMonth }],
    deductions: tax === '' || tax === '-' ? [] : [{ code: taxCode, creditor: '', amount: tax, ...everyMonth }],
  }
}
