// Every room's routes, in the order of the staircase.
import { budgetRoutes } from './budget/index.ts'
import { homeRoutes } from './home/index.ts'
import { identityRoutes, type IdentityTools } from './identity/index.ts'
import { documentsRoutes } from './documents/index.ts'
import { ledgerRoutes } from './ledger/index.ts'
import { oversightRoutes } from './oversight/index.ts'
import { type Route } from './platform/http/route.ts'
import { receiptsRoutes } from './receipts/index.ts'
import { registersRoutes } from './registers/index.ts'

export function allRoutes(tools: IdentityTools): readonly Route[] {
  return [...identityRoutes(tools), ...registersRoutes, ...documentsRoutes, ...ledgerRoutes, ...budgetRoutes, ...receiptsRoutes, ...oversightRoutes, ...homeRoutes]
}
