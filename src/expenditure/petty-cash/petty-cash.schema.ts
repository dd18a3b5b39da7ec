// What the forms of a float send, and what the list may be asked for. Texts as typed, judged by the service.
import { askedRegister, readAmount, type AskedRegister } from '../../documents/index.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { compare } from '../../platform/money.ts'
import { plain } from '../employee-form/employee-form.schema.ts'
import { pettyText } from '../petty.text.ts'
import { pettyStates, type PettyCommand, type PettyState } from './petty-cash.ts'

const { errors } = pettyText

export const pettyBoxes = ['holder', 'department', 'purpose', 'amount', 'mostEach', 'formKey'] as const
export type PettyInput = Readonly<Record<(typeof pettyBoxes)[number], string>>

export function pettyInput(request: FormRequest): PettyInput {
  const box = (name: string) => plain(typed(request, name))
  return { holder: box('holder'), department: box('department'), purpose: box('purpose'), amount: box('amount'), mostEach: box('mostEach'), formKey: box('formKey') }
}

export interface KnownForFloat {
  readonly holder: { readonly id: string } | string
  readonly departments: readonly { readonly id: string; readonly isActive: boolean }[]
}

export function judgeFloat(input: PettyInput, { holder, departments }: KnownForFloat): { readonly command: PettyCommand | undefined; readonly faults: FieldErrors } {
  const [amount, mostEach] = [readAmount(input.amount), readAmount(input.mostEach)]
  const isDepartment = departments.length === 0 || departments.some(({ id, isActive }) => isActive && id === input.department)
  const faults = {
    ...(typeof holder === 'string' && { holder }), ...(!isDepartment && { department: errors.department }), ...((input.purpose === '' || input.purpose.length > 300) && { purpose: errors.purpose }),
    ...(typeof amount === 'string' && { amount }),
    ...(typeof mostEach === 'string' ? { mostEach } : typeof amount !== 'string' && compare(mostEach, amount) > 0 && { mostEach: errors.mostEach }),
  }
  if (Object.keys(faults).length > 0 || typeof holder === 'string' || typeof amount === 'string' || typeof mostEach === 'string') return { command: undefined, faults }
  return { faults, command: { payeeId: holder.id, departmentId: input.department === '' ? null : input.department, purpose: input.purpose, amount, mostEach } }
}

export const voucherCells = ['date', 'paidTo', 'receipt', 'description', 'line', 'amount'] as const
export type TypedVoucher = Readonly<Record<(typeof voucherCells)[number], string>>

export function voucherRows(request: FormRequest): TypedVoucher[] {
  return rowsIn(request.body, 'lines').map((cells) => {
    const cell = (name: string) => plain(cells[name] ?? '')
    return { date: cell('date'), paidTo: cell('paidTo'), receipt: cell('receipt'), description: cell('description'), line: cell('line'), amount: cell('amount') }
  })
}

export function askedFloats(query: FormRequest['query'], own: string): AskedRegister<PettyState> {
  return askedRegister(query, own, pettyStates)
}
