import { type Route } from '../platform/http/route.ts'
import { carryPages } from './carry/carry.routes.ts'
import { carryPaths } from './budget.paths.ts'
import { deskRoutes, registerRoutes } from './desk/desk.routes.ts'
import { extensionPages } from './extension/extension.routes.ts'
import { lapsePages, pastDueRoute } from './lapse/lapse.routes.ts'
import { closingRoutes } from './year-end-close/year-end-close.routes.ts'

export const yearEndRoutes: readonly Route[] = [
  ...registerRoutes([carryPages, extensionPages, lapsePages], carryPaths.list, 'expense.reserve'), pastDueRoute,
  ...deskRoutes(carryPages), ...deskRoutes(extensionPages), ...deskRoutes(lapsePages), ...closingRoutes,
]
