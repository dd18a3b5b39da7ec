// What can be wrong with ThaiD, switched on by tests, and DOPA's own ways of answering (access-admin-oversight §2.1).
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { systemClock } from '../../platform/clock.ts'
import { instant, secondsBetween } from '../../platform/instant.ts'

export type StandInFault =
  | 'down' | 'slow' | 'no-pid' | 'foreign-audience' | 'foreign-issuer' | 'foreign-key' | 'alg-none' | 'expired-token' | 'expired-answer'

export interface AnswerRules {
  readonly fault: StandInFault | undefined
  readonly nonceEcho: boolean
  readonly key: KeyObject
}

export type Fields = Readonly<Record<string, unknown>>

const epoch = instant('1970-01-01T00:00:00Z')
const accessTokenSeconds = 15 * 60
const hour = 3600

/** `expire_in` is a moment, not a length of time; without `openid` the values stand flat beside the token. */
export function dopaAnswer(answer: Fields, flatClaims: Fields, rules: AnswerRules): Fields {
  const { expires_in: _length, id_token: idToken, ...rest } = answer
  const expiry = { expire_in: secondsNow() + (rules.fault === 'expired-answer' ? -hour : accessTokenSeconds) }
  if (typeof idToken !== 'string') return { ...rest, ...expiry, ...withoutPid(flatClaims, rules.fault) }
  return { ...rest, ...expiry, id_token: rewritten(idToken, rules) }
}

function rewritten(idToken: string, rules: AnswerRules): string {
  const [header = '', payload = ''] = idToken.split('.').map(decoded)
  return signed(JSON.parse(header), spoiled(JSON.parse(payload), rules), rules)
}

function spoiled(claims: Record<string, unknown>, { fault, nonceEcho }: AnswerRules): Fields {
  const { nonce, ...rest } = claims
  const echoed = nonceEcho && nonce !== undefined ? { ...rest, nonce } : rest
  if (fault === 'foreign-audience') return { ...echoed, aud: 'another-agency' }
  if (fault === 'foreign-issuer') return { ...echoed, iss: 'https://imauth.example' }
  if (fault === 'expired-token') return { ...echoed, iat: secondsNow() - 2 * hour, exp: secondsNow() - hour }
  return withoutPid(echoed, fault)
}

function withoutPid(claims: Fields, fault: StandInFault | undefined): Fields {
  const { pid, ...others } = claims
  return fault === 'no-pid' || pid === undefined ? others : { ...others, pid }
}

function signed(header: Fields, claims: Fields, { fault, key }: AnswerRules): string {
  const unsigned = fault === 'alg-none'
  const content = [unsigned ? { alg: 'none' } : header, claims].map((part) => encoded(JSON.stringify(part))).join('.')
  if (unsigned) return `${content}.`
  const signer = fault === 'foreign-key' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey : key
  return `${content}.${sign('sha256', Buffer.from(content), { key: signer, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}

/** Unix time, as tokens count it. */
export function secondsNow(): number {
  return Math.floor(secondsBetween(epoch, systemClock.now()))
}

function decoded(part: string): string {
  return Buffer.from(part, 'base64url').toString('utf8')
}

function encoded(text: string): string {
  return Buffer.from(text).toString('base64url')
}
