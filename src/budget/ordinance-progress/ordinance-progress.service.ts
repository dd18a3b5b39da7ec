import { type OfficerRead } from '../../platform/database/work.ts'
import { getSettings } from '../settings/settings.repository.ts'
import { countStates, findOffices } from './ordinance-progress.repository.ts'
import { dueDays, type Progress, type ProgressFilter } from './ordinance-progress.ts'

const officesPerPage = 50

export async function findProgress(read: OfficerRead, filter: ProgressFilter, most = officesPerPage): Promise<Progress> {
  const due = dueDays(filter.fiscalYear, await getSettings(read, { fiscalYear: filter.fiscalYear, laoKind: null }))
  const { items, hasMore } = await findOffices(read, filter, { due, most })
  return { offices: items, hasMore, counts: await countStates(read, filter), due }
}
