import { readThaiDate } from '../../platform/dates.ts'
import { type Route } from '../../platform/http/route.ts'
import { dayWithin } from '../asked.ts'
import { reportRoutesOf } from '../report-table/report-table.routes.ts'
import { reportPaths } from '../report.paths.ts'
import { getProof } from './fund-proof.service.ts'
import { proofReport } from './fund-proof.view.ts'

export const fundProofRoutes: readonly Route[] = reportRoutesOf({
  path: reportPaths.fundProof, hasFiles: true, find: async (read, { office, fiscalYear, query }) => {
    const on = dayWithin(fiscalYear, readThaiDate(query.on ?? '') ?? read.today)
    const { organisationId, laoKind } = office
    return proofReport({ office, fiscalYear, on, proof: await getProof(read, { organisationId, laoKind, on }) })
  },
})
