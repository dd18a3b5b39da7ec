// A float that stands at the end of the year is counted then: the cash is in the balance sheet (EX-8). It holds up the closing.
import { type Blocker } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { addDays, fiscalYearPeriod, formatThaiDate, type FiscalYear } from '../../platform/dates.ts'
import { pettyNumber } from '../petty-cash/petty-cash.ts'
import { pettyPaths } from '../petty.paths.ts'
import { pettyText } from '../petty.text.ts'
import { findUncounted } from './petty-year.repository.ts'

export async function findUncountedFloats(read: OfficerRead, year: FiscalYear): Promise<Blocker[]> {
  const last = addDays(fiscalYearPeriod(year).until, -1)
  return (await findUncounted(read, last)).map((float) => ({ text: pettyText.uncounted(`${pettyNumber(float)} ${float.holder}`, formatThaiDate(last)), href: pettyPaths.show(float.id) }))
}
