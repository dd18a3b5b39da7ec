// The walk of every request: who is it, may they, is the form ours, one transaction, commit, send.
import { type Express, type RequestHandler, type Response } from 'express'
import multer from 'multer'
import { type Actor, type Officer, type Work, visitor } from '../database/work.ts'
import { Forbidden, NotFound, RuleBroken } from '../errors.ts'
import { instant, secondsBetween } from '../dates.ts'
import { setCookie } from './cookies.ts'
import { corridors } from './corridors.ts'
import { dropDraft, findDraft, saveDraft } from './drafts.repository.ts'
import { isFormPath } from './form.ts'
import { type EndedSession, type House } from './house.ts'
import { findOfficer, lookAtSession, type Exchange } from './officer.ts'
import { type FormRequest } from './request.ts'
import { admits, type GetRoute, type Keys, type PostRoute, type Route } from './route.ts'
import { type Reply } from './reply.ts'
import { sendReply } from './send.ts'
import { requestOf } from './express-request.ts'

export function mountRoutes(app: Express, house: House, routes: readonly Route[]): void {
  app.use(corridors(routes, (router, route) => {
    if (route.method === 'get') router.get(route.path, admit(house, route), serveGet(house, route))
    else router.post(route.path, admit(house, route), ...uploadReader(route), servePost(house, route))
  }))
}

function serveGet(house: House, route: GetRoute): RequestHandler {
  return async (_req, res) => {
    const { actor, request } = admittedIn(res)
    const draft = actor.kind === 'officer' ? await draftFor(house, actor, request) : undefined
    const wanted = request.query.draft === '1'
    const filled = draft && wanted ? { ...request, body: draft.body } : request
    const keys = keysOf(house, route, { actor, request })
    const reply = await watched({ house, res, route }, async () => {
      const asked = await route.ask(keys, filled)
      return keys.read((read) => route.handle(read, filled, asked))
    })
    const offered = draft && !wanted ? { savedAt: instant(draft.savedAt), href: `${request.path}?draft=1` } : undefined
    await sendReply(house, { res, reply, actor, keys, draft: offered })
  }
}

function servePost(house: House, route: PostRoute): RequestHandler {
  return async (req, res) => {
    const { actor } = admittedIn(res)
    const request = requestOf(req)
    if (!house.csrf.isValid(req)) return refuseForgery(house, { req, res })
    if (route.options.freshProof && actor.kind === 'officer' && !isFresh(house, actor)) {
      await keepDraft(house, actor.userId, request)
      return res.redirect(303, house.stepUpPath(house.pageOf(request.path)))
    }
    const reply = await watched({ house, res, route }, () => answer(house, route, { actor, request }))
    await sendReply(house, { res, reply, actor, draft: undefined })
  }
}

/** The handler's answer after commit; or, after a refusal and its rollback, the page again with the input. */
async function answer(house: House, route: PostRoute, { actor, request }: Admitted): Promise<Reply> {
  const keys = keysOf(house, route, { actor, request })
  try {
    const asked = await route.ask(keys, request)
    return await keys.work(async (work) => {
      const reply = await route.handle(work, request, asked)
      if (isOfficerWork(work) && isFormPath(request.path) && reply.kind === 'redirect') await dropDraft(work, request.path)
      return reply
    })
  } catch (error) {
    const again = route.again
    if (!(error instanceof RuleBroken) || !again) throw error
    const reply = await keys.read((read) => again(read, request, error))
    return reply.kind === 'page' && reply.status === 200 ? { ...reply, status: 422 } : reply
  }
}

/** What opens a transaction under the route's role, for its `ask` as for its handler. */
function keysOf(house: House, route: Route, { actor, request: { origin } }: Admitted): Keys {
  const database = house.database.under(route.options.role)
  return { read: (use) => database.read(actor, origin, use), work: (use) => database.work(actor, origin, use) }
}

interface Admitted {
  readonly actor: Actor
  readonly request: FormRequest
}

/** Lets in whoever holds the right; sends everybody else where they belong. Before any file is read. */
function admit(house: House, route: Route): RequestHandler {
  return async (req, res, next) => {
    const request = requestOf(req)
    const actor = route.access === 'public' ? await guestOf(house, route, { req, res }) : await officerOf(house, route, { req, res })
    if (!actor) return
    const admitted: Admitted = { actor, request }
    res.locals.admitted = admitted
    next()
  }
}

function admittedIn(res: Response): Admitted {
  return res.locals.admitted
}

/** Nobody is asked who they are at a public door; where the page greets, whoever is signed in is known. */
async function guestOf(house: House, route: Route, exchange: Exchange): Promise<Actor> {
  if (route.method === 'post' || !route.options.greets) return visitor
  return await findOfficer(house, exchange, route.options.quiet) ?? visitor
}

async function officerOf(house: House, route: Route, { req, res }: Exchange): Promise<Officer | undefined> {
  const { access } = route
  const request = requestOf(req)
  const found = await lookAtSession(house, { req, res }, route.method === 'post' && route.options.quiet === true)
  if (!found || 'ended' in found) { await turnAway(house, found, { req, res }); return undefined }
  if (admits(found.officer.permissions, route)) return found.officer
  await recordDenied(house, found.officer, { request, access })
  throw new Forbidden(access)
}

/** Endings that came over somebody at work. After a sign-out or a withdrawal the cookie speaks for nobody. */
const keepsDraft: readonly string[] = ['idle', 'replaced', 'expired']

async function turnAway(house: House, ended: EndedSession | undefined, { req, res }: Exchange): Promise<void> {
  const request = requestOf(req)
  if (ended && req.method === 'POST' && keepsDraft.includes(ended.ended) && house.csrf.isValid(req)) await keepDraft(house, ended.userId, request)
  setCookie(house.config, res, { name: 'session' })
  const back = req.method === 'GET' ? req.originalUrl : house.pageOf(request.path)
  res.redirect(303, house.loginPath({ ...(ended && { ended: ended.ended }), ...(back !== '/' && { returnTo: back }) }))
}

/** A token that does not fit. Our own form from before the cookie changed (another tab) is kept and offered again; anything else is refused. */
async function refuseForgery(house: House, { req, res }: Exchange): Promise<void> {
  const { actor } = admittedIn(res)
  const request = requestOf(req)
  const isOurs = req.headers['sec-fetch-site'] === 'same-origin' && isFormPath(request.path)
  if (actor.kind !== 'officer' || !isOurs) throw new Forbidden('csrf')
  await keepDraft(house, actor.userId, request)
  res.redirect(303, request.path)
}

async function keepDraft(house: House, userId: string, request: FormRequest): Promise<void> {
  if (!isFormPath(request.path)) return
  await house.database.work(visitor, request.origin, (work) => saveDraft(work, { userId, path: request.path, body: request.body }))
}

async function draftFor(house: House, officer: Officer, request: FormRequest): ReturnType<typeof findDraft> {
  if (!isFormPath(request.path)) return undefined
  return house.database.read(officer, request.origin, (read) => findDraft(read, request.path))
}

function isFresh(house: House, officer: Officer): boolean {
  return secondsBetween(officer.provenAt, house.database.clock.now()) <= officer.proofSeconds
}

/** A look at what is not there, or not in scope, is recorded: strange ids are how one walks into another office. */
async function watched<T>({ house, res, route }: { house: House; res: Response; route: Route }, use: () => Promise<T>): Promise<T> {
  try {
    return await use()
  } catch (error) {
    const { actor, request } = admittedIn(res)
    if ((error instanceof NotFound || error instanceof Forbidden) && actor.kind === 'officer' && route.access !== 'public') await recordDenied(house, actor, { request, access: route.access })
    throw error
  }
}

function recordDenied(house: House, officer: Officer, { request, access }: { request: FormRequest; access: string }): Promise<void> {
  return house.database.work(officer, request.origin, (work) => house.recordDenied(work, { path: request.path, access }))
}

function isOfficerWork(work: Work): work is Work<Officer> {
  return work.actor.kind === 'officer'
}

/** Refuses by the declared size before a byte is kept, and whoever declares none. */
function uploadReader(route: PostRoute): RequestHandler[] {
  const bytes = route.options.uploadBytes
  if (bytes === undefined) return []
  const tooLarge: RequestHandler = (req, _res, next) => next(Number(req.headers['content-length'] ?? Infinity) > bytes + 200_000 ? Object.assign(new Error('upload too large'), { status: 413 }) : undefined)
  return [tooLarge, multer({ storage: multer.memoryStorage(), limits: { fileSize: bytes, files: 5, fields: 600, fieldSize: 20_000 }, defParamCharset: 'utf8' }).any()]
}

