// Routes are data: address, permission, handler. A room lists its routes; `app.ts` mounts them; tests read the same list.
import { type Actor, type Officer, type Read, type Work } from '../database/work.ts'
import { type RuleBroken } from '../errors.ts'
import { type FormRequest } from './request.ts'
import { type Reply } from './reply.ts'

export const actions = ['view', 'create', 'edit', 'approve', 'print'] as const
export type Action = (typeof actions)[number]

/** A leaf of the menu and what is done there, as in permissions.csv: 'revenue.remit:create'. */
export type Permission = `${string}.${string}:${Action}`

/** 'public': anyone, signed in or not. 'signed-in': whoever is in, whatever their groups. */
export type Access = Permission | 'public' | 'signed-in'

/** Opens transactions for the few steps that must happen outside the one of the request (asking ThaiD, hashing a password). */
export interface Keys<A extends Actor = Actor> extends ReadKeys<A> {
  work<T>(use: (work: Work<A>) => Promise<T>): Promise<T>
}

/** All that a GET may open: it changes nothing, not even while it asks. */
export interface ReadKeys<A extends Actor = Actor> {
  read<T>(use: (read: Read<A>) => Promise<T>): Promise<T>
}

/** Runs before the transaction, while no connection is held; what it brings is handed to the handler. */
type Ask<K extends ReadKeys, T> = (keys: K, request: FormRequest) => Promise<T>

export interface GetRoute {
  readonly method: 'get'
  readonly path: string
  readonly access: Access
  readonly options: GetOptions & PublicOptions
  readonly ask: Ask<ReadKeys, unknown>
  handle(read: Read, request: FormRequest, answer?: unknown): Promise<Reply>
}

export interface PostRoute {
  readonly method: 'post'
  readonly path: string
  readonly access: Access
  readonly options: PostOptions
  readonly ask: Ask<Keys, unknown>
  handle(work: Work, request: FormRequest, answer: unknown): Promise<Reply>
  /** Shows the page again after a refusal: transaction rolled back, input kept, status 422. */
  again?(read: Read, request: FormRequest, refusal: RuleBroken): Promise<Reply>
}

export type Route = GetRoute | PostRoute

/** Rights of which one opens it; none where no group is asked for. */
export function rightsOf(route: Route): readonly Permission[] {
  if (route.access === 'public' || route.access === 'signed-in') return []
  return [route.access, ...route.options.alsoFor ?? []]
}

/** Whether somebody who is signed in with these rights passes its door. */
export function admits(permissions: ReadonlySet<string>, route: Route): boolean {
  const rights = rightsOf(route)
  return rights.length === 0 || rights.some((right) => permissions.has(right))
}

/** The addresses of a path: '/receipts/receipts/:id'. */
export function addressPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)
}

export interface GetOptions {
  /** Identity's own pages of a signed-in person run under the sign-in role. */
  readonly role?: 'laas_sign_in'
  /** The menu leaf that leads here; a leaf shows only when a route claims it. */
  readonly menu?: string
  /** The menu leaf that stands marked while this page is looked at, though it leads elsewhere. */
  readonly under?: string
  readonly alsoFor?: AlsoFor
}

/** Other rights that open the door as well: who decides upon a document sees it without the right to its list. */
type AlsoFor = readonly Permission[]

export interface PublicOptions {
  /** The page knows whom it has before it: its actor is the officer where somebody is signed in. It reads under the sign-in role all the same. */
  readonly greets?: boolean
  /** Looking does not count as using the session: for a page that a browser left alone may open by itself. */
  readonly quiet?: boolean
}

export interface PostOptions {
  readonly alsoFor?: AlsoFor
  readonly role?: 'laas_sign_in'
  /** Does not count as using the session: a script asked, not the person. */
  readonly quiet?: boolean
  /** Files are read, up to this many bytes altogether. */
  readonly uploadBytes?: number
  /** Needs a second factor proven within the last ten minutes (access-admin-oversight §1.6, step-up). */
  readonly freshProof?: boolean
}

type Handler<K, T = undefined> = (key: K, request: FormRequest, answer: T) => Promise<Reply>
type Again<K> = (key: K, request: FormRequest, refusal: RuleBroken) => Promise<Reply>

/** A handler alone, or with what else the route has to say. */
type GetDesk<T> = Handler<Read<Officer>, T> | (GetOptions & { handle: Handler<Read<Officer>, T>; ask?: Ask<ReadKeys, T> })
type PostDesk<T> = Handler<Work<Officer>, T> | (PostOptions & { handle: Handler<Work<Officer>, T>; again?: Again<Read<Officer>>; ask?: Ask<Keys, T> })

const nothing = async (): Promise<undefined> => undefined

/** A page for people with a permission. */
export function get<T = undefined>(path: string, access: Permission | 'signed-in', desk: GetDesk<T>): GetRoute {
  const { handle, ask = nothing, ...options } = typeof desk === 'function' ? { handle: desk } : desk
  return { method: 'get', path, access, options, ask, handle: (read, request, answer) => handle(asOfficer(read), request, answer as T) }
}

/** A page for everyone, signed in or not. */
export function getPublic<T = undefined>(path: string, handle: Handler<Read, T>, more: PublicOptions & { ask?: Ask<ReadKeys, T> } = {}): GetRoute {
  const { ask = nothing, ...options } = more
  return { method: 'get', path, access: 'public', options: { ...options, role: 'laas_sign_in' }, ask, handle: (read, request, answer) => handle(read, request, answer as T) }
}

/** One use case in one transaction. */
export function post<T = undefined>(path: string, access: Permission | 'signed-in', desk: PostDesk<T>): PostRoute {
  const { handle, again, ask = nothing, ...options } = typeof desk === 'function' ? { handle: desk } : desk
  return {
    method: 'post', path, access, options, ask,
    handle: (work, request, answer) => handle(asOfficer(work), request, answer as T),
    ...(again && { again: (read: Read, request: FormRequest, refusal: RuleBroken) => again(asOfficer(read), request, refusal) }),
  }
}

/** As `post`, for the sign-in journey: works as a visitor even when somebody is signed in. */
export function postPublic<T = undefined>(path: string, handle: Handler<Work, T>, more: PostOptions & { again?: Again<Read>; ask?: Ask<Keys, T> } = {}): PostRoute {
  const { again, ask = nothing, ...options } = more
  return { method: 'post', path, access: 'public', options, ask, handle: (work, request, answer) => handle(work, request, answer as T), ...(again && { again }) }
}

/** The person the wrapper let pass. */
export function asOfficer<K extends Read>(key: K): K & { readonly actor: Officer } {
  if (!isOfficer(key)) throw new TypeError('the wrapper let nobody signed in pass')
  return key
}

function isOfficer<K extends Read>(key: K): key is K & { readonly actor: Officer } {
  return key.actor.kind === 'officer'
}
