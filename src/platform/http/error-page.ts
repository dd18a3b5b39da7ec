// The last catcher: one page with a reference number, the same number in the log. What went wrong inside is never shown.
import { type ErrorRequestHandler, type RequestHandler, type Response } from 'express'
import { isUnreachable } from '../database/work.ts'
import { Conflict, Forbidden, NotFound, RuleBroken, Unavailable } from '../errors.ts'
import { type House } from './house.ts'
import { errorText } from './error.text.ts'
import { sendDownPage } from './overload.ts'
import { plainPage } from './reply.ts'
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

export function notFoundPage(): RequestHandler {
  return () => { throw new NotFound('route') }
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
  const { title, advice } = errorText.pages[kind]
  const reply = plainPage('errors/error', { title, pageHeader: { title }, advice, message: message && /[฀-๿]/.test(message) ? message : '', reference }, { status })
  await sendReply(house, { res: response, reply, actor: { kind: 'visitor' }, draft: undefined })
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof Error && error.name === 'MulterError') return 413
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : undefined
}
