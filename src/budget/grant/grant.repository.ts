// What second notices have asked for of the money a first one left over.
import { type OfficerRead } from '../../platform/database/work.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'

/** Of those that stand and are not allocated yet, without one of them. */
export async function sumAwaiting(read: OfficerRead, parentId: string, except: string | undefined): Promise<Money> {
  const query = read.db('budget_documents').where({ organisation_id: read.actor.organisationId, parent_id: parentId, kind: 'grant', state: 'notified' })
  if (except !== undefined) query.whereNot('id', except)
  const row = await query.sum('total as total').first()
  return fromNumeric(row?.total ?? '0')
}

export async function findSecondIds(read: OfficerRead, organisationId: string, parentId: string): Promise<string[]> {
  const rows = await read.db('budget_documents').where({ organisation_id: organisationId, parent_id: parentId, kind: 'grant' }).whereNot('state', 'cancelled')
    .orderBy('id').select('id')
  return rows.map((row) => row.id)
}
