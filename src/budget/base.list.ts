import { type Route } from '../platform/http/route.ts'
import { baseDataRoutes } from './base/base.routes.ts'
import { enterpriseRoutes } from './enterprise/enterprise.routes.ts'

export const baseRoutes: readonly Route[] = [...baseDataRoutes, ...enterpriseRoutes]
