// What of a year's receipts has not reached the books: it holds up the closing (expenditure-accounting-assets §3.10).
import { closingText, type Blocker } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { receiptPaths, summaryPaths } from '../receipts.paths.ts'
import { countUnposted } from './receipt-year.repository.ts'

const { block } = closingText

export async function findUnpostedReceipts(read: OfficerRead, year: FiscalYear): Promise<Blocker[]> {
  const { receipts, summaries } = await countUnposted(read, year)
  return [
    ...receipts === 0 ? [] : [{ text: block.receipt(String(receipts)), href: receiptPaths.list }],
    ...summaries === 0 ? [] : [{ text: block.summary(String(summaries)), href: summaryPaths.list }],
  ]
}
