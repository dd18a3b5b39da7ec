import { getOffice } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { findAccountSums } from './trial-balance.repository.ts'
import { trialBalance, type MadeTrialBalance, type TrialBalanceQuery } from './trial-balance.ts'

export async function getTrialBalance(read: OfficerRead, query: TrialBalanceQuery): Promise<MadeTrialBalance> {
  const book = await getOffice(read, query.organisationId)
  const sums = await findAccountSums(read, { ...query, chartKind: book.chartKind })
  return { query, book, balance: trialBalance(sums, query) }
}
