// Sends a reply once its transaction is committed.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Request, type Response } from 'express'
import { type Actor } from '../database/work.ts'
import { type Instant } from '../dates.ts'
import { equalText, derivedKey, hmac } from '../secrets.ts'
import { cookieName, cookiesOf, setCookie } from './cookies.ts'
import { withOpenDoors } from './doors.ts'
import { type House } from './house.ts'
import { type Flash } from './components.ts'
import { type PageReply, type Reply, type StreamPart, type StreamReply } from './reply.ts'
import { type ReadKeys } from './route.ts'
import { renderPage } from './templates.ts'

export interface Sending {
  readonly res: Response
  readonly reply: Reply
  readonly actor: Actor
  /** Opens what is read while it is sent. */
  readonly keys?: ReadKeys
  readonly draft: { readonly savedAt: Instant; readonly href: string } | undefined
}

export async function sendReply(house: House, sending: Sending): Promise<void> {
  const { res, reply } = sending
  for (const change of reply.cookies ?? []) {
    setCookie(house.config, res, change)
    if (change.value !== undefined) res.req.cookies[cookieName(house.config, change.name)] = change.value
  }
  if (reply.clearSite) res.set('Clear-Site-Data', '"cache", "storage"')
  if (reply.refreshSeconds) res.set('Refresh', String(reply.refreshSeconds))
  res.set('Cache-Control', 'no-store')
  if (reply.kind === 'page') return sendPage(house, sending, reply)
  if (reply.kind === 'redirect') return sendRedirect(house, res, reply)
  if (reply.kind === 'stream') return sendStream(house, sending, reply)
  if (reply.kind === 'json') { res.status(reply.status).json(reply.value); return }
  res.attachment(reply.fileName).type(reply.type).send(reply.body)
}

async function sendPage(house: House, { res, actor, draft }: Sending, drawn: PageReply): Promise<void> {
  const reply = actor.kind === 'officer' ? { ...drawn, model: withOpenDoors(drawn.model, (href) => house.opens(actor.permissions, href)) } : drawn
  const csrfToken = house.csrf.tokenFor(res.req, res)
  const frame = house.frameOf({
    reply, path: res.req.path, csrfToken, officer: actor.kind === 'officer' ? actor : undefined,
    flash: reply.flash ?? takeFlash(house, res.req, res), draft, now: house.database.clock.now(),
  })
  const html = await renderPage({ view: reply.view, model: reply.model, frame, layout: reply.layout })
  res.status(reply.status).type('html').send(html)
}

/** What has begun cannot become an error page: a file that fails half-way ends as a broken download, never as a short one that looks whole. */
async function sendStream(house: House, { res, keys }: Sending, { fileName, type, first }: StreamReply): Promise<void> {
  if (!keys) throw new TypeError('nothing to read with')
  res.attachment(fileName).type(type)
  try {
    await pipeline(Readable.from(textsOf(first, keys)), res)
  } catch (error) {
    if (hasLeft(error)) return
    house.log.error({ requestId: res.req.requestId, err: error }, 'broken while it was sent')
  }
}

async function* textsOf(first: StreamPart, keys: ReadKeys): AsyncGenerator<string> {
  for (let part: StreamPart | undefined = first; part; part = part.next && await keys.read(part.next)) yield part.text
}

/** The reader closed the connection. */
function hasLeft(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
}

function sendRedirect(house: House, res: Response, reply: Extract<Reply, { kind: 'redirect' }>): void {
  if (reply.flash) setCookie(house.config, res, { name: 'flash', value: signed(house, JSON.stringify(reply.flash)), maxAgeSeconds: 60 })
  res.redirect(303, reply.to)
}

/** A message travels one redirect in a signed cookie: no session needed, nothing written. */
function takeFlash(house: House, req: Request, res: Response): Flash | undefined {
  const cookie = cookiesOf(house.config, req).flash
  if (cookie === undefined) return undefined
  setCookie(house.config, res, { name: 'flash' })
  const text = unsigned(house, cookie)
  return text === undefined ? undefined : JSON.parse(text)
}

function signed(house: House, text: string): string {
  const body = Buffer.from(text).toString('base64url')
  return `${body}.${hmac(derivedKey(house.config, 'flash'), body)}`
}

function unsigned(house: House, cookie: string): string | undefined {
  const [body = '', seal = ''] = cookie.split('.')
  return equalText(seal, hmac(derivedKey(house.config, 'flash'), body)) ? Buffer.from(body, 'base64url').toString() : undefined
}
