import { type Route } from '../platform/http/route.ts'
import { aboutRoutes } from './about/about.routes.ts'
import { newsRoutes } from './news/news.routes.ts'
import { frontRoutes } from './front/front.routes.ts'

export const homeRoutes: readonly Route[] = [...frontRoutes, ...newsRoutes, ...aboutRoutes]
