// What the form of a person who is paid sends: texts as typed, judged against budget and registers by the service.
import { z } from 'zod'
import { formKey, versionSchema } from '../../documents/index.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'

export const employeeBoxes = ['person', 'kind', 'position', 'department', 'insured', 'startsOn', 'endsOn'] as const
export const payCells = ['kind', 'title', 'line', 'key', 'amount', 'startsOn', 'endsOn'] as const
export const deductionCells = ['code', 'creditor', 'amount', 'startsOn', 'endsOn'] as const

export type TypedPay = Readonly<Record<(typeof payCells)[number], string>>
export type TypedDeduction = Readonly<Record<(typeof deductionCells)[number], string>>

export interface EmployeeInput extends Readonly<Record<(typeof employeeBoxes)[number], string>> {
  readonly pays: readonly TypedPay[]
  readonly deductions: readonly TypedDeduction[]
  readonly formKey: string
  readonly version: string
}

export const newEmployeeSchema = z.object({ formKey })
export const editEmployeeSchema = versionSchema

/** The journal's chain parts its fields by control characters, so none may come in. */
export const plain = (text: string): string => normalizeThai(text.replace(/[\u0000-\u001F\u007F]/g, ' ')).trim()

export function employeeInput(request: FormRequest): EmployeeInput {
  const box = (name: string) => plain(typed(request, name))
  const rows = (name: string) => rowsIn(request.body, name).map((cells) => (cell: string) => plain(cells[cell] ?? ''))
  return {
    person: box('person'), kind: box('kind'), position: box('position'), department: box('department'), insured: box('insured'), startsOn: box('startsOn'), endsOn: box('endsOn'),
    pays: rows('pays').map((cell) => ({
      kind: cell('kind'), title: cell('title'), line: cell('line'), key: cell('key'), amount: cell('amount'), startsOn: cell('startsOn'), endsOn: cell('endsOn'),
    })),
    deductions: rows('deductions').map((cell) => ({ code: cell('code'), creditor: cell('creditor'), amount: cell('amount'), startsOn: cell('startsOn'), endsOn: cell('endsOn') })),
    formKey: box('formKey'), version: box('version'),
  }
}
