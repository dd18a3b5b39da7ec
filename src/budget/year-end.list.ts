import { type Route } from '../platform/http/route.ts'
import { carryPages } from './carry/carry.routes.ts'
import { carryPaths } from './budget.paths.ts'
import { deskRoutes, registerRoutes } from './desk/desk.routes.ts'

export const yearEndRoutes: readonly Route[] = [...registerRoutes([carryPages], carryPaths.list, 'expense.reserve'), ...deskRoutes(carryPages)]
