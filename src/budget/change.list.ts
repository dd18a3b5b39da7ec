import { type Route } from '../platform/http/route.ts'
import { amendmentPages } from './amendment/amendment.routes.ts'
import { amendmentPaths, transferPaths } from './budget.paths.ts'
import { deskRoutes, registerRoutes } from './desk/desk.routes.ts'
import { overridePages } from './override/override.routes.ts'
import { releasePages } from './release/release.routes.ts'
import { transferPages } from './transfer/transfer.routes.ts'

export const changeRoutes: readonly Route[] = [
  ...registerRoutes([transferPages, releasePages, overridePages], transferPaths.list, 'budget.transfer'),
  ...deskRoutes(transferPages), ...deskRoutes(releasePages), ...deskRoutes(overridePages),
  ...registerRoutes([amendmentPages], amendmentPaths.list, 'budget.amend'), ...deskRoutes(amendmentPages),
]
