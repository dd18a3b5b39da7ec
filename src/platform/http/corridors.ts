// Express tries one address after the other; of more than a thousand a request passes only those that begin as it does.
import { Router, type RequestHandler } from 'express'
import { type Route } from './route.ts'

/** `hang` puts a route into the router it is given. A fixed word goes before a parameter that would fit it too. */
export function corridors(routes: readonly Route[], hang: (router: Router, route: Route) => void): RequestHandler {
  const along = (name: string) => routes.filter(({ path }) => corridorOf(path) === name)
  const doorsOf = (name: string): Router => {
    const router = Router()
    for (const route of new Set([...along(name), ...along(hallOf(name))])) hang(router, route)
    return router
  }
  const known = new Map([...new Set(routes.map(({ path }) => corridorOf(path)))].map((name) => [name, doorsOf(name)]))
  return (req, res, next) => {
    const router = known.get(corridorOf(req.path)) ?? known.get(hallOf(req.path))
    if (router) router(req, res, next)
    else next()
  }
}

/** `/receipts/books/12` → `/receipts/books`; `/receipts/:id` → `/receipts`. Express does not tell capitals apart either. */
function corridorOf(path: string): string {
  const [, first = '', second = ''] = path.toLowerCase().split('/', 3)
  return second === '' || second.startsWith(':') ? `/${first}` : `/${first}/${second}`
}

function hallOf(path: string): string {
  return corridorOf(path.split('/', 2).join('/'))
}
