import { mostPrinted, mustFit, printRoute } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { idIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type Route } from '../../platform/http/route.ts'
import { payRunPaths as paths } from '../pay-run.paths.ts'
import { findBanks } from '../payee-account/payee-account.repository.ts'
import { getRun } from '../pay-run/pay-run.repository.ts'
import { runSource, type Run } from '../pay-run/pay-run.ts'
import { runPaper, slipsPaper } from './pay-paper.view.ts'

const right = 'expense.payroll:print'

export const payPaperRoutes: readonly Route[] = [
  printRoute(paths.printRoute, right, { kind: runSource, view: 'expenditure/pay-run/print', find: async (read, request) => {
    const run = await getOwn(read, request)
    return { id: run.id, pageOf: (mark) => runPaper(run, mark) }
  } }),
  printRoute(paths.slipsRoute, right, { kind: 'pay-slips', view: 'expenditure/pay-run/slips', find: async (read, request) => {
    const run = await getOwn(read, request)
    const banks = new Map((await findBanks(read)).map(({ code, name }) => [code, name]))
    return { id: run.id, pageOf: () => slipsPaper(run, banks) }
  } }),
]

async function getOwn(read: OfficerRead, request: FormRequest): Promise<Run> {
  const run = await getRun(read, read.actor.organisationId, idIn(request.params.id))
  mustFit(run.persons.length, mostPrinted)
  return run
}
