// Money outside the annual ordinance: one register, its kinds chosen by `?kind=`. A further kind is one more entry.
import { type Route } from '../platform/http/route.ts'
import { fundPaths } from './budget.paths.ts'
import { deskRoutes, registerRoutes } from './desk/desk.routes.ts'
import { accumulatedPages } from './fund-accumulated/fund-accumulated.routes.ts'
import { loanPages } from './fund-loan/fund-loan.routes.ts'
import { grantPages } from './grant/grant.routes.ts'
import { supplementaryDesk } from './ordinance/ordinance.ts'
import { tabOf } from './ordinance/ordinance.view.ts'

export const fundRoutes: readonly Route[] = [
  ...registerRoutes([tabOf(supplementaryDesk), grantPages, accumulatedPages, loanPages], fundPaths.list, 'budget.supplementary'),
  ...deskRoutes(grantPages), ...deskRoutes(accumulatedPages), ...deskRoutes(loanPages),
]
