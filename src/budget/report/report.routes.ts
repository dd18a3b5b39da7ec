// The registers and reports of the budget, on one page.
import { page } from '../../platform/http/reply.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { reportPaths as paths } from '../report.paths.ts'
import { indexPage } from './report.view.ts'

export const reportIndexRoutes: readonly Route[] = [
  get(paths.index, 'budget.report:view', { handle: async () => page('documents/panels', indexPage()), menu: 'budget.report' }),
]
