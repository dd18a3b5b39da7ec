import { type Route } from '../platform/http/route.ts'
import { budgetActualRoutes } from './budget-actual/budget-actual.routes.ts'
import { changesRoutes } from './changes/changes.routes.ts'
import { fundProofRoutes } from './fund-proof/fund-proof.routes.ts'
import { lineBookRoutes } from './line-book/line-book.routes.ts'
import { lineRoutes } from './line/line.routes.ts'
import { paperRoutes } from './paper/paper.routes.ts'
import { planTypeRoutes } from './plan-type/plan-type.routes.ts'
import { quarterRoutes } from './quarter/quarter.routes.ts'
import { reportIndexRoutes } from './report/report.routes.ts'
import { revenueActualRoutes } from './revenue-actual/revenue-actual.routes.ts'
import { varianceRoutes } from './variance/variance.routes.ts'

export const reportRoutes: readonly Route[] = [
  ...reportIndexRoutes, ...lineRoutes, ...lineBookRoutes, ...budgetActualRoutes, ...planTypeRoutes, ...changesRoutes, ...revenueActualRoutes, ...fundProofRoutes, ...quarterRoutes,
  ...varianceRoutes, ...paperRoutes,
]
