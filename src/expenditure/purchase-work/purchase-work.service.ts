import { type OfficerRead } from '../../platform/database/work.ts'
import { getProcurementRules } from '../procurement-rules/procurement-rules.repository.ts'
import { countWaitingPurchases } from './purchase-work.repository.ts'
import { purchaseItemsFor, rightsWithWork, type PurchaseWorkItem } from './purchase-work.ts'

/** What waits for this officer, from the request to the end of a guarantee. Nothing for who has no purchases to do with. */
export async function findPurchaseWork(read: OfficerRead): Promise<PurchaseWorkItem[]> {
  if (!rightsWithWork.some((right) => read.actor.permissions.has(right))) return []
  const rules = await getProcurementRules(read, read.today)
  return purchaseItemsFor(read.actor, await countWaitingPurchases(read, rules.number('guarantee-alarm-days')))
}
