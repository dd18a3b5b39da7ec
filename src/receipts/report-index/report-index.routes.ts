import { page } from '../../platform/http/reply.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { reportPaths } from '../receipts.paths.ts'
import { indexPage } from './report-index.view.ts'

export const reportIndexRoutes: readonly Route[] = [
  get(reportPaths.index, 'revenue.report:view', { handle: async (read) => page('documents/panels', indexPage(read.actor)), menu: 'revenue.report' }),
]
