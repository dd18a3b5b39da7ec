// What the register may be asked for.
import { isId } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { employeeKinds, type EmployeeFilter } from './employee.ts'

export interface AskedEmployees {
  readonly filter: EmployeeFilter
  readonly typed: { readonly kind: string; readonly department: string; readonly search: string; readonly who: string }
}

export function askedEmployees(query: FormRequest['query']): AskedEmployees {
  const kind = employeeKinds.find((each) => each === query.kind)
  const departmentId = isId(query.department) ? query.department : undefined
  const search = normalizeThai((query.search ?? '').replace(/[\u0000-\u001F]/g, ' ')).slice(0, 100)
  const isPaid = query.who !== 'all'
  return {
    typed: { kind: kind ?? '', department: departmentId ?? '', search, who: isPaid ? '' : 'all' },
    filter: { kind, departmentId, search: search || undefined, isPaid, after: isId(query.after) ? query.after : undefined },
  }
}
