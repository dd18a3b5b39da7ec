// An account as sign-in sees it. Its citizen id is known only as an HMAC and its last four digits.
import { type Instant } from '../../platform/dates.ts'
import { type OrganisationKind } from '../../platform/database/work.ts'

export interface Account {
  readonly id: string
  readonly username: string
  readonly organisationId: string
  readonly organisationKind: OrganisationKind
  readonly organisationName: string
  readonly provinceCode: string | undefined
  readonly status: 'requested' | 'pending' | 'provisional' | 'active' | 'suspended' | 'cancelled'
  readonly title: string
  readonly firstName: string
  readonly lastName: string
  readonly position: string
  readonly phone: string
  readonly email: string | undefined
  readonly citizenIdIndex: string | undefined
  readonly citizenIdTail: string | undefined
  readonly identityProvenAt: Instant | undefined
  readonly provisionalUntil: Instant | undefined
  readonly passwordChangedAt: Instant | undefined
  readonly lastSignInAt: Instant | undefined
  /** May approve or administer, or looks over others: a second factor at every sign-in (§1.6). */
  readonly isTrusted: boolean
  readonly usesThaid: boolean
}

/** Nobody's account: everything about it fails, in the same words as a real one. */
export const decoyAccount: Account = {
  id: '', username: '', organisationId: '', organisationKind: 'LAO', organisationName: '', provinceCode: undefined, status: 'cancelled', title: '',
  firstName: '', lastName: '', position: '', phone: '', email: undefined, citizenIdIndex: 'nobody', citizenIdTail: undefined,
  identityProvenAt: undefined, provisionalUntil: undefined, passwordChangedAt: undefined, lastSignInAt: undefined, isTrusted: false, usesThaid: true,
}

/** example@gmail.com → xxxple@gmail.com; short local parts show their last letter only (S-07). */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  const local = email.slice(0, at)
  return `xxx${local.slice(local.length <= 3 ? -1 : -3)}${email.slice(at)}`
}
