import { type Route } from '../platform/http/route.ts'
import { carryPages } from './carry/carry.routes.ts'
import { carryPaths } from './budget.paths.ts'
import { deskRoutes, registerRoute } from './desk/desk.routes.ts'

export const yearEndRoutes: readonly Route[] = [registerRoute([carryPages], carryPaths.list, 'expense.reserve'), ...deskRoutes(carryPages)]
