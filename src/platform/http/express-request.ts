import { type Request } from 'express'
import { type FormRequest } from './request.ts'

/** The part of an Express request that handlers may see. */
export function requestOf(req: Request): FormRequest {
  return {
    path: req.path,
    params: Object.fromEntries(Object.entries(req.params).map(([name, value]) => [name, String(value)])),
    query: Object.fromEntries(Object.entries(req.query).map(([name, value]) => [name, typeof value === 'string' ? value : undefined])),
    body: req.body ?? {},
    files: filesOf(req),
    cookies: req.ourCookies,
    origin: { requestId: req.requestId, ip: req.ip ?? '', agent: (req.headers['user-agent'] ?? '').slice(0, 300) },
  }
}

function filesOf(req: Request): FormRequest['files'] {
  const files = Array.isArray(req.files) ? req.files : []
  return files.map((file) => ({ field: file.fieldname, name: file.originalname, bytes: file.buffer }))
}

declare module 'express-serve-static-core' {
  interface Request {
    requestId: string
    /** Our cookies by purpose, set where cookies are parsed. */
    ourCookies: FormRequest['cookies']
  }
}
