import { getOffice, type Office } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { yearBefore, type AsOf } from '../asked.ts'
import { findAccountSums, findCarried } from './trial-balance.repository.ts'
import { trialBalance, withCarried, type AccountSums, type MadeTrialBalance, type TrialBalanceQuery } from './trial-balance.ts'

export async function getTrialBalance(read: OfficerRead, query: TrialBalanceQuery): Promise<MadeTrialBalance> {
  const book = await getOffice(read, query.organisationId)
  const { sums, isProvisional } = await sumsOf(read, book, query)
  const before = query.isCompared ? (await sumsOf(read, book, { asOf: yearBefore(query.asOf), withZeroRows: false })).sums : []
  return { query, book, isProvisional, balance: trialBalance(sums, { withZeroRows: query.withZeroRows, before }) }
}

interface Wanted {
  readonly asOf: AsOf
  readonly withZeroRows: boolean
}

async function sumsOf(read: OfficerRead, book: Office, { asOf, withZeroRows }: Wanted): Promise<{ sums: AccountSums[]; isProvisional: boolean }> {
  const own = await findAccountSums(read, { asOf, withZeroRows, organisationId: book.organisationId, chartKind: book.chartKind })
  const carried = await findCarried(read, { organisationId: book.organisationId, chartKind: book.chartKind, fiscalYear: asOf.fiscalYear })
  return { sums: withCarried(own, carried), isProvisional: carried.length > 0 }
}
