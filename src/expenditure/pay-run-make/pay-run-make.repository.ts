import { type OfficerRead } from '../../platform/database/work.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { type EmployeeKind } from '../employee/employee.ts'

export interface EmployeeRow {
  readonly id: string
  readonly payeeId: string
  readonly kind: EmployeeKind
  readonly name: string
  readonly taxId: string | null
  readonly position: string
  readonly departmentId: string | null
  readonly isInsured: boolean
}

/** Who is paid in the month: by department, then by kind and name. */
export async function findPaidIn(read: OfficerRead, month: CalendarDate, kinds: readonly EmployeeKind[]): Promise<EmployeeRow[]> {
  const { rows } = await read.db.raw<{ rows: { id: string; payee_id: string; kind: EmployeeKind; name: string; tax_id: string | null; position: string; department_id: string | null; is_insured: boolean }[] }>(`
    SELECT e.id, e.payee_id, e.kind, p.name, p.tax_id, e.position, e.department_id, e.is_insured
    FROM employees e JOIN payees p ON p.organisation_id = e.organisation_id AND p.id = e.payee_id
    WHERE e.organisation_id = :own AND e.starts_on <= :month AND (e.ends_on IS NULL OR e.ends_on >= :month) AND e.kind = ANY (:kinds)
    ORDER BY e.department_id, array_position(:kinds, e.kind), p.name COLLATE "th-TH-x-icu", e.id`, { own: read.actor.organisationId, month, kinds: [...kinds] })
  return rows.map((row) => ({
    id: row.id, payeeId: row.payee_id, kind: row.kind, name: row.name, taxId: row.tax_id, position: row.position, departmentId: row.department_id, isInsured: row.is_insured,
  }))
}
