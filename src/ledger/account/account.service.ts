import { getOffice } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { getAccount } from '../chart/chart.repository.ts'
import { findAccountLines, findBrought, linesPerPage } from './account.repository.ts'
import { type AccountPage, type AccountQuery } from './account.ts'

export async function getAccountPage(read: OfficerRead, query: AccountQuery): Promise<AccountPage> {
  const book = await getOffice(read, query.organisationId)
  const account = await getAccount(read, query.code)
  const brought = await findBrought(read, query)
  const lines = await findAccountLines(read, query)
  return { book, account, query, brought, lines: lines.slice(0, linesPerPage), hasMore: lines.length > linesPerPage }
}
