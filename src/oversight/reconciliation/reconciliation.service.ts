import { type OfficerRead } from '../../platform/database/work.ts'
import { findQuarterFacts, judgeQuarter } from '../../receipts/index.ts'
import { findLaos } from './reconciliation.repository.ts'
import { type FoundOffices, type ReconciliationFilter } from './reconciliation.ts'

export async function findReconciled(read: OfficerRead, filter: ReconciliationFilter, most?: number): Promise<FoundOffices> {
  const { items, hasMore } = await findLaos(read, filter, most)
  const facts = await findQuarterFacts(read, items.map(({ id }) => id), filter)
  return {
    hasMore, offices: items.flatMap((office) => {
      const own = facts.get(office.id)
      return own ? [{ ...office, facts: own, reconciled: judgeQuarter(filter, own, read.today) }] : []
    }),
  }
}
