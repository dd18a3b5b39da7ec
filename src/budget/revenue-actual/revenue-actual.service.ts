import { receivedByRevenueCode } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { sum, zero } from '../../platform/money.ts'
import { findRevenueNames } from '../paper/paper.repository.ts'
import { findEstimates, type AskedEstimates } from './revenue-actual.repository.ts'
import { type RevenueActual } from './revenue-actual.ts'

/** Every code that was estimated or received, in the order of codes. */
export async function getRevenueActuals(read: OfficerRead, { organisationId, fiscalYear, on }: AskedEstimates): Promise<RevenueActual[]> {
  const estimates = await findEstimates(read, { organisationId, fiscalYear, on })
  const received = await receivedByRevenueCode(read, { organisationId, fiscalYear, until: on })
  const names = await findRevenueNames(read)
  const codes = [...new Set([...estimates.map(({ code }) => code), ...received.keys()])].sort()
  return codes.map((code) => {
    const { name, categoryCode, categoryName } = names.get(code) ?? { name: code, categoryCode: '', categoryName: '' }
    const estimate = sum(estimates.filter((each) => each.code === code).map(({ amount }) => amount))
    return { code, name, categoryCode, categoryName, estimate, received: received.get(code) ?? zero }
  })
}
