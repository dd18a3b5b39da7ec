// The traffic log (พ.ร.บ.คอมพิวเตอร์ มาตรา 26): who, from where, what, how long; never a query string, a form or a name.
import { randomBytes } from 'node:crypto'
import { type RequestHandler } from 'express'
import { type Log } from '../log.ts'

export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now()
    request.requestId = randomBytes(6).toString('hex').toUpperCase()
    response.once('close', () => {
      log.info({
        requestId: request.requestId, method: request.method, path: request.path.slice(0, 300), status: response.statusCode, userId: response.locals.userId,
        ip: request.ip, bytes: response.getHeader('content-length'), ms: Math.round((performance.now() - begun) * 10) / 10,
      }, 'request')
    })
    next()
  }
}
