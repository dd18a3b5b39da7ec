import { type Route } from '../../platform/http/route.ts'
import { reportRoutesOf } from '../report-table/report-table.routes.ts'
import { reportPaths } from '../report.paths.ts'
import { getNames } from '../settings/settings.service.ts'
import { findPlanTypeSums } from './plan-type.repository.ts'
import { planTypeReport } from './plan-type.view.ts'

export const planTypeRoutes: readonly Route[] = reportRoutesOf({
  path: reportPaths.planType, hasFiles: true, find: async (read, { office, fiscalYear, query }) => {
    const { organisationId } = office
    const sourceCode = /^[0-9A-Z]{2,4}$/.test(query.source ?? '') ? query.source : undefined
    return planTypeReport({
      office, fiscalYear, sourceCode, sums: await findPlanTypeSums(read, { organisationId, fiscalYear, sourceCode }), names: await getNames(read, organisationId, fiscalYear),
    })
  },
})
