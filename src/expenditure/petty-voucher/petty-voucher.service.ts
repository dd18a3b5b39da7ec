import { findBudgetLines, readBudgetLine } from '../../budget/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { findExpenseAccounts } from '../expense-account/expense-account.repository.ts'
import { type TypedVoucher } from '../petty-cash/petty-cash.schema.ts'
import { type KnownForVouchers } from './petty-voucher.ts'

const mostLinesOfAYear = 20_000

/** Lines of this year: what is paid out of the box is claimed in it. */
export async function findKnownForVouchers(read: OfficerRead, rows: readonly TypedVoucher[]): Promise<KnownForVouchers> {
  const fiscalYear = fiscalYearOf(read.today)
  const lines = await findBudgetLines(read, { organisationId: read.actor.organisationId, fiscalYear }, mostLinesOfAYear)
  const itemCodes = rows.map((row) => readBudgetLine(lines, row.line)).flatMap((line) => (typeof line === 'string' ? [] : [line.economicCode]))
  return { today: read.today, lines, accounts: await findExpenseAccounts(read, { itemCodes: [...new Set(itemCodes)], fiscalYear }) }
}
