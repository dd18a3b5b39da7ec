// What of a year's receipts has not reached the books holds up its closing; of a month it is told before (expenditure-accounting-assets §3.10).
import { closingText, type Blocker } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearPeriod, type DayRange, type FiscalYear } from '../../platform/dates.ts'
import { receiptPaths, summaryPaths } from '../receipts.paths.ts'
import { countUnposted } from './receipt-year.repository.ts'

const { block } = closingText

export function findUnpostedReceipts(read: OfficerRead, year: FiscalYear): Promise<Blocker[]> {
  return findUnpostedOf(read, fiscalYearPeriod(year))
}

/** After the closing of the month they could be received, returned and summed up no more. */
export async function findUnpostedOf(read: OfficerRead, days: DayRange): Promise<Blocker[]> {
  const { receipts, summaries } = await countUnposted(read, days)
  return [
    ...receipts === 0 ? [] : [{ text: block.receipt(String(receipts)), href: receiptPaths.list }],
    ...summaries === 0 ? [] : [{ text: block.summary(String(summaries)), href: summaryPaths.list }],
  ]
}
