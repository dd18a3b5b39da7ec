// Signed double-submit tokens, bound to the session or the sign-in cookie: nothing is written on a GET.
import { randomBytes } from 'node:crypto'
import { doubleCsrf } from 'csrf-csrf'
import { type Request, type Response } from 'express'
import { type Config } from '../config.ts'
import { derivedKey } from '../secrets.ts'
import { cookieName, cookiesOf, setCookie } from './cookies.ts'

export interface Csrf {
  tokenFor(request: Request, response: Response): string
  isValid(request: Request): boolean
}

export function makeCsrf(config: Config): Csrf {
  const secret = derivedKey(config, 'csrf').toString('base64')
  const { generateCsrfToken, validateRequest } = doubleCsrf({
    getSecret: () => secret,
    getSessionIdentifier: (request) => { const cookies = cookiesOf(config, request); return cookies.session ?? cookies.pre ?? '' },
    cookieName: cookieName(config, 'csrf'),
    cookieOptions: { sameSite: 'lax', path: '/', secure: config.secure, httpOnly: true },
    getCsrfTokenFromRequest: (request) => textOf(request.body?._csrf) ?? textOf(request.headers['x-csrf-token']),
  })
  return {
    tokenFor(request, response) {
      const cookies = cookiesOf(config, request)
      if (cookies.session === undefined && cookies.pre === undefined) startAnonymous(config, request, response)
      return generateCsrfToken(request, response)
    },
    isValid: (request) => { const { session, pre } = cookiesOf(config, request); return (session ?? pre) !== undefined && validateRequest(request) },
  }
}

function startAnonymous(config: Config, request: Request, response: Response): void {
  const value = randomBytes(32).toString('base64url')
  request.cookies[cookieName(config, 'pre')] = value
  setCookie(config, response, { name: 'pre', value, maxAgeSeconds: 24 * 3600 })
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
