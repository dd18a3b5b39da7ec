import { type Source } from '../../budget/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'

/** The receipt that stands for what a payment withheld. */
export async function findWithheld(read: OfficerRead, source: Source): Promise<string | undefined> {
  const row = await read.db('receipts').where({ organisation_id: read.actor.organisationId, withheld_kind: source.kind, withheld_id: source.id })
    .whereNot('state', 'cancelled').first('id')
  return row?.id
}
