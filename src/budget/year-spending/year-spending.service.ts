import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { getSettings } from '../settings/settings.repository.ts'
import { findSpending } from './year-spending.repository.ts'
import { spendingOf, type YearSpending } from './year-spending.ts'

/** Undefined where the year has no budget here. */
export async function findYearSpending(read: OfficerRead, fiscalYear: FiscalYear): Promise<YearSpending | undefined> {
  const found = await findSpending(read, fiscalYear)
  return found && spendingOf(found, (await getSettings(read, { fiscalYear, laoKind: null })).text('closing-carried'))
}
