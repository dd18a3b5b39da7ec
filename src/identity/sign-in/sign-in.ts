// The row that decides: one sign-in under way, found by the hash of a cookie and moved only by the journey's table.
import { addSeconds, type Instant } from '../../platform/dates.ts'
import { type Flash } from '../../platform/http/components.ts'
import { type CookieChange } from '../../platform/http/reply.ts'
import { type Settings } from '../limits/settings.ts'
import { type Place, type Purpose, type Step } from './journey.ts'

/** What ThaiD said, held until confirmed. The number itself is sealed. */
export interface PersonClaim {
  readonly title: string
  readonly firstName: string
  readonly lastName: string
  readonly citizenIdIndex: string
  readonly citizenIdSealed: string
  readonly citizenIdTail: string
  readonly ial: string | undefined
  readonly subjectHash: string
}

export interface SignIn {
  readonly id: string
  /** Undefined: a decoy, so that a forgotten-password form tells nobody whether an account exists. */
  readonly userId: string | undefined
  readonly purpose: Purpose
  readonly plan: readonly Step[]
  readonly step: Place
  readonly typedCitizenIdIndex: string | undefined
  readonly thaid: { readonly state: string; readonly nonce: string; readonly codeVerifier: string } | undefined
  readonly thaidBeganAt: Instant | undefined
  readonly person: PersonClaim | undefined
  readonly email: string | undefined
  readonly citizenIdTries: number
  readonly thaidTries: number
  readonly emailChanges: number
  readonly otpTries: number
  readonly otpCodes: number
  readonly factorProvenAt: Instant | undefined
  readonly returnTo: string | undefined
  readonly sessionId: string | undefined
  readonly createdAt: Instant
}

/** Where the browser goes next and what it is given on the way. */
export interface Arrival {
  readonly to: string
  readonly cookies: readonly CookieChange[]
  readonly flash?: Flash
}

/** Whoever did not come back from ThaiD in time has not proven anything: the next try begins anew (§1.7, timed out). */
export function isThaidOverdue({ thaidBeganAt }: Pick<SignIn, 'thaidBeganAt'>, settings: Pick<Settings, 'thaid_wait'>, now: Instant): boolean {
  return thaidBeganAt !== undefined && addSeconds(thaidBeganAt, settings.thaid_wait) <= now
}

/** 13 digits after which 'Laas#' follows: the circular's first password, never a lasting one. */
export const firstPasswordPattern = /^\d{13}Laas#$/

/** The part of an address that names a network region: IPv4 /24, IPv6 /48. */
export function networkOf(ip: string): string {
  const v4 = /(\d+\.\d+\.\d+)\.\d+$/.exec(ip)
  return v4?.[1] ?? ip.split(':').slice(0, 3).join(':')
}
