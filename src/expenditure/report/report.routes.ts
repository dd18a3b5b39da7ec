import { getOffice } from '../../documents/index.ts'
import { page } from '../../platform/http/reply.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { reportPaths } from '../expenditure.paths.ts'
import { reportsPage } from './report.view.ts'

export const reportRoutes: readonly Route[] = [
  get(reportPaths.list, 'expense.report:view', { menu: 'expense.report', handle: async (read) => (
    page('documents/panels', reportsPage(await getOffice(read, read.actor.organisationId), { today: read.today, permissions: read.actor.permissions }))
  ) }),
]
