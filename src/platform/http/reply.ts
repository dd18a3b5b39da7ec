// What a handler answers. The wrapper commits first and sends afterwards, so nobody is told "saved" before it is.
import { type Read } from '../database/work.ts'
import { type Aside, type Crumb, type Flash } from './components.ts'

export type Layout = 'app' | 'plain' | 'print'

export interface CookieChange {
  readonly name: 'session' | 'pre' | 'browser' | 'ticket' | 'entry'
  /** Absent: the cookie is taken away. */
  readonly value?: string
  readonly maxAgeSeconds?: number
}

interface Effects {
  readonly cookies?: readonly CookieChange[]
  readonly flash?: Flash
  /** Seconds after which the browser asks again (waiting room). */
  readonly refreshSeconds?: number
  /** On sign-out: the browser is told to forget everything of ours. */
  readonly clearSite?: boolean
}

export interface PageReply extends Effects {
  readonly kind: 'page'
  readonly view: string
  readonly model: PageModel
  readonly layout: Layout
  readonly status: number
}

export interface RedirectReply extends Effects {
  readonly kind: 'redirect'
  readonly to: string
}

export interface DownloadReply extends Effects {
  readonly kind: 'download'
  readonly fileName: string
  readonly type: string
  readonly body: Buffer | string
}

/** A file too long to hold: sent part by part, each read in a transaction of its own, so that a slow reader keeps no connection and memory stays flat. */
export interface StreamReply extends Effects {
  readonly kind: 'stream'
  readonly fileName: string
  readonly type: string
  readonly first: StreamPart
}

export interface StreamPart {
  readonly text: string
  /** Reads what follows; absent: this was the last. */
  readonly next?: ((read: Read) => Promise<StreamPart>) | undefined
}

export interface JsonReply extends Effects {
  readonly kind: 'json'
  readonly value: unknown
  readonly status: number
}

export type Reply = PageReply | RedirectReply | DownloadReply | StreamReply | JsonReply

/** Every page brings its title; the frame around it is drawn by the wrapper. */
export interface PageModel {
  readonly title: string
  readonly breadcrumb?: readonly Crumb[]
  readonly hasErrors?: boolean
  /** Lists beside the sign-in card. */
  readonly aside?: Aside
  /** ข้อมูล ณ เวลา … */
  readonly freshness?: string
  readonly print?: { readonly backHref: string; readonly isLandscape?: boolean }
}

export function page<M extends PageModel>(view: string, model: M, options: Partial<Omit<PageReply, 'kind' | 'view' | 'model'>> = {}): PageReply {
  return { kind: 'page', view, model, layout: 'app', status: 200, ...options }
}

/** A page of the sign-in journey: no menu, nobody's name. */
export function plainPage<M extends PageModel>(view: string, model: M, options: Partial<Omit<PageReply, 'kind' | 'view' | 'model'>> = {}): PageReply {
  return page(view, model, { layout: 'plain', ...options })
}

export function printPage<M extends PageModel>(view: string, model: M): PageReply {
  return page(view, model, { layout: 'print' })
}

export function redirect(to: string, flash?: string | Flash, effects: Omit<Effects, 'flash'> = {}): RedirectReply {
  if (!/^\/(?![/\\])/.test(to)) throw new RangeError('a redirect stays inside the system')
  const message: Flash | undefined = typeof flash === 'string' ? { kind: 'success', text: flash } : flash
  return { kind: 'redirect', to, ...effects, ...(message && { flash: message }) }
}

export function download(fileName: string, type: string, body: Buffer | string): DownloadReply {
  return { kind: 'download', fileName, type, body }
}

export function stream(fileName: string, type: string, first: StreamPart): StreamReply {
  return { kind: 'stream', fileName, type, first }
}

export function json(value: unknown, status = 200): JsonReply {
  return { kind: 'json', value, status }
}
