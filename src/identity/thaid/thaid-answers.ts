// Turns whatever went wrong at ThaiD into a failure: its kind decides what the person sees, its detail is for the log. Pure.
import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import { withoutPersonal } from '../../platform/log.ts'
import type { ThaidFailure, ThaidFailureKind } from './thaid.ts'
import { ThaidUnreachable } from './thaid-transport.ts'

/** The provider answered, but not as the one we are set up for. */
export class DiscoveryRefused extends Error {
  override readonly name = 'DiscoveryRefused'
}

// Codes of the RP manual 1.0.1 and of OAuth 2.0; whatever is not listed is `invalid`.
const kindByCode: Readonly<Record<string, ThaidFailureKind>> = {
  access_denied: 'denied',
  user_denied: 'denied',
  invalid_scope: 'misconfigured',
  invalid_client: 'misconfigured',
  unauthorized_client: 'misconfigured',
  server_error: 'unavailable',
  temporarily_unavailable: 'unavailable',
}

// The manual names no code for somebody without ThaiD; this description is our reading until the sandbox shows another.
const unregistered = 'user_not_registered'
const knownDescriptions = [unregistered, 'timeout']

export function failureOf(error: unknown): ThaidFailure {
  const unreachable = causesOf(error).find((cause) => cause instanceof ThaidUnreachable)
  if (unreachable) return { kind: 'unavailable', detail: unreachable.message }
  if (error instanceof DiscoveryRefused) return { kind: 'misconfigured', detail: `discovery: ${reasonOf(error.cause)}` }
  if (error instanceof AuthorizationResponseError) return refusal('authorize', error.error, error.error_description)
  if (error instanceof ResponseBodyError) return refusal('token', error.error)
  return { kind: 'invalid', detail: reasonOf(error) }
}

function refusal(step: string, code: string, description?: string): ThaidFailure {
  // A provider's own text may name a person, so only words known beforehand are passed on.
  const word = /^[a-z_]{1,40}$/.test(code) ? code : 'unreadable error code'
  const known = knownDescriptions.find((text) => text === description)
  const kind = known === unregistered ? 'unregistered' : (kindByCode[word] ?? 'invalid')
  return { kind, detail: known ? `${step}: ${word} (${known})` : `${step}: ${word}` }
}

/** The library's own fixed sentence, the innermost being the most exact; the values it compared stay behind. */
function reasonOf(error: unknown): string {
  const inner = causesOf(error).findLast((cause) => cause instanceof ClientError || cause.name === 'OperationProcessingError')
  const message = inner?.message ?? (error instanceof Error ? error.message : 'unknown fault')
  return withoutPersonal(message).replace(/[\w.~-]{40,}/g, '[withheld]').slice(0, 200)
}

function causesOf(error: unknown): Error[] {
  const causes: Error[] = []
  for (let next = error; next instanceof Error && causes.length < 8; next = next.cause) causes.push(next)
  return causes
}
