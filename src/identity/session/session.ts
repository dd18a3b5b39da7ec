// A session: who, since when, last seen when. Found by the hash of its cookie, never by anything a page carries.
import { addSeconds, type Instant } from '../../platform/dates.ts'
import { type Officer, type ScopeKind, type OrganisationKind } from '../../platform/database/work.ts'

export interface SessionRow {
  readonly officer: Officer
  readonly userId: string
  readonly seenAt: Instant
  readonly expiresAt: Instant
  readonly endReason: 'idle' | 'replaced' | 'signed-out' | 'expired' | 'withdrawn' | 'password-changed' | undefined
  readonly userStatus: string
  readonly provisionalUntil: Instant | undefined
  readonly isShutOut: boolean
}

/** How far each kind of organisation sees (architecture §4): itself · an LAO its sub-units · a province its LAOs · the nation. */
export const scopeOfKind: Readonly<Record<OrganisationKind, ScopeKind>> = { DLA: 'nation', PROV: 'province', LAO: 'lao', SUB: 'unit', PAWN: 'unit' }

/** Why a session is over now, though nobody has closed it. */
export function endingOf(row: SessionRow, now: Instant): 'idle' | 'expired' | 'withdrawn' | undefined {
  if (row.expiresAt <= now) return 'expired'
  if (addSeconds(row.seenAt, row.officer.idle.seconds) <= now) return 'idle'
  if (row.userStatus !== 'active' && row.userStatus !== 'provisional') return 'withdrawn'
  if (row.provisionalUntil && row.provisionalUntil <= now) return 'withdrawn'
  return row.isShutOut ? 'withdrawn' : undefined
}

/** a provisional account works but neither approves, exports bank files nor manages users. */
export function permissionsOf(granted: readonly string[], isProvisional: boolean): ReadonlySet<string> {
  const withheld = (permission: string) => permission.endsWith(':approve') || /^(admin\.(user|group|request):(create|edit)|expense\.ktb:(create|edit|print))$/.test(permission)
  return new Set(isProvisional ? granted.filter((permission) => !withheld(permission)) : granted)
}

export interface SignInRecord {
  readonly at: Instant
  readonly ip: string
  readonly agent: string
}

/** A rough word for the device, enough to notice a stranger's. */
export function deviceOf(agent: string): string {
  const system = /Windows|Android|iPhone|iPad|Mac OS X|Linux/.exec(agent)?.[0] ?? ''
  const browser = agent.includes('Edg/') ? 'Edge' : /Firefox|Chrome|Safari/.exec(agent)?.[0] ?? ''
  return [browser, system].filter(Boolean).join(' · ') || '-'
}
