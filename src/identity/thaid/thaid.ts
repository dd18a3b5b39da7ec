// ThaiD, the Department of Provincial Administration's proof of identity: the two ports and how its answer is read. Pure.
import { z } from 'zod'
import { isCitizenId, type CitizenId } from '../../platform/citizen-id.ts'
import type { Instant } from '../../platform/instant.ts'

/** Kept in the sign-in row between S-04 and the answer; one use only. */
export interface ThaidChallenge {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

export interface ThaidCallback extends ThaidChallenge {
  /** The address ThaiD sent the browser back to, as our server received it; only its query is read. */
  readonly callbackUrl: string
}

/** What ThaiD vouches for. Tokens, address and birth date are never part of it. */
export interface ThaidIdentity {
  readonly citizenId: CitizenId
  readonly titleTh?: string
  readonly givenNameTh: string
  readonly middleNameTh?: string
  /** Empty for the few people whose registration has none. */
  readonly familyNameTh: string
  readonly ial?: string
  readonly subject: string
  readonly source: 'pid' | 'sub'
  readonly provedAt: Instant
}

/**
 * `mismatch` is said by sign-in, after comparing with the account; the adapter never says it. `unregistered` leads to S-03.
 * `unavailable` and `misconfigured` never count against the person.
 */
export type ThaidFailureKind = 'denied' | 'unregistered' | 'mismatch' | 'unavailable' | 'misconfigured' | 'invalid'

export interface ThaidFailure {
  readonly kind: ThaidFailureKind
  /** For the log only: names a reason, never a person, token or code. */
  readonly detail: string
}

export interface ThaidHealth {
  /** False while the breaker is open: pages say so before anybody tries. */
  readonly available: boolean
  readonly breaker: 'closed' | 'open' | 'half-open'
}

export interface ThaidAuthPort {
  /** Random values for one attempt. No network. */
  begin(): ThaidChallenge
  /** The link on S-04. No network once the provider has been discovered. */
  authorizationUrl(challenge: ThaidChallenge): Promise<string | ThaidFailure>
  /** Exchanges the code on the server and answers who stands there. Never inside a transaction. */
  complete(callback: ThaidCallback): Promise<ThaidIdentity | ThaidFailure>
  /** What is known without asking. */
  health(): ThaidHealth
  /** Asks once, at start or from a job; undefined when all is well. */
  prepare(): Promise<ThaidFailure | undefined>
}

export type RegistryAnswer =
  | { readonly registered: true; readonly titleTh?: string; readonly givenNameTh: string; readonly familyNameTh: string }
  | { readonly registered: false }
  | { readonly unavailable: true }

/** "Is this citizen registered in ThaiD?" Only informs (S-03); it never authenticates. */
export interface ThaidRegistryPort {
  lookup(citizenId: CitizenId): Promise<RegistryAnswer>
}

export function isThaidFailure(answer: string | ThaidIdentity | ThaidFailure): answer is ThaidFailure {
  return typeof answer === 'object' && 'kind' in answer
}

const word = z.union([z.string(), z.number().transform(String)]).transform((text) => text.trim())
const named = z.preprocess((value) => value ?? undefined, word.optional().catch(undefined))

// The same names stand in the id_token and, when `openid` is not asked for, flat beside the access token (RP manual 1.0.1).
const claimsShape = z.object({
  pid: named,
  sub: named,
  title: named,
  given_name: named,
  middle_name: named,
  family_name: named,
  ial: named,
})

type Claims = z.infer<typeof claimsShape>

export interface ReadingRules {
  readonly pidFromSub: boolean
  readonly provedAt: Instant
}

/** A missing or unreadable id is a wrong setting, never a mismatch: it must not void anybody's account. */
export function readIdentity(answer: unknown, rules: ReadingRules): ThaidIdentity | ThaidFailure {
  const parsed = claimsShape.safeParse(answer)
  if (!parsed.success) return { kind: 'misconfigured', detail: 'the answer holds no claims' }
  const found = findCitizenId(parsed.data, rules.pidFromSub)
  if ('kind' in found) return found
  if (!parsed.data.given_name) return { kind: 'misconfigured', detail: 'given_name is missing' }
  return { ...found, ...nameOf(parsed.data), subject: parsed.data.sub || found.citizenId, provedAt: rules.provedAt }
}

function findCitizenId(claims: Claims, pidFromSub: boolean): Pick<ThaidIdentity, 'citizenId' | 'source'> | ThaidFailure {
  const source = claims.pid || !pidFromSub ? 'pid' : 'sub'
  const text = claims[source]
  if (!text) return { kind: 'misconfigured', detail: `${source} is missing` }
  if (!isCitizenId(text)) return { kind: 'misconfigured', detail: `${source} is not a citizen id` }
  return { citizenId: text, source }
}

function nameOf(claims: Claims): Pick<ThaidIdentity, 'titleTh' | 'givenNameTh' | 'middleNameTh' | 'familyNameTh' | 'ial'> {
  return {
    givenNameTh: claims.given_name ?? '',
    familyNameTh: claims.family_name ?? '',
    ...(claims.title ? { titleTh: claims.title } : {}),
    ...(claims.middle_name ? { middleNameTh: claims.middle_name } : {}),
    ...(claims.ial ? { ial: claims.ial } : {}),
  }
}
