import { type GetRoute, type Route } from '../../src/platform/http/route.ts'

export function isGetRoute(route: Route): route is GetRoute {
  return route.method === 'get'
}
