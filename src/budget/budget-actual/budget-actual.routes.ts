import { exportRoutes, findOffices } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { page, printPage } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { reportPaths as paths } from '../budget.paths.ts'
import { findBudgetYears } from '../line/line.repository.ts'
import { askedActual } from './budget-actual.schema.ts'
import { getActuals } from './budget-actual.service.ts'
import { type ActualReport } from './budget-actual.ts'
import { actualPage, actualPrint, exportTable } from './budget-actual.view.ts'

const rights = { view: 'budget.report:view', print: 'budget.report:print' } as const

export const budgetActualRoutes: readonly Route[] = [
  get(paths.actual, rights.view, async (read, request) => {
    const report = await reportFor(read, request)
    const years = await findBudgetYears(read, report.filter.organisationId)
    const around = { offices: await findOffices(read), years, mayPrint: read.actor.permissions.has(rights.print), now: read.now }
    return page('budget/budget-actual/show', actualPage(report, around))
  }),

  get(paths.actualPrint, rights.print, async (read, request) => printPage('budget/budget-actual/print', actualPrint(await reportFor(read, request), read.now))),

  ...exportRoutes(paths.actual, rights.print, async (read, request) => exportTable(await reportFor(read, request), read.now)),
]

function reportFor(read: OfficerRead, request: FormRequest): Promise<ActualReport> {
  return getActuals(read, askedActual(request.query, read.actor.organisationId, read.today))
}
