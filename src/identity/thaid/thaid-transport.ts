// Every request to ThaiD goes through here: one time limit for head and body, no redirect followed, the breaker, the optional API key.
import type { CustomFetch, CustomFetchOptions } from 'openid-client'
import type { CircuitBreaker } from './circuit-breaker.ts'

export interface TransportSettings {
  readonly timeoutMs: number
  readonly apiKey?: string
  readonly apiKeyHeader?: string
}

/** ThaiD could not be asked, or could not answer. */
export class ThaidUnreachable extends Error {
  override readonly name = 'ThaidUnreachable'
}

const tooManyRequests = 429

/** Without a breaker the outcome counts for nothing: used for revoking, which nobody waits for. */
export function thaidFetch(settings: TransportSettings, breaker?: CircuitBreaker): CustomFetch {
  return async (url, options) => {
    if (breaker && !breaker.admit()) throw new ThaidUnreachable('circuit open')
    try {
      const response = await ask(settings, url, options)
      breaker?.succeeded()
      return response
    } catch (error) {
      breaker?.failed()
      throw error
    }
  }
}

async function ask(settings: TransportSettings, url: string, options: CustomFetchOptions): Promise<Response> {
  const { method } = options
  const headers = { ...options.headers, ...(method === 'POST' ? apiKeyOf(settings) : {}) }
  const signal = AbortSignal.timeout(settings.timeoutMs)
  try {
    const response = await fetch(url, { method, headers, body: options.body ?? null, redirect: 'manual', signal })
    const text = await response.text()
    if (response.status >= 500 || response.status === tooManyRequests) throw new ThaidUnreachable(`status ${response.status}`)
    return new Response(text === '' ? null : text, { status: response.status, headers: headersOf(response) })
  } catch (error) {
    if (error instanceof ThaidUnreachable) throw error
    throw new ThaidUnreachable(signal.aborted ? 'timed out' : 'connection failed', { cause: error })
  }
}

function apiKeyOf(settings: TransportSettings): Record<string, string> {
  return settings.apiKey ? { [settings.apiKeyHeader ?? 'x-imauth-apikey']: settings.apiKey } : {}
}

function headersOf(response: Response): Headers {
  const headers = new Headers(response.headers)
  // The text is already unpacked; and a challenge header would hide the error code in the body, which says who is at fault.
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'www-authenticate']) headers.delete(name)
  return headers
}
