// Headers. Nothing from anywhere else is loaded, framed or posted to; pages of a signed-in person are never kept by a cache.
import { type RequestHandler } from 'express'
import helmet from 'helmet'
import { type Config } from '../config.ts'

export function securityHeaders(config: Config): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], fontSrc: ["'self'"], imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"], formAction: ["'self'"], frameAncestors: ["'none'"], baseUri: ["'none'"],
        ...(config.secure && { upgradeInsecureRequests: [] }),
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: config.secure && { maxAge: 63072000, includeSubDomains: true },
  })
}
