import { isTwin } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { registersText } from '../registers.text.ts'
import { type Department, type DepartmentCorrection } from './department.ts'

/** Of an office in sight, those in use first. */
export async function findDepartments(read: OfficerRead, organisationId: string): Promise<Department[]> {
  const rows = await read.db('departments').where('organisation_id', organisationId).select('id', 'name', 'is_active', 'version')
    .orderBy([{ column: 'is_active', order: 'desc' }, { column: 'id' }])
  return rows.map(departmentOf)
}

export async function findDepartment(read: OfficerRead, id: string): Promise<Department | undefined> {
  const row: Row | undefined = await read.db('departments').where({ organisation_id: read.actor.organisationId, id }).first('id', 'name', 'is_active', 'version')
  return row && departmentOf(row)
}

export async function insertDepartment(work: OfficerWork, name: string): Promise<string> {
  const [row] = await work.db('departments').insert({ organisation_id: work.actor.organisationId, name }).returning('id').catch(orTaken)
  return row.id
}

/** False when somebody else was faster. */
export async function updateDepartment(work: OfficerWork, id: string, { name, isActive, version }: DepartmentCorrection): Promise<boolean> {
  const count = await work.db('departments').where({ organisation_id: work.actor.organisationId, id, version })
    .update({ name, is_active: isActive, version: version + 1 }).catch(orTaken)
  return count === 1
}

function orTaken(error: unknown): never {
  throw isTwin(error) ? new RuleBroken({ name: registersText.department.errors.taken }) : error
}

interface Row {
  id: string
  name: string
  is_active: boolean
  version: number
}

function departmentOf(row: Row): Department {
  return { id: row.id, name: row.name, isActive: row.is_active, version: row.version }
}
