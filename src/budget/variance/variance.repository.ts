// The only SQL of reasons for differences: one for each category of a year.
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { type TypedReason, type Variance } from './variance.ts'

export async function findVariances(read: OfficerRead, organisationId: string, fiscalYear: FiscalYear): Promise<Map<string, Variance>> {
  const rows = await read.db('budget_variances').where({ organisation_id: organisationId, fiscal_year: fiscalYear }).select('code', 'reason', 'version')
  return new Map(rows.map((row) => [row.code, { reason: row.reason, version: row.version }]))
}

/** False: somebody else has written since. */
export async function saveVariance(work: OfficerWork, fiscalYear: FiscalYear, { code, reason, version }: TypedReason): Promise<boolean> {
  const key = { organisation_id: work.actor.organisationId, fiscal_year: fiscalYear, code }
  if (version === 0) return (await work.db('budget_variances').insert({ ...key, reason }).onConflict(Object.keys(key)).ignore().returning('code')).length === 1
  return await work.db('budget_variances').where({ ...key, version }).update({ reason, version: version + 1 }) === 1
}
