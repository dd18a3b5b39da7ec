import { type WaitingItem } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { countBudgetDocuments } from './budget-work.repository.ts'
import { budgetItemsFor } from './budget-work.ts'

const rights = ['budget.transfer:approve', 'budget.amend:approve', 'budget.supplementary:create', 'budget.supplementary:approve', 'expense.reserve:approve', 'budget.spendplan:approve']

/** Nothing for who decides nothing of the budget. */
export async function findBudgetWork(read: OfficerRead): Promise<WaitingItem[]> {
  return rights.some((right) => read.actor.permissions.has(right)) ? budgetItemsFor(read.actor, await countBudgetDocuments(read)) : []
}
