import { waitingItems, type WaitingItem } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { journalBooks } from '../journal/journal.ts'
import { stockPaths } from '../ledger.paths.ts'
import { maySignAlone } from '../period/period.repository.ts'
import { countAsked } from '../stock/stock.repository.ts'
import { stockText } from '../stock.text.ts'
import { countJournals } from './journal-work.repository.ts'
import { journalItemsFor } from './journal-work.ts'

/** Nothing for who neither keys nor approves journals. */
export async function findJournalWork(read: OfficerRead): Promise<WaitingItem[]> {
  const mayAny = Object.values(journalBooks).some(({ leaf }) => read.actor.permissions.has(`${leaf}:create`) || read.actor.permissions.has(`${leaf}:approve`))
  if (!mayAny) return []
  const isAlone = await maySignAlone(read)
  return [...journalItemsFor(read.actor, await countJournals(read), { isAlone }), ...await findStockWork(read, isAlone)]
}

/** Corrections of the stock on hand that another asked for after the opening was confirmed. */
async function findStockWork(read: OfficerRead, isAlone: boolean): Promise<WaitingItem[]> {
  const waiting = await countAsked(read, { isMineToo: isAlone })
  return waitingItems(read.actor, [{ may: 'account.opening:approve', text: stockText.waiting, href: `${stockPaths.list}?waiting=yes`, waiting }])
}
