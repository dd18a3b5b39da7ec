import { printRoute } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type Route } from '../../platform/http/route.ts'
import { findClearings } from '../clearing/clearing.repository.ts'
import { getRate } from '../deduction/deduction.repository.ts'
import { loanPaths as paths } from '../loan.paths.ts'
import { getLoan } from '../loan/loan.repository.ts'
import { daysLate, loanSource, type Loan } from '../loan/loan.ts'
import { contractPaper, letterPaper } from './loan-paper.view.ts'

const right = 'expense.loan:print'

export const loanPaperRoutes: readonly Route[] = [
  printRoute(paths.printRoute, right, { kind: loanSource, view: 'expenditure/loan/print', find: async (read, request) => {
    const loan = await getOwn(read, request)
    const clearings = await findClearings(read, loan.organisationId, loan.id)
    const days = { travel: Number(await getRate(read, 'loan-travel-days', loan.loanDate)), other: Number(await getRate(read, 'loan-other-days', loan.loanDate)) }
    return { id: loan.id, pageOf: (mark) => contractPaper({ loan, clearings, days, mark }) }
  } }),
  printRoute(paths.letterRoute, right, { kind: 'loan-letter', view: 'expenditure/loan/letter', find: async (read, request) => {
    const loan = await getOwn(read, request)
    if (daysLate(loan, read.today) === 0) throw new NotFound('overdue loan')
    const secondAfter = Number(await getRate(read, 'loan-second-letter-days', read.today))
    return { id: loan.id, pageOf: () => letterPaper(loan, { today: read.today, secondAfter }) }
  } }),
]

function getOwn(read: OfficerRead, request: FormRequest): Promise<Loan> {
  return getLoan(read, read.actor.organisationId, idIn(request.params.id))
}
