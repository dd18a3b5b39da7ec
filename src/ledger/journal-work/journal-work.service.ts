import { type WaitingItem } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { journalBooks } from '../journal/journal.ts'
import { maySignAlone } from '../period/period.repository.ts'
import { countJournals } from './journal-work.repository.ts'
import { journalItemsFor } from './journal-work.ts'

/** Nothing for who neither keys nor approves journals. */
export async function findJournalWork(read: OfficerRead): Promise<WaitingItem[]> {
  const mayAny = Object.values(journalBooks).some(({ leaf }) => read.actor.permissions.has(`${leaf}:create`) || read.actor.permissions.has(`${leaf}:approve`))
  return mayAny ? journalItemsFor(read.actor, await countJournals(read), { isAlone: await maySignAlone(read) }) : []
}
