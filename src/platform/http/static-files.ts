// The files of public/, read and compressed once at start: nothing is compressed twice, and one version names them all.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { type Request, type RequestHandler } from 'express'

const packings = ['br', 'gzip'] as const
type Encoding = (typeof packings)[number] | 'identity'

interface StaticFile {
  readonly type: string
  readonly etag: string
  readonly bodies: Readonly<Partial<Record<Encoding, Buffer>>> & { readonly identity: Buffer }
}

export interface StaticFiles {
  /** Changes with any of the files; pages append it to the addresses of styles and scripts. */
  readonly version: string
  readonly serve: RequestHandler
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml', '.html': 'text/html; charset=utf-8', '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png', '.ico': 'image/x-icon', '.webmanifest': 'application/manifest+json',
}

export function staticFiles(folder: string): StaticFiles {
  const files = new Map(pathsIn(folder).map((path) => [path, readStatic(join(folder, path))]))
  const version = digest(Buffer.from([...files].map(([path, file]) => `${path} ${file.etag}`).join('\n')))
  return { version, serve: (request, response, next) => {
    const file = request.method === 'GET' || request.method === 'HEAD' ? files.get(request.path) : undefined
    if (!file) return next()
    const encoding = encodingFor(request, file)
    // An address with this very version never changes its content. Scripts import each other without one: those ask again after five minutes.
    response.set('Cache-Control', request.query.v === version ? 'public, max-age=31536000, immutable' : 'public, max-age=300')
    response.set({ 'Content-Type': file.type, ETag: `"${file.etag}-${encoding}"` }).vary('Accept-Encoding')
    if (encoding !== 'identity') response.set('Content-Encoding', encoding)
    response.send(file.bodies[encoding] ?? file.bodies.identity)
  } }
}

function pathsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`).sort()
}

function readStatic(path: string): StaticFile {
  const identity = readFileSync(path)
  const type = types[extname(path)]
  if (type === undefined) throw new Error(`no content type for ${path}`)
  const packed = /^text|svg|json/.test(type) ? { br: brotliCompressSync(identity), gzip: gzipSync(identity, { level: constants.Z_BEST_COMPRESSION }) } : {}
  return { type, etag: digest(identity), bodies: { identity, ...packed } }
}

/** The smallest that the browser takes; asked one by one, because browsers name gzip before br without meaning it. */
function encodingFor(request: Request, { bodies }: StaticFile): Encoding {
  return packings.find((encoding) => bodies[encoding] && request.acceptsEncodings(encoding) === encoding) ?? 'identity'
}

function digest(content: Buffer): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 16)
}
