import { type OfficerRead } from '../../platform/database/work.ts'
import { accountOf, accountsOfRoles, balanceOn, maySignAlone } from '../../ledger/index.ts'
import { numberName } from '../receipts.names.ts'
import { summaryPaths } from '../receipts.paths.ts'
import { countWaiting, findLastSummary } from './receipt-work.repository.ts'
import { itemsFor, lookRights, officeItems, type ReceiptWork } from './receipt-work.ts'

/** Nothing for who may look at none of it (pawnshops, provinces). */
export async function findReceiptWork(read: OfficerRead): Promise<ReceiptWork | undefined> {
  if (!lookRights.some((right) => read.actor.permissions.has(right))) return undefined
  const cashAccount = accountOf(await accountsOfRoles(read), 'cash-on-hand')
  const cash = await balanceOn(read, { organisationId: read.actor.organisationId, accountCode: cashAccount, until: read.today })
  const counts = { ...await countWaiting(read, await maySignAlone(read)), cashAccount, cash }
  const last = await findLastSummary(read)
  return {
    lastSummary: last && { date: last.date, number: numberName('RSV', last), href: summaryPaths.show(last.id) },
    office: officeItems(read.actor, counts), mine: itemsFor(read.actor, counts),
  }
}
