import { type WaitingItem } from '../../documents/index.ts'
import { maySignAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { countCancelling } from '../tax-debt/tax-debt.repository.ts'
import { countReducing } from '../tax-reduction/tax-reduction.repository.ts'
import { countMoneyWork } from './money-work.repository.ts'
import { moneyItemsFor } from './money-work.ts'

const rights = ['revenue.receipt:approve', 'revenue.deposit:approve', 'revenue.trust:create', 'revenue.trust:approve', 'revenue.voucher:approve']

/** Nothing for who decides none of it. */
export async function findMoneyWork(read: OfficerRead): Promise<WaitingItem[]> {
  if (!rights.some((right) => read.actor.permissions.has(right))) return []
  const isAlone = await maySignAlone(read)
  return moneyItemsFor(read.actor, { ...await countMoneyWork(read, isAlone), cancellingDebts: await countCancelling(read, isAlone), reducingDebts: await countReducing(read, isAlone) })
}
