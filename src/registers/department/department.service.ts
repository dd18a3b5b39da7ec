import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { Conflict, NotFound } from '../../platform/errors.ts'
import { registersText } from '../registers.text.ts'
import { type Department, type DepartmentCorrection } from './department.ts'
import { findDepartment, insertDepartment, updateDepartment } from './department.repository.ts'

const objectKind = 'department'

export async function getDepartment(read: OfficerRead, id: string): Promise<Department> {
  const department = await findDepartment(read, id)
  if (!department) throw new NotFound(objectKind)
  return department
}

export async function createDepartment(work: OfficerWork, { name }: { readonly name: string }): Promise<string> {
  const id = await insertDepartment(work, name)
  await recordEvent(work, { code: 'DEPARTMENT_CREATE', objectKind, objectId: id, after: { name } })
  return id
}

/** A department no longer in use is offered nowhere; the lines it owns keep it. */
export async function correctDepartment(work: OfficerWork, id: string, change: DepartmentCorrection): Promise<void> {
  const before = await getDepartment(work, id)
  if (!await updateDepartment(work, id, change)) throw new Conflict(registersText.department.changed)
  await recordEvent(work, { code: 'DEPARTMENT_EDIT', objectKind, objectId: id, before, after: { ...before, ...change } })
}
