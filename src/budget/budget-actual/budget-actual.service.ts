import { type Office } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { getNames } from '../settings/settings.service.ts'
import { findVariances } from '../variance/variance.repository.ts'
import { findActuals } from './budget-actual.repository.ts'
import { type ActualFilter, type ActualReport } from './budget-actual.ts'

export async function getActuals(read: OfficerRead, office: Office, filter: ActualFilter): Promise<ActualReport> {
  const { organisationId, fiscalYear } = filter
  return {
    filter, office, rows: await findActuals(read, filter), names: await getNames(read, organisationId, fiscalYear), reasons: await findVariances(read, organisationId, fiscalYear),
  }
}
