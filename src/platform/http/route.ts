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
export interface Keys<A extends Actor = Actor> {
  read<T>(use: (read: Read<A>) => Promise<T>): Promise<T>
  work<T>(use: (work: Work<A>) => Promise<T>): Promise<T>
}

export interface GetRoute {
  readonly method: 'get'
  readonly path: string
  readonly access: Access
  readonly options: GetOptions
  handle(read: Read, request: FormRequest): Promise<Reply>
}

export interface PostRoute {
  readonly method: 'post'
  readonly path: string
  readonly access: Access
  readonly options: PostOptions
  /** Runs before the transaction; what it brings is handed to the handler. */
  ask(keys: Keys, request: FormRequest): Promise<unknown>
  handle(work: Work, request: FormRequest, answer: unknown): Promise<Reply>
  /** Shows the page again after a refusal: transaction rolled back, input kept, status 422. */
  again?(read: Read, request: FormRequest, refusal: RuleBroken): Promise<Reply>
}

export type Route = GetRoute | PostRoute

export interface GetOptions {
  /** Identity's own pages of a signed-in person run under the sign-in role. */
  readonly role?: 'laas_sign_in'
  /** The menu leaf that leads here; a leaf shows only when a route claims it. */
  readonly menu?: string
}

export interface PostOptions {
  readonly role?: 'laas_sign_in'
  /** Does not count as using the session: a script asked, not the person. */
  readonly quiet?: boolean
  /** Files are read, up to this many bytes altogether. */
  readonly uploadBytes?: number
  /** Needs a second factor proven within the last ten minutes (access-admin-oversight §1.6, step-up). */
  readonly freshProof?: boolean
}

type Handler<K> = (key: K, request: FormRequest) => Promise<Reply>
type Again<K> = (key: K, request: FormRequest, refusal: RuleBroken) => Promise<Reply>

/** A handler alone, or with what else the route has to say. */
type GetDesk = Handler<Read<Officer>> | (GetOptions & { handle: Handler<Read<Officer>> })
type PostHandler<T> = (work: Work<Officer>, request: FormRequest, answer: T) => Promise<Reply>
type PostDesk<T> = PostHandler<T> | (PostOptions & { handle: PostHandler<T>; again?: Again<Read<Officer>>; ask?: (keys: Keys, request: FormRequest) => Promise<T> })

/** A page for people with a permission. */
export function get(path: string, access: Permission | 'signed-in', desk: GetDesk): GetRoute {
  const { handle, ...options } = typeof desk === 'function' ? { handle: desk } : desk
  return { method: 'get', path, access, options, handle: (read, request) => handle(asOfficer(read), request) }
}

/** A page for everyone, signed in or not. */
export function getPublic(path: string, handle: Handler<Read>): GetRoute {
  return { method: 'get', path, access: 'public', options: {}, handle }
}

/** One use case in one transaction. */
export function post<T = undefined>(path: string, access: Permission | 'signed-in', desk: PostDesk<T>): PostRoute {
  const { handle, again, ask, ...options } = typeof desk === 'function' ? { handle: desk } : desk
  return {
    method: 'post', path, access, options,
    ask: ask ?? (async () => undefined),
    handle: (work, request, answer) => handle(asOfficer(work), request, answer as T),
    ...(again && { again: (read: Read, request: FormRequest, refusal: RuleBroken) => again(asOfficer(read), request, refusal) }),
  }
}

/** As `post`, for the sign-in journey: works as a visitor even when somebody is signed in. */
export function postPublic<T = undefined>(
  path: string,
  handle: (work: Work, request: FormRequest, answer: T) => Promise<Reply>,
  more: PostOptions & { again?: Again<Read>; ask?: (keys: Keys, request: FormRequest) => Promise<T> } = {},
): PostRoute {
  const { again, ask, ...options } = more
  return {
    method: 'post', path, access: 'public', options,
    ask: ask ?? (async () => undefined),
    handle: (work, request, answer) => handle(work, request, answer as T),
    ...(again && { again }),
  }
}

function asOfficer<K extends Read>(key: K): K & { readonly actor: Officer } {
  if (!isOfficer(key)) throw new TypeError('the wrapper let nobody signed in pass')
  return key
}

function isOfficer<K extends Read>(key: K): key is K & { readonly actor: Officer } {
  return key.actor.kind === 'officer'
}
