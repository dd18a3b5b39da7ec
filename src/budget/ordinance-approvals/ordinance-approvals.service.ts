import { getOffice } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { deadlinesOf, type Waiting } from '../ordinance-deadline/ordinance-deadline.ts'
import { getHead } from '../ordinance/ordinance.service.ts'
import { ordinanceKinds, ridesAlong } from '../ordinance/ordinance.ts'
import { getSettings } from '../settings/settings.repository.ts'
import { findWaiting } from './ordinance-approvals.repository.ts'

export async function getWaiting(read: OfficerRead): Promise<Waiting[]> {
  const { organisationId } = read.actor
  const { laoKind } = await getOffice(read, organisationId)
  const waiting: Waiting[] = []
  for (const id of await findWaiting(read, ordinanceKinds.filter((kind) => !ridesAlong({ kind })))) {
    const ordinance = await getHead(read, id)
    const settings = await getSettings(read, { fiscalYear: ordinance.fiscalYear, laoKind })
    waiting.push({ ordinance, next: deadlinesOf(ordinance, settings, read.today).find(({ doneOn }) => doneOn === undefined) })
  }
  return waiting
}
