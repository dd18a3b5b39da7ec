// Purchases with commitment, in the order in which they come to be.
import { type Route } from '../platform/http/route.ts'
import { acceptanceRoutes } from './acceptance/acceptance.routes.ts'
import { addendumRoutes } from './addendum/addendum.routes.ts'
import { contractRoutes } from './contract/contract.routes.ts'
import { egpRoutes } from './egp/egp.routes.ts'
import { forfeitureRoutes } from './forfeiture/forfeiture.routes.ts'
import { guaranteeRoutes } from './guarantee/guarantee.routes.ts'
import { heldSecurityRoutes } from './held-security/held-security.routes.ts'
import { requestRoutes } from './purchase-request/purchase-request.routes.ts'

export const procurementRoutes: readonly Route[] = [...requestRoutes, ...contractRoutes, ...addendumRoutes, ...egpRoutes, ...acceptanceRoutes, ...guaranteeRoutes, ...heldSecurityRoutes, ...forfeitureRoutes]
