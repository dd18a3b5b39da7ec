import { type Route } from '../../platform/http/route.ts'
import { reportRoutesOf } from '../report-table/report-table.routes.ts'
import { reportPaths as paths } from '../report.paths.ts'
import { askedActual } from './budget-actual.schema.ts'
import { getActuals } from './budget-actual.service.ts'
import { actualReport } from './budget-actual.view.ts'

export const budgetActualRoutes: readonly Route[] = reportRoutesOf({
  path: paths.actual, hasFiles: true, find: async (read, { office, fiscalYear, query }) => {
    const mayEdit = read.actor.permissions.has('budget.expest:edit') && office.organisationId === read.actor.organisationId
    return actualReport(await getActuals(read, office, askedActual(query, { office, fiscalYear })), mayEdit)
  },
})
