import { type Route } from '../platform/http/route.ts'
import { baseDataRoutes } from './base/base.routes.ts'
import { enterpriseRoutes } from './enterprise/enterprise.routes.ts'
import { revenueTypeRoutes } from './revenue-type/revenue-type.routes.ts'

export const baseRoutes: readonly Route[] = [...baseDataRoutes, ...enterpriseRoutes, ...revenueTypeRoutes]
