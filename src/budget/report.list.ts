import { type Route } from '../platform/http/route.ts'

export const reportRoutes: readonly Route[] = []
