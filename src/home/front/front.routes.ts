import { page } from '../../platform/http/reply.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { getHome } from './front.service.ts'
import { homePage } from './front.view.ts'

export const frontRoutes: readonly Route[] = [
  get('/', 'signed-in', async (read) => page('home/front', homePage(await getHome(read)))),
]
