import { type Route } from '../platform/http/route.ts'
import { officeRoutes } from './office/office.routes.ts'
import { reconciliationRoutes } from './reconciliation/reconciliation.routes.ts'
import { progressRoutes } from './progress/progress.routes.ts'

export const oversightRoutes: readonly Route[] = [...progressRoutes, ...reconciliationRoutes, ...officeRoutes]
