import { type Route } from '../platform/http/route.ts'
import { planBelowRoutes } from './plan-below/plan-below.routes.ts'
import { planOfferRoutes } from './plan-offer/plan-offer.routes.ts'
import { planDeskRoutes } from './plan/plan.routes.ts'

export const planRoutes: readonly Route[] = [...planDeskRoutes, ...planOfferRoutes, ...planBelowRoutes]
