// Money outside the annual ordinance: one register, its kinds chosen by `?kind=`. A further kind is one more entry.
import { type Route } from '../platform/http/route.ts'
import { fundPaths } from './budget.paths.ts'
import { deskRoutes, registerRoute } from './desk/desk.routes.ts'
import { grantPages } from './grant/grant.routes.ts'

export const fundRoutes: readonly Route[] = [
  registerRoute([grantPages], fundPaths.list, 'budget.supplementary'), ...deskRoutes(grantPages),
]
