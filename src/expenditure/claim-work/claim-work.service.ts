import { type OfficerRead } from '../../platform/database/work.ts'
import { countWaitingClaims } from './claim-work.repository.ts'
import { claimItemsFor, type ClaimWorkItem } from './claim-work.ts'

/** What waits for this officer: to hand in, to endorse, to check, to approve. Nothing for who has no claims to do with. */
export async function findClaimWork(read: OfficerRead): Promise<ClaimWorkItem[]> {
  const rights = ['expense.voucherreq:create', 'expense.voucherreq:approve', 'expense.check:create', 'expense.check:approve']
  return rights.some((right) => read.actor.permissions.has(right)) ? claimItemsFor(read.actor, await countWaitingClaims(read)) : []
}
