import { getOffice } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { getSettings } from '../settings/settings.repository.ts'
import { getNames } from '../settings/settings.service.ts'
import { type FundRules } from './fund-lines.ts'

/** What the rows of a fund's document may speak of in its year. */
export async function findFundRules(read: OfficerRead, fiscalYear: FiscalYear, fund: Pick<FundRules, 'source' | 'needsPlan'>): Promise<FundRules> {
  const { organisationId } = read.actor
  const { laoKind } = await getOffice(read, organisationId)
  const settings = await getSettings(read, { fiscalYear, laoKind })
  const { classes, departments } = await getNames(read, organisationId, fiscalYear)
  return { ...fund, classes, departments, codes: { centralType: settings.text('central-type'), centralPlan: settings.text('central-plan') } }
}
