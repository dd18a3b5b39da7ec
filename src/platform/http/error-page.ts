// The last catcher: one page with a reference number, the same number in the log. What went wrong inside is never shown.
// Whoever is at work sees it inside their own frame; where that cannot be drawn, the plain page needs nobody and nothing.
import { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express'
import { isUnreachable, visitor, type Officer } from '../database/work.ts'
import { Conflict, Forbidden, NotFound, RuleBroken, Unavailable } from '../errors.ts'
import { type Link } from './components.ts'
import { type House } from './house.ts'
import { errorText } from './error.text.ts'
import { findOfficer, officerIn } from './officer.ts'
import { sendDownPage } from './overload.ts'
import { plainPage, type PageReply } from './reply.ts'
import { sendReply } from './send.ts'

type Kind = keyof typeof errorText.pages

function kindOf(error: unknown): { kind: Kind; status: number; message?: string } {
  if (error instanceof NotFound) return { kind: 'notFound', status: 404 }
  if (error instanceof Forbidden) return error.message === 'csrf' ? { kind: 'staleForm', status: 403 } : { kind: 'forbidden', status: 403 }
  if (error instanceof Conflict) return { kind: 'conflict', status: 409, message: error.message }
  if (error instanceof RuleBroken) return { kind: 'refused', status: 422, message: Object.values(error.errors).join(' ') }
  const status = statusOf(error)
  return status === 413 ? { kind: 'tooLarge', status } : status !== undefined && status < 500 ? { kind: 'badRequest', status } : { kind: 'broken', status: 500 }
}

/** No route has asked who this is. Without an answer the page is as plain as for anybody. */
export function notFoundPage(house: House): RequestHandler {
  return async (req, res) => {
    await findOfficer(house, { req, res }).catch((error: unknown) => house.log.error({ requestId: req.requestId, err: error }, 'unavailable'))
    throw new NotFound('route')
  }
}

export function errorPage(house: House): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    if (error instanceof Unavailable || isUnreachable(error)) {
      house.log.error({ requestId: response.req.requestId, err: error }, 'unavailable')
      return sendDownPage(response)
    }
    return showError(house, response, error)
  }
}

async function showError(house: House, response: Response, error: unknown): Promise<void> {
  const { kind, status, message } = kindOf(error)
  const reference = response.req.requestId
  if (status === 500) house.log.error({ requestId: reference, err: error }, 'unexpected')
  const officer = officerIn(response)
  const { title, advice } = errorText.pages[kind]
  const plain = plainPage('errors/error', {
    title, pageHeader: { title }, breadcrumb: [{ text: title }], advice, message: message && /[฀-๿]/.test(message) ? message : '', reference,
    ways: waysBack(house, response.req, officer && leadsBack.includes(kind)),
  }, { status })
  if (officer && status < 500 && await isFramed(house, response, { officer, reply: { ...plain, layout: 'app' } })) return
  await sendReply(house, { res: response, reply: plain, actor: visitor, draft: undefined })
}

/** After these the page that was posted from is still there. */
const leadsBack: readonly Kind[] = ['staleForm', 'conflict', 'refused', 'tooLarge', 'badRequest']

function waysBack(house: House, { method, path }: Request, mayGoBack: boolean | undefined): Link[] {
  const from = mayGoBack && method === 'POST' ? house.pageOf(path) : '/'
  return [...(from === '/' ? [] : [{ text: errorText.back, href: from }]), { text: errorText.home, href: '/' }]
}

/** False when the frame itself cannot be drawn: what must not fail then is the plain page. */
async function isFramed(house: House, response: Response, { officer, reply }: { officer: Officer; reply: PageReply }): Promise<boolean> {
  try {
    await sendReply(house, { res: response, reply, actor: officer, draft: undefined })
    return true
  } catch (error) {
    house.log.error({ requestId: response.req.requestId, err: error }, 'frame of the error page')
    return false
  }
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof Error && error.name === 'MulterError') return 413
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : undefined
}
