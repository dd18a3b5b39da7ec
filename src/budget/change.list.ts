import { type Route } from '../platform/http/route.ts'
import { transferPaths } from './budget.paths.ts'
import { deskRoutes, registerRoute } from './desk/desk.routes.ts'
import { transferPages } from './transfer/transfer.routes.ts'

export const changeRoutes: readonly Route[] = [
  registerRoute([transferPages], transferPaths.list, 'budget.transfer'), ...deskRoutes(transferPages),
]
