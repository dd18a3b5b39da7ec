import { lastPostedDay, receivedByRevenueCode } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FiscalYear } from '../../platform/dates.ts'
import { sum } from '../../platform/money.ts'
import { findEstimates } from './ordinance-receipts.repository.ts'
import { lastButOne, type ReceiptFacts } from './ordinance-receipts.ts'

// Subsidies with a purpose (441000) are never estimated in an ordinance and cannot pay for a supplementary one.
const withPurpose = '44'

export async function getReceipts(read: OfficerRead, fiscalYear: FiscalYear): Promise<ReceiptFacts> {
  const { organisationId } = read.actor
  const received = await receivedByRevenueCode(read, { organisationId, fiscalYear, until: read.today })
  const estimates = await findEstimates(read, { organisationId, fiscalYear })
  return {
    lastPosted: await lastPostedDay(read, organisationId, 'remittance-summary'), needed: lastButOne(read.today),
    received: sum([...received].flatMap(([code, amount]) => (code.startsWith(withPurpose) ? [] : [amount]))), estimated: sum([...estimates.values()]),
  }
}
