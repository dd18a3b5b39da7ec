// The journeys as a table (access-admin-oversight §1.1, §1.7). A plan is the list of steps one sign-in must take, made from the policy
// of its audience and day; the row in sign_in_transactions holds plan and step, and nothing in a URL or form can change either.
import { addMonths, bangkokDateOf, compareDates, daysBetween, type CalendarDate, type Instant } from '../../platform/dates.ts'
import { type Account } from '../account/account.ts'
import { type Settings } from '../limits/settings.ts'

export const steps = ['citizen-id', 'thaid', 'person', 'email', 'otp', 'new-password', 'profile'] as const
export type Step = (typeof steps)[number]
/** Where one stays: still on the way, turned back for good, or through. */
export type Place = Step | 'thaid-not-found' | 'done' | 'void'
export type Purpose = 'activate' | 'everyday' | 'reset' | 'step-up' | 'change-email'

export interface Policy {
  readonly audience: string
  readonly validFrom: CalendarDate
  readonly validUntil: CalendarDate | undefined
  readonly askCitizenId: boolean
  readonly thaid: boolean
  readonly confirmPerson: boolean
  readonly askEmail: boolean
  readonly newPassword: boolean
  readonly profileStep: boolean
  readonly reproofBefore: CalendarDate | undefined
}

export interface ClosedWindow {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly notice: string
}

/** What may happen at a step and where it leads; 'next' is the following step of the plan. */
export const journey = {
  'citizen-id': { given: 'next', unregistered: 'thaid-not-found', differs: 'void', exhausted: 'void' },
  thaid: { proven: 'next', unregistered: 'thaid-not-found', differs: 'void', exhausted: 'void', 'by-code': 'otp' },
  person: { confirmed: 'next', wrong: 'citizen-id' },
  email: { given: 'next' },
  otp: { right: 'next', exhausted: 'void', 'by-thaid': 'thaid' },
  'new-password': { chosen: 'next' },
  profile: { saved: 'next' },
} as const satisfies Record<Step, Record<string, 'next' | Place>>

export type EventAt<S extends Step> = keyof (typeof journey)[S]

/** Where an event leads. `person: wrong` only leads back where the plan asks for the number at all. */
export function placeAfter<S extends Step>(plan: readonly Step[], step: S, event: EventAt<S>): Place {
  const moves: Record<PropertyKey, 'next' | Place> = journey[step]
  const target = moves[event] ?? 'void'
  if (target !== 'next') return target
  return plan[plan.indexOf(step) + 1] ?? 'done'
}

/** ThaiD may stand in for a code and a code for ThaiD: the plan then holds the one that was chosen. */
export function planAfter(plan: readonly Step[], event: string): readonly Step[] {
  if (event === 'by-thaid') return plan.map((step) => (step === 'otp' ? 'thaid' : step))
  if (event === 'by-code') return plan.map((step) => (step === 'thaid' ? 'otp' : step))
  return plan
}

/** First use, renewed proof and reset by form: what the policy of the day asks; a bound e-mail is not asked for again. */
export function activationPlan(policy: Policy, account: Pick<Account, 'email'>): Step[] {
  const wanted: readonly [boolean, Step][] = [
    [policy.askCitizenId, 'citizen-id'], [policy.thaid, 'thaid'], [policy.confirmPerson, 'person'],
    [policy.askEmail && account.email === undefined, 'email'], [policy.askEmail, 'otp'],
    [policy.newPassword, 'new-password'], [policy.profileStep, 'profile'],
  ]
  return wanted.flatMap(([isWanted, step]) => (isWanted ? [step] : []))
}

/** Forgotten password (§1.5): the person first, then only the e-mail already bound. The same for everybody, so that a decoy looks alike. */
export const resetPlan: readonly Step[] = ['thaid', 'otp', 'new-password']

export interface Circumstances {
  readonly account: Account
  readonly policy: Policy
  readonly settings: Settings
  readonly now: Instant
  readonly browserIsKnown: boolean
  readonly thaidIsDown: boolean
}

/** Whether this person must go through the whole chain: first use, renewed proof of §1.1, or a year's absence. */
export function needsActivation({ account, policy, settings, now }: Circumstances): boolean {
  if (account.status === 'pending') return true
  if (!policy.thaid) return false
  const proven = account.identityProvenAt && bangkokDateOf(account.identityProvenAt)
  if (proven === undefined) return true
  if (policy.reproofBefore && compareDates(proven, policy.reproofBefore) < 0) return true
  const last = account.lastSignInAt ? bangkokDateOf(account.lastSignInAt) : proven
  return compareDates(addMonths(last, settings.reproof_months), bangkokDateOf(now)) <= 0
}

/** Everyday sign-in (§1.6): empty when the password was enough. While ThaiD is down a code by mail stands in for it. */
export function everydayPlan(circumstances: Circumstances): Step[] {
  const factor = secondFactor(circumstances)
  const due = isPasswordDue(circumstances.account, circumstances.settings, bangkokDateOf(circumstances.now))
  return [...(factor ? [factor] : []), ...(due ? ['new-password' as const] : [])]
}

function secondFactor({ account, settings, now, browserIsKnown, thaidIsDown }: Circumstances): 'otp' | 'thaid' | undefined {
  const today = bangkokDateOf(now)
  const age = (moment: Instant | undefined) => (moment ? daysBetween(bangkokDateOf(moment), today) : Infinity)
  if (!thaidIsDown && isThaidDue(account, settings, today)) return 'thaid'
  if (account.isTrusted || !browserIsKnown || age(account.lastSignInAt) > settings.absent_days) return 'otp'
  return undefined
}

/** Who approves, administers or looks over others proves the person anew every ninety days. */
export function isThaidDue(account: Account, settings: Settings, today: CalendarDate): boolean {
  const proven = account.identityProvenAt
  return account.isTrusted && account.usesThaid && (proven === undefined || daysBetween(bangkokDateOf(proven), today) > settings.thaid_days)
}

export function passwordDueOn(account: Pick<Account, 'passwordChangedAt'>, settings: Pick<Settings, 'password_months'>): CalendarDate | undefined {
  return account.passwordChangedAt && addMonths(bangkokDateOf(account.passwordChangedAt), settings.password_months)
}

export function isPasswordDue(account: Pick<Account, 'passwordChangedAt'>, settings: Settings, today: CalendarDate): boolean {
  const due = passwordDueOn(account, settings)
  return due !== undefined && compareDates(due, today) <= 0
}
