// The only SQL that changes what a control line says of itself.
import { type OfficerWork } from '../../platform/database/work.ts'
import { NotFound } from '../../platform/errors.ts'
import { type Wording } from './amendment.ts'

/** As it stands, held until commit. */
export async function holdWording(work: OfficerWork, lineId: string): Promise<Wording> {
  const row = await work.db('budget_lines').where({ organisation_id: work.actor.organisationId, id: lineId }).forUpdate().first('explanation', 'location')
  if (!row) throw new NotFound('budget line')
  return { explanation: row.explanation, location: row.location }
}

export async function rewordLine(work: OfficerWork, lineId: string, { explanation, location }: Wording): Promise<void> {
  await work.db('budget_lines').where({ organisation_id: work.actor.organisationId, id: lineId }).update({ explanation, location })
}
