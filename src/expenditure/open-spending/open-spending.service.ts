import { waitingItems, type WaitingItem } from '../../documents/index.ts'
import { closingPaths, type Blocker } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearPeriod, type DayRange, type FiscalYear } from '../../platform/dates.ts'
import { sum } from '../../platform/money.ts'
import { openSpendingText as text } from '../open-spending.text.ts'
import { countOpenSpending } from './open-spending.repository.ts'
import { blockersOf, openOfMonth, openOfYear, yearToClose } from './open-spending.ts'

/** E_CLOSE_BLOCKED: no claim on its way, nothing recorded and not posted (§3.10). */
export async function findOpenSpending(read: OfficerRead, year: FiscalYear): Promise<Blocker[]> {
  const days = fiscalYearPeriod(year)
  return blockersOf(await countOpenSpending(read, days), openOfYear, days)
}

/** Told before a month is closed, without holding it up. */
export async function findOpenSpendingOf(read: OfficerRead, days: DayRange): Promise<Blocker[]> {
  return blockersOf(await countOpenSpending(read, days), openOfMonth, days)
}

/** For who closes the books, from weeks before the year ends until its closing. */
export async function findClosingWork(read: OfficerRead): Promise<WaitingItem[]> {
  if (!read.actor.permissions.has('account.close:view')) return []
  const year = yearToClose(read.today)
  const found = await countOpenSpending(read, fiscalYearPeriod(year))
  const open = openOfYear.flatMap((kind) => found.get(kind) ?? [])
  const waiting = { count: open.reduce((all, { count }) => all + count, 0), amount: sum(open.map(({ amount }) => amount)) }
  return waitingItems(read.actor, [{ may: 'account.close:view', text: text.work(String(year)), href: closingPaths.of(year), waiting }])
}
