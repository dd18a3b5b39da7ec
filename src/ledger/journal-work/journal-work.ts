// Journals that wait for an officer: begun and not sent, sent and not approved.
import { decidedBy, waitingItems, waitingOf, type WaitingItem } from '../../documents/index.ts'
import { type WaitingHeads } from '../../platform/database/heads.ts'
import { type Officer } from '../../platform/database/work.ts'
import { journalBooks, type JournalBook } from '../journal/journal.ts'
import { journalText } from '../journal.text.ts'
import { bookAddresses } from '../ledger.paths.ts'

/** Grouped by type; in a small unit who prepared one may approve it. */
export function journalItemsFor(officer: Officer, counted: readonly WaitingHeads[], { isAlone }: { readonly isAlone: boolean }): WaitingItem[] {
  const { query, wanted } = decidedBy({ isAlone })
  return waitingItems(officer, Object.values(journalBooks).flatMap(({ kind, leaf, types }: JournalBook) => {
    const ofBook = counted.filter(({ group }) => types.some((type) => type === group))
    const list = bookAddresses[kind].list
    return [
      { may: `${leaf}:create` as const, text: journalText.work.begun(journalText.books[kind].listTitle), href: `${list}?state=draft&by=me`, waiting: waitingOf(ofBook, { state: 'draft', isMine: true }) },
      { may: `${leaf}:approve` as const, text: journalText.work.sent(journalText.books[kind].listTitle), href: `${list}?state=submitted${query}`, waiting: waitingOf(ofBook, { state: 'submitted', ...wanted }) },
    ]
  }))
}
