import { readThaiDate } from '../../platform/dates.ts'
import { type Route } from '../../platform/http/route.ts'
import { dayWithin } from '../asked.ts'
import { reportRoutesOf } from '../report-table/report-table.routes.ts'
import { reportPaths } from '../report.paths.ts'
import { getRevenueActuals } from './revenue-actual.service.ts'
import { revenueActualReport } from './revenue-actual.view.ts'

export const revenueActualRoutes: readonly Route[] = reportRoutesOf({
  path: reportPaths.revenueActual, hasFiles: true, find: async (read, { office, fiscalYear, query }) => {
    const on = dayWithin(fiscalYear, readThaiDate(query.on ?? '') ?? read.today)
    return revenueActualReport({ office, fiscalYear, on, rows: await getRevenueActuals(read, { organisationId: office.organisationId, fiscalYear, on }) })
  },
})
