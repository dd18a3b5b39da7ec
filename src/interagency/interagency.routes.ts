import { type Route } from '../platform/http/route.ts'
import { pairRoutes } from './pair/pair.routes.ts'

export const interagencyRoutes: readonly Route[] = pairRoutes
