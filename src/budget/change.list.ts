import { type Route } from '../platform/http/route.ts'

export const changeRoutes: readonly Route[] = []
