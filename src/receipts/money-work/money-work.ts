// What of the money kept and carried waits for an officer: cancellations, stamps of the bank, entries, runs of debtors, positions.
import { decidedBy, waitingItems, waitingOf, type Waiting, type WaitingItem } from '../../documents/index.ts'
import { type WaitingHeads } from '../../platform/database/heads.ts'
import { type Officer } from '../../platform/database/work.ts'
import { moneyEntryPaths, payInPaths, positionPaths, receiptPaths, taxDebtPaths, taxRunPaths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'

const text = receiptsText.work

export interface MoneyCounts {
  /** Receipts of others whose cancellation somebody else asked for. */
  readonly cancelling: Waiting
  /** Assessments whose cancellation somebody else asked for. */
  readonly cancellingDebts: Waiting
  /** Reductions of lateness that somebody else asked for. */
  readonly reducingDebts: Waiting
  readonly payIns: readonly WaitingHeads[]
  readonly entries: readonly WaitingHeads[]
  readonly runs: readonly WaitingHeads[]
  readonly positions: readonly WaitingHeads[]
  /** In a small unit who prepared a document may sign it. */
  readonly isAlone: boolean
}

export function moneyItemsFor(officer: Officer, { cancelling, cancellingDebts, reducingDebts, payIns, entries, runs, positions, isAlone }: MoneyCounts): WaitingItem[] {
  const { query, wanted } = decidedBy({ isAlone })
  return waitingItems(officer, [
    { may: 'revenue.receipt:approve', text: text.cancelling, href: `${receiptPaths.list}?state=cancelling${query}`, waiting: cancelling },
    { may: 'revenue.receipt:approve', text: text.cancellingDebts, href: `${taxDebtPaths.list}?state=cancelling`, waiting: cancellingDebts },
    { may: 'revenue.receipt:approve', text: text.reducingDebts, href: `${taxDebtPaths.list}?state=reducing`, waiting: reducingDebts },
    { may: 'revenue.deposit:approve', text: text.stamp, href: `${payInPaths.list}?state=draft${query}`, waiting: waitingOf(payIns, wanted) },
    { may: 'revenue.trust:create', text: text.submitEntry, href: `${moneyEntryPaths.list}?state=draft&by=me`, waiting: waitingOf(entries, { state: 'draft', isMine: true }) },
    { may: 'revenue.trust:approve', text: text.approveEntry, href: `${moneyEntryPaths.list}?state=submitted${query}`, waiting: waitingOf(entries, { state: 'submitted', ...wanted }) },
    { may: 'revenue.voucher:approve', text: text.approveRun, href: `${taxRunPaths.list}?state=asked${query}`, waiting: waitingOf(runs, wanted) },
    { may: 'revenue.deposit:approve', text: text.sign, href: `${positionPaths.list}?state=draft${query}`, waiting: waitingOf(positions, wanted) },
  ])
}
