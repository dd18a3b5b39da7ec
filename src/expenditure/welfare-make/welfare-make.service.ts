import { findBudgetLines } from '../../budget/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { getRate } from '../deduction/deduction.repository.ts'
import { findExpenseAccounts } from '../expense-account/expense-account.repository.ts'
import { type Made } from '../pay-run-make/pay-run-make.ts'
import { findBanksOf } from '../pay-run/pay-run.repository.ts'
import { findWelfare, findWelfareKinds, findWelfareSteps } from '../welfare/welfare.repository.ts'
import { makeWelfare } from './welfare-make.ts'

const mostPeople = 50_000

export async function findWelfareOf(read: OfficerRead, month: CalendarDate): Promise<Made> {
  const filter = { kind: undefined, search: undefined, isEntitled: true, after: undefined }
  const { items } = await findWelfare(read, filter, { month, most: mostPeople })
  const kinds = await findWelfareKinds(read)
  const fiscalYear = fiscalYearOf(month)
  const lines = await findBudgetLines(read, { organisationId: read.actor.organisationId, fiscalYear }, 20_000)
  return makeWelfare(items, {
    month, kinds, lines, steps: await findWelfareSteps(read), stepMonths: Number(await getRate(read, 'welfare-step-months', month)),
    accounts: await findExpenseAccounts(read, { itemCodes: kinds.map(({ itemCode }) => itemCode), fiscalYear }), banks: await findBanksOf(read, items.map(({ payeeId }) => payeeId)),
  })
}
