// Purchases with commitment, in the order in which they come to be.
import { type Route } from '../platform/http/route.ts'
import { requestRoutes } from './purchase-request/purchase-request.routes.ts'

export const procurementRoutes: readonly Route[] = [...requestRoutes]
