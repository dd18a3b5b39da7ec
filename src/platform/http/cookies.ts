// Our cookies, by purpose. All are HttpOnly, SameSite=Lax and, over https, Secure with the __Host- prefix.
import { parseCookie, stringifySetCookie } from 'cookie'
import { type NextFunction, type Request, type Response } from 'express'
import { type Config } from '../config.ts'
import { type CookieChange } from './reply.ts'

export type CookieName = CookieChange['name'] | 'csrf' | 'flash'

const shortNames: Readonly<Record<CookieName, string>> = {
  session: 'laas.sid', pre: 'laas.pre', browser: 'laas.browser', ticket: 'laas.ticket', entry: 'laas.entry', csrf: 'laas.csrf', flash: 'laas.flash',
}

export function cookieName(config: Config, name: CookieName): string {
  return `${config.secure ? '__Host-' : ''}${shortNames[name]}`
}

export function cookieParser(config: Config) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    request.cookies = parseCookie(request.headers.cookie ?? '')
    request.ourCookies = cookiesOf(config, request)
    next()
  }
}

/** What the browser brought, by purpose. */
export function cookiesOf(config: Config, request: Request): Record<CookieName, string | undefined> {
  const value = (name: CookieName) => request.cookies[cookieName(config, name)]
  return { session: value('session'), pre: value('pre'), browser: value('browser'), ticket: value('ticket'), entry: value('entry'), csrf: value('csrf'), flash: value('flash') }
}

export function setCookie(config: Config, response: Response, change: { name: CookieName; value?: string | undefined; maxAgeSeconds?: number | undefined }): void {
  const gone = change.value === undefined
  response.append('Set-Cookie', stringifySetCookie({
    name: cookieName(config, change.name), value: change.value ?? '', path: '/', httpOnly: true, sameSite: 'lax', secure: config.secure,
    ...(gone ? { maxAge: 0 } : change.maxAgeSeconds !== undefined ? { maxAge: change.maxAgeSeconds } : {}),
  }))
}
