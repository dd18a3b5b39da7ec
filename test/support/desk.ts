// Walks the routes of a room as the wrapper does — permission, one transaction, the page again after a refusal — and renders what comes back.
import { ownOrigin, type Officer } from '../../src/platform/database/work.ts'
import { Forbidden, NotFound, RuleBroken } from '../../src/platform/errors.ts'
import { renderView } from '../../src/platform/http/templates.ts'
import { type Reply } from '../../src/platform/http/reply.ts'
import { type FormRequest, type UploadedFile } from '../../src/platform/http/request.ts'
import { admits, type PostRoute, type Route } from '../../src/platform/http/route.ts'
import { type TestDatabase } from './database.ts'

export interface Served {
  readonly reply: Reply
  /** The page without its frame; empty for anything but a page. */
  readonly html: string
}

export interface Desk {
  get(address: string): Promise<Served>
  post(address: string, body?: FormRequest['body'], files?: readonly UploadedFile[]): Promise<Served>
}

export function atDesk(db: TestDatabase, officer: Officer, routes: readonly Route[]): Desk {
  return {
    async get(address) {
      const { route, request } = find(routes, 'get', address)
      if (route.method !== 'get') throw new NotFound(address)
      admit(officer, route)
      return served(await db.database.read(officer, ownOrigin, (read) => route.handle(read, request)))
    },
    async post(address, body = {}, files = []) {
      const { route, request } = find(routes, 'post', address)
      if (route.method !== 'post') throw new NotFound(address)
      admit(officer, route)
      return served(await answered(db, officer, route, { ...request, body, files }))
    },
  }
}

async function answered(db: TestDatabase, officer: Officer, route: PostRoute, request: FormRequest): Promise<Reply> {
  try {
    return await db.database.work(officer, ownOrigin, (work) => route.handle(work, request, undefined))
  } catch (error) {
    const { again } = route
    if (!(error instanceof RuleBroken) || !again) throw error
    const reply = await db.database.read(officer, ownOrigin, (read) => again(read, request, error))
    return reply.kind === 'page' ? { ...reply, status: 422 } : reply
  }
}

function admit(officer: Officer, route: Route): void {
  if (!admits(officer.permissions, route)) throw new Forbidden(route.access)
}

async function served(reply: Reply): Promise<Served> {
  const html = reply.kind === 'page' ? await renderView(reply.view, { ...reply.model, csrf: { csrfToken: 'token' } }) : ''
  return { reply, html }
}

/** In the order of the list, as Express does. */
function find(routes: readonly Route[], method: Route['method'], address: string): { route: Route; request: FormRequest } {
  const url = new URL(address, 'http://desk')
  for (const route of routes) {
    const params = route.method === method ? matched(route.path, url.pathname) : undefined
    if (params) return { route, request: requestFor(url, params) }
  }
  throw new NotFound(address)
}

function matched(pattern: string, path: string): Record<string, string> | undefined {
  const found = new RegExp(`^${pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`).exec(path)
  return found ? { ...found.groups } : undefined
}

function requestFor(url: URL, params: Record<string, string>): FormRequest {
  return { path: url.pathname, params, query: Object.fromEntries(url.searchParams), body: {}, files: [], cookies: {}, origin: ownOrigin }
}

/** What a reader sees: text without tags. */
export function seen(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replaceAll('&#34;', '"').replace(/\s+/g, ' ').trim()
}
