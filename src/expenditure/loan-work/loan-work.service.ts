import { maySignAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { countWaitingLoans } from './loan-work.repository.ts'
import { loanItemsFor, type LoanWorkItem } from './loan-work.ts'

/** What waits for this officer: to ask, to grant, to claim, to approve vouchers, to remind. Nothing for who has no loans to do with. */
export async function findLoanWork(read: OfficerRead): Promise<LoanWorkItem[]> {
  if (!read.actor.permissions.has('expense.loan:view')) return []
  const isAlone = await maySignAlone(read)
  return loanItemsFor(read.actor, { ...await countWaitingLoans(read, { isAlone }), isAlone })
}
