// The building: each concern one line, in an order one can defend.
import { join } from 'node:path'
import { constants } from 'node:zlib'
import compression from 'compression'
import express, { type Express } from 'express'
import { type Pool } from './platform/database/connection.ts'
import { checkRoutes, recordDenied } from './access/index.ts'
import { frameMaker } from './frame.ts'
import { identityPaths, loginPath, sessionFinder, waitingReply, type IdentityTools } from './identity/index.ts'
import { type Config } from './platform/config.ts'
import { type Database } from './platform/database/work.ts'
import { cookieParser } from './platform/http/cookies.ts'
import { makeCsrf } from './platform/http/csrf.ts'
import { doorKeeper } from './platform/http/doors.ts'
import { errorPage, notFoundPage } from './platform/http/error-page.ts'
import { type House } from './platform/http/house.ts'
import { mountRoutes } from './platform/http/mount.ts'
import { admission } from './platform/http/overload.ts'
import { type PageReply } from './platform/http/reply.ts'
import { pageFinder } from './platform/http/pages.ts'
import { requestLog } from './platform/http/request-log.ts'
import { type Route } from './platform/http/route.ts'
import { securityHeaders } from './platform/http/security.ts'
import { staticFiles, type StaticFiles } from './platform/http/static-files.ts'
import { renderPage } from './platform/http/templates.ts'
import { waitingRoom } from './platform/http/waiting-room.ts'
import { type Log } from './platform/log.ts'
import { projectFolder } from './platform/project-folder.ts'
import { allRoutes } from './rooms.ts'

export interface Parts {
  readonly config: Config
  readonly log: Log
  readonly database: Database
  /** Connections of the sign-in role, for the one look at the session that precedes every request. */
  readonly signInPool: Pool
  readonly identity: IdentityTools
  /** Every permission some group holds; a route asking for another stops the program. */
  readonly catalogue: ReadonlySet<string>
  /** Pages that exist in development only. */
  readonly extraRoutes?: readonly Route[]
}

export function makeApp(parts: Parts): Express {
  const { config, log, database } = parts
  const routes = [...allRoutes(parts.identity), ...parts.extraRoutes ?? []]
  checkRoutes(routes, parts.catalogue)
  const files = staticFiles(join(projectFolder, 'public'))
  const frameOf = frameMaker(routes)
  const house: House = {
    config, log, database, csrf: makeCsrf(config), recordDenied, loginPath, pageOf: pageFinder(routes), opens: doorKeeper(routes), frameOf: (context) => ({ ...frameOf(context), assetVersion: files.version }),
    findSession: sessionFinder(database, parts.signInPool),
    stepUpPath: (returnTo) => `${identityPaths.stepUp}?return=${encodeURIComponent(returnTo)}`,
  }
  const app = express()
  app.disable('x-powered-by').set('trust proxy', config.TRUST_PROXY).set('etag', false)
  app.use(securityHeaders(config), requestLog(log))
  app.get('/healthz', health(parts))
  serveFiles(app, files)
  app.get(identityPaths.waiting, cookieParser(config), waitingRoom(config, { placeOf: (ticket) => parts.identity.line.placeOf(ticket), draw: (marks) => drawPlain(house, waitingReply(marks)) }))
  app.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 17 } } })) // a window of 128 KB holds a page, and costs a sixteenth of the usual to set up
  app.use(admission(config.MAX_IN_FLIGHT), cookieParser(config), express.urlencoded({ extended: true, limit: '1mb', parameterLimit: 5000 }))
  mountRoutes(app, house, routes)
  app.use(notFoundPage(house), errorPage(house))
  return app
}

/** Before the compressor: these are compressed already. */
function serveFiles(app: Express, files: StaticFiles): void {
  const fonts = join(projectFolder, 'node_modules/@fontsource/sarabun/files')
  app.use('/fonts', express.static(fonts, { immutable: true, maxAge: '365d', index: false }))
  app.use(files.serve)
}

/** A page as nobody in particular sees it, without any form. */
function drawPlain({ frameOf, database }: House, reply: PageReply): Promise<string> {
  const frame = frameOf({ reply, path: '', officer: undefined, csrfToken: '', flash: undefined, draft: undefined, now: database.clock.now() })
  return renderPage({ view: reply.view, model: reply.model, frame, layout: reply.layout })
}

/** For proxies: alive, and the database answers. Needs no session and counts nowhere. */
function health({ database, log }: Parts): express.RequestHandler {
  return async (_request, response) => {
    response.set('Cache-Control', 'no-store')
    try {
      await database.knex.raw('SELECT 1').timeout(2000)
      response.json({ ok: true })
    } catch (error) {
      log.error({ err: error }, 'health check failed')
      response.status(503).json({ ok: false })
    }
  }
}
