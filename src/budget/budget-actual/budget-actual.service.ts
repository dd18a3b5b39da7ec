import { type Office } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { getNames } from '../settings/settings.service.ts'
import { findActuals } from './budget-actual.repository.ts'
import { type ActualFilter, type ActualReport } from './budget-actual.ts'

export async function getActuals(read: OfficerRead, office: Office, filter: ActualFilter): Promise<ActualReport> {
  return { filter, office, rows: await findActuals(read, filter), names: await getNames(read, filter.organisationId, filter.fiscalYear) }
}
