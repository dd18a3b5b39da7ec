// A browser without a screen: cookies, forms, compressed answers. Thinner than test/support/visit.ts, because the load generator must not be the bottleneck.
import { Agent, request as send, type IncomingHttpHeaders } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

const agent = new Agent({ keepAlive: true, maxSockets: Infinity, maxFreeSockets: 1024 })
const agentName = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0'

export class Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** As it came over the wire. */
  readonly raw: Buffer
  readonly #sent: number
  readonly ms: number

  constructor(received: { status: number; headers: IncomingHttpHeaders; raw: Buffer; sentAt: number }) {
    this.status = received.status
    this.headers = received.headers
    this.raw = received.raw
    this.#sent = received.sentAt
    this.ms = performance.now() - this.#sent
  }

  get text(): string {
    const { 'content-encoding': encoding } = this.headers
    if (encoding === 'br') return brotliDecompressSync(this.raw).toString()
    return (encoding === 'gzip' ? gunzipSync(this.raw) : this.raw).toString()
  }

  get location(): string {
    return this.headers.location ?? ''
  }
}

export class Browser {
  readonly #base: string
  readonly #ip: string
  readonly #cookies = new Map<string, string>()

  constructor(base: string, ip: string) {
    this.#base = base
    this.#ip = ip
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.#send(path, { method: 'GET', headers, body: undefined })
  }

  post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    const body = new URLSearchParams(fields).toString()
    return this.#send(path, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(body)) }, body })
  }

  #send(path: string, { method, headers, body }: { method: string; headers: Readonly<Record<string, string>>; body: string | undefined }): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const all = { 'user-agent': agentName, 'accept-encoding': 'gzip, deflate, br', 'x-forwarded-for': this.#ip, ...(cookie && { cookie }), ...headers }
    const sentAt = performance.now()
    return new Promise((resolve, reject) => {
      const going = send(`${this.#base}${path}`, { method, agent, timeout: 60_000, headers: all }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.once('error', reject)
        response.once('end', () => {
          for (const line of response.headers['set-cookie'] ?? []) this.#take(line)
          resolve(new Answer({ status: response.statusCode ?? 0, headers: response.headers, raw: Buffer.concat(chunks), sentAt }))
        })
      })
      going.once('timeout', () => going.destroy(new Error('no answer within 60 s')))
      going.once('error', reject)
      going.end(body)
    })
  }

  #take(line: string): void {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    if (/max-age=0/i.test(line)) this.#cookies.delete(pair.slice(0, at))
    else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
}

/** The anti-forgery token of a page's forms. */
export function tokenOf(html: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
}

/** Ends the idle connections, so that the process may end. */
export function closeBrowsers(): void {
  agent.destroy()
}
