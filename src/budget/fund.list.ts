// Money outside the annual ordinance: one register, its kinds chosen by `?kind=`. A further kind is one more entry.
import { type Route } from '../platform/http/route.ts'
import { fundPaths } from './budget.paths.ts'
import { deskRoutes, registerRoute, tabRoutes } from './desk/desk.routes.ts'
import { grantPages } from './grant/grant.routes.ts'
import { supplementaryDesk } from './ordinance/ordinance.ts'
import { tabOf } from './ordinance/ordinance.view.ts'

const leaf = 'budget.supplementary'
const supplementary = tabOf(supplementaryDesk)

export const fundRoutes: readonly Route[] = [
  registerRoute([supplementary, grantPages], fundPaths.list, leaf), ...tabRoutes([supplementary, grantPages], leaf), ...tabRoutes([grantPages, supplementary], leaf),
  ...deskRoutes(grantPages),
]
