import { type Route } from '../platform/http/route.ts'
import { budgetActualRoutes } from './budget-actual/budget-actual.routes.ts'
import { lineBookRoutes } from './line-book/line-book.routes.ts'
import { lineRoutes } from './line/line.routes.ts'
import { paperRoutes } from './paper/paper.routes.ts'
import { reportIndexRoutes } from './report/report.routes.ts'

export const reportRoutes: readonly Route[] = [...reportIndexRoutes, ...lineRoutes, ...lineBookRoutes, ...budgetActualRoutes, ...paperRoutes]
