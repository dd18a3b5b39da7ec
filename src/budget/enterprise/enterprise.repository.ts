import { isTwin } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { baseText } from '../base.text.ts'
import { type Enterprise, type EnterpriseCommand, type EnterpriseCorrection } from './enterprise.ts'

/** Of the own office, those in use first. */
export async function findEnterprises(read: OfficerRead, filter: { readonly activeOnly: boolean }): Promise<Enterprise[]> {
  const query = read.db('budget_enterprises').where('organisation_id', read.actor.organisationId).select('id', 'name', 'sub_unit_id', 'is_active', 'version')
    .orderBy([{ column: 'is_active', order: 'desc' }, { column: 'id' }])
  if (filter.activeOnly) query.where('is_active', true)
  return (await query).map(enterpriseOf)
}

/** By id; of an office in sight. */
export async function findEnterpriseNames(read: OfficerRead, organisationId: string): Promise<Map<string, string>> {
  const rows: Pick<Row, 'id' | 'name'>[] = await read.db('budget_enterprises').where('organisation_id', organisationId).select('id', 'name')
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function insertEnterprise(work: OfficerWork, { name, subUnitId }: EnterpriseCommand): Promise<string> {
  const [row] = await work.db('budget_enterprises').insert({ organisation_id: work.actor.organisationId, name, sub_unit_id: subUnitId }).returning('id').catch(orTaken)
  return row.id
}

/** False when somebody else was faster. */
export async function updateEnterprise(work: OfficerWork, id: string, { name, subUnitId, isActive, version }: EnterpriseCorrection): Promise<boolean> {
  const count = await work.db('budget_enterprises').where({ organisation_id: work.actor.organisationId, id, version })
    .update({ name, sub_unit_id: subUnitId, is_active: isActive, version: version + 1 }).catch(orTaken)
  return count === 1
}

function orTaken(error: unknown): never {
  throw isTwin(error) ? new RuleBroken({ name: baseText.enterprises.errors.taken }) : error
}

interface Row {
  id: string
  name: string
  sub_unit_id: string | null
  is_active: boolean
  version: number
}

function enterpriseOf(row: Row): Enterprise {
  return { id: row.id, name: row.name, subUnitId: row.sub_unit_id, isActive: row.is_active, version: row.version }
}
