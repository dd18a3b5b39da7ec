import { type Pool } from '../../platform/database/connection.ts'
import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { addSeconds, bangkokDateOf, secondsBetween, type Instant } from '../../platform/dates.ts'
import { visitor, type Database, type Officer, type OfficerRead, type OfficerWork, type Origin, type Work } from '../../platform/database/work.ts'
import { type FoundSession } from '../../platform/http/house.ts'
import { type CookieChange } from '../../platform/http/reply.ts'
import { newToken, tokenHash } from '../../platform/secrets.ts'
import { type Account } from '../account/account.ts'
import { revokeKnownBrowsers } from '../account/account.repository.ts'
import { loadSettings } from '../limits/limits.repository.ts'
import { endingOf, type SignInRecord } from './session.ts'
import { createSession, endSession, endSessionsOf, findSession, findSignIns, lockUser, setProven, touchSession } from './session.repository.ts'

/** Looks a cookie up at every request. An ended or idle session says why, once per click, for as long as the row is kept. */
export function sessionFinder(database: Database, signInPool: Pool): (token: string, origin: Origin, isQuiet: boolean) => Promise<FoundSession> {
  return async (token, origin, isQuiet) => {
    const now = database.clock.now()
    const row = await findSession(signInPool, tokenHash(token), { now, today: bangkokDateOf(now) })
    if (!row) return undefined
    if (row.endReason) return { ended: row.endReason, userId: row.userId }
    const ending = endingOf(row, now)
    if (ending) {
      await database.work(visitor, origin, (work) => closeSession(work, row.officer, ending))
      return { ended: ending, userId: row.userId }
    }
    if (!isQuiet && secondsBetween(row.seenAt, now) >= 60) await touchSession(signInPool, row.officer.sessionId, now)
    return { officer: row.officer }
  }
}

/** A new session under a new cookie; an older one of the same person ends with a notice (setting). */
export async function startSession(work: Work, account: Account, provenAt: Instant | undefined): Promise<CookieChange[]> {
  const settings = await loadSettings(work)
  await lockUser(work, account.id)
  if (settings.one_session === 1) await endSessionsOf(work, account.id, 'replaced')
  const token = newToken()
  const never = addSeconds(work.now, -settings.session_seconds)
  await createSession(work, { tokenHash: tokenHash(token), userId: account.id, provenAt: provenAt ?? never, expiresAt: addSeconds(work.now, settings.session_seconds) })
  await recordEvent(work, { code: 'AUTH_SIGNED_IN', userId: account.id, organisationId: account.organisationId })
  return [{ name: 'session', value: token, maxAgeSeconds: settings.session_seconds }]
}

async function closeSession(work: Work, officer: Officer, reason: 'idle' | 'expired' | 'withdrawn'): Promise<void> {
  await endSession(work, officer.sessionId, reason)
  await recordEvent(work, { code: 'SESSION_ENDED', userId: officer.userId, organisationId: officer.organisationId, reason })
}

export async function signOut(work: Work, officer: Officer): Promise<void> {
  await endSession(work, officer.sessionId, 'signed-out')
  await recordEvent(work, { code: 'AUTH_SIGNED_OUT', userId: officer.userId, organisationId: officer.organisationId })
}

/** On every machine, and no browser is known any more. */
export async function signOutEverywhere(work: Work, officer: Officer): Promise<void> {
  await endSessionsOf(work, officer.userId, 'signed-out')
  await revokeKnownBrowsers(work, officer.userId)
  await recordEvent(work, { code: 'AUTH_SIGNED_OUT_EVERYWHERE', userId: officer.userId, organisationId: officer.organisationId })
}

/** The session counts as freshly proven, under a new cookie. */
export async function proveSession(work: Work, sessionId: string): Promise<CookieChange[]> {
  const { session_seconds: seconds } = await loadSettings(work)
  const token = newToken()
  await setProven(work, sessionId, tokenHash(token))
  return [{ name: 'session', value: token, maxAgeSeconds: seconds }]
}

/** ID-12: when and from where this person signed in before. The newest is the session at hand. */
export function findOwnSignIns(read: OfficerRead | OfficerWork): Promise<SignInRecord[]> {
  return findSignIns(read, read.actor.userId, 10)
}
