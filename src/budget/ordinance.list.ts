import { type Route } from '../platform/http/route.ts'

export const ordinanceRoutes: readonly Route[] = []
