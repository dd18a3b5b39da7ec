// What a right password leads to (access-admin-oversight §1.6, §1.7): refused with a reason, a journey, or straight in.
import { addSeconds, compareDates, formatInstant, formatThaiDate, bangkokDateOf, startOfBangkokDay, type CalendarDate, type Instant } from '../../platform/dates.ts'
import { identityText } from '../identity.text.ts'
import { activationPlan, everydayPlan, needsActivation, type Circumstances, type ClosedWindow, type Policy, type Purpose, type Step } from '../sign-in/journey.ts'

export type Decision =
  | { readonly kind: 'refused'; readonly reason: string; readonly message: string }
  | { readonly kind: 'journey'; readonly purpose: Purpose; readonly plan: readonly Step[] }
  | { readonly kind: 'in' }

export interface Credential {
  readonly kind: 'first' | 'own'
  readonly expiresAt: Instant | undefined
}

export interface Entrance {
  readonly circumstances: Omit<Circumstances, 'policy'>
  readonly credential: Credential
  readonly policies: readonly Policy[]
  readonly closed: ClosedWindow | undefined
}

/** The policy of an audience on a day; undefined before its opening. */
export function policyOn(policies: readonly Policy[], day: CalendarDate): Policy | undefined {
  return policies.find((policy) => compareDates(policy.validFrom, day) <= 0 && (!policy.validUntil || compareDates(day, policy.validUntil) < 0))
}

export function decide(entrance: Entrance): Decision {
  const { circumstances, credential } = entrance
  const shut = shutReason(entrance)
  if (shut) return shut
  const policy = policyOn(entrance.policies, bangkokDateOf(circumstances.now))
  if (!policy) return refused('not-open', identityText.windowNotOpen(openingDay(entrance.policies)))
  if (credential.expiresAt && credential.expiresAt <= circumstances.now) return refused('first-password-expired', identityText.firstPasswordExpired)
  const whole = { ...circumstances, policy }
  if (credential.kind === 'first' || needsActivation(whole)) return { kind: 'journey', purpose: 'activate', plan: activationPlan(policy, circumstances.account) }
  const plan = everydayPlan(whole)
  return plan.length === 0 ? { kind: 'in' } : { kind: 'journey', purpose: 'everyday', plan }
}

function shutReason({ circumstances: { account, now }, closed }: Entrance): Decision | undefined {
  if (account.status === 'suspended' || account.status === 'cancelled' || account.status === 'requested') return refused('cancelled', identityText.accountCancelled)
  if (account.provisionalUntil && account.provisionalUntil <= now) return refused('provisional-over', identityText.accountCancelled)
  if (closed && account.organisationKind !== 'DLA') return refused('window', identityText.windowClosed(...boundsOf(closed), closed.notice))
  return undefined
}

function refused(reason: string, message: string): Decision {
  return { kind: 'refused', reason, message }
}

/** Whole days by their dates, the last closed day being the one before the end; anything shorter with its hours. */
function boundsOf({ startsAt, endsAt }: ClosedWindow): [string, string] {
  const isMidnight = (moment: Instant) => startOfBangkokDay(bangkokDateOf(moment)) === moment
  if (!isMidnight(startsAt) || !isMidnight(endsAt)) return [formatInstant(startsAt), formatInstant(endsAt)]
  return [formatThaiDate(bangkokDateOf(startsAt)), formatThaiDate(bangkokDateOf(addSeconds(endsAt, -1)))]
}

function openingDay(policies: readonly Policy[]): string {
  const first = policies.map((policy) => policy.validFrom).sort(compareDates)[0]
  return first ? formatThaiDate(first) : ''
}
