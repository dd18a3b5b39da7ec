import { type Route } from '../platform/http/route.ts'
import { amendmentPages } from './amendment/amendment.routes.ts'
import { amendmentPaths, transferPaths } from './budget.paths.ts'
import { deskRoutes, registerRoute, tabRoutes } from './desk/desk.routes.ts'
import { overridePages } from './override/override.routes.ts'
import { releasePages } from './release/release.routes.ts'
import { transferPages } from './transfer/transfer.routes.ts'

/** They share the leaf of transfers: `/budget/transfers?kind=release`. */
const registered = [transferPages, releasePages, overridePages] as const

export const changeRoutes: readonly Route[] = [
  registerRoute(registered, transferPaths.list, 'budget.transfer'), ...tabRoutes(registered, 'budget.transfer'),
  ...deskRoutes(transferPages), ...deskRoutes(releasePages), ...deskRoutes(overridePages),
  registerRoute([amendmentPages], amendmentPaths.list, 'budget.amend'), ...deskRoutes(amendmentPages),
]
