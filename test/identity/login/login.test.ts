import { describe, expect, it } from 'vitest'
import { decide, policyOn, type Credential, type Decision } from '../../../src/identity/login/login.ts'
import { findClosedWindow, findPolicies } from '../../../src/identity/sign-in/sign-in.repository.ts'
import { type Account } from '../../../src/identity/account/account.ts'
import { ownOrigin, visitor, type OrganisationKind } from '../../../src/platform/database/work.ts'
import { calendarDate, instant, type Instant } from '../../../src/platform/dates.ts'
import { testDatabase } from '../../support/database.ts'
import { anAccount, aPolicy, someSettings } from '../entrance.ts'

const db = await testDatabase()
const own: Credential = { kind: 'own', expiresAt: undefined }
const first: Credential = { kind: 'first', expiresAt: instant('2030-01-01T00:00:00Z') }

/** The seeded policies and windows, at a moment in Bangkok. */
async function decideAt(kind: OrganisationKind, moment: string, given: { credential?: Credential; account?: Partial<Account> } = {}): Promise<Decision> {
  const now = instant(`${moment}+07:00`)
  db.clock.set(now)
  const account = anAccount({ organisationKind: kind, provinceCode: '20', status: 'pending', email: undefined, identityProvenAt: undefined, lastSignInAt: undefined, passwordChangedAt: undefined, ...given.account })
  return db.database.read(visitor, ownOrigin, async (read) => decide({
    credential: given.credential ?? first, policies: await findPolicies(read, kind), closed: await findClosedWindow(read, kind, '20'),
    circumstances: { account, settings: someSettings, now, browserIsKnown: true, thaidIsDown: false },
  }))
}

async function planAt(kind: OrganisationKind, moment: string, given: Parameters<typeof decideAt>[2] = {}): Promise<readonly string[] | string> {
  const decision = await decideAt(kind, moment, given)
  if (decision.kind === 'refused') return decision.message
  return decision.kind === 'in' ? 'in' : decision.plan
}

const chain = ['citizen-id', 'thaid', 'person', 'email', 'otp', 'new-password']

describe('the five journeys by date', () => {
  it.each(['PROV', 'PAWN'] as const)('%s: nobody before 18 February 2568, the whole chain from that day', async (kind) => {
    expect(await planAt(kind, '2025-01-31T23:59:59')).toContain('18 กุมภาพันธ์ 2568')
    expect(await planAt(kind, '2025-02-18T00:00:00')).toEqual(chain)
    expect(await planAt(kind, '2026-11-20T12:00:00')).toEqual(chain)
  })

  it('LAO: the system holds the number already and does not ask for it', async () => {
    expect(await planAt('LAO', '2024-12-01T12:00:00')).toContain('18 กุมภาพันธ์ 2568')
    expect(await planAt('LAO', '2025-02-18T00:00:00')).toEqual(chain.slice(1))
  })

  it('sub-unit before 18 February 2568: e-mail, code, password and the profile form, no ThaiD', async () => {
    expect(await planAt('SUB', '2024-10-14T23:59:59')).toContain('15 ตุลาคม 2567')
    expect(await planAt('SUB', '2024-10-15T00:00:00')).toEqual(['email', 'otp', 'new-password', 'profile'])
    expect(await planAt('SUB', '2025-01-31T23:59:59')).toEqual(['email', 'otp', 'new-password', 'profile'])
  })

  it('sub-unit from 18 February 2568: everyone verifies again, with the own password of the first round', async () => {
    const account = { status: 'active' as const, email: 's@example.com', identityProvenAt: instant('2024-10-20T05:00:00Z'), lastSignInAt: instant('2025-01-31T05:00:00Z') }
    expect(await planAt('SUB', '2025-01-31T12:00:00', { credential: own, account })).toBe('in')
    expect(await planAt('SUB', '2025-02-18T00:00:00', { credential: own, account })).toEqual(['citizen-id', 'thaid', 'person', 'otp', 'new-password'])
    expect(await planAt('SUB', '2025-02-18T00:00:00')).toEqual(chain)
  })

  it('the department is open all along', async () => {
    for (const moment of ['2024-10-01T08:00:00', '2025-02-05T08:00:00', '2026-01-01T08:00:00']) expect(await planAt('DLA', moment)).toEqual(chain)
  })

  it('AC-18: from 1 to 17 February 2568 everybody but the department is told both dates', async () => {
    for (const kind of ['PROV', 'LAO', 'SUB', 'PAWN'] as const) {
      for (const moment of ['2025-02-01T00:00:00', '2025-02-17T23:59:59']) {
        const answer = await planAt(kind, moment)
        expect(answer).toContain('1 กุมภาพันธ์ 2568')
        expect(answer).toContain('17 กุมภาพันธ์ 2568')
      }
      expect(String(await planAt(kind, '2025-01-31T23:59:59'))).not.toContain('ปิดการใช้งาน')
    }
  })

  it('a policy holds from its first day to the day before its last', () => {
    const policy = aPolicy({ validFrom: calendarDate('2025-01-01'), validUntil: calendarDate('2025-02-01') })
    const found = (day: string) => policyOn([policy], calendarDate(day))
    expect([found('2024-12-31'), found('2025-01-01'), found('2025-01-31'), found('2025-02-01')]).toEqual([undefined, policy, policy, undefined])
  })
})

describe('who is refused after the right password', () => {
  const noon = '2026-11-20T12:00:00'
  const refusal = async (given: Parameters<typeof decideAt>[2]) => {
    const decision = await decideAt('LAO', noon, given)
    return decision.kind === 'refused' ? decision.reason : decision.kind
  }

  it.each(['suspended', 'cancelled', 'requested'] as const)('an account that is %s', async (status) => {
    expect(await refusal({ credential: own, account: { status } })).toBe('cancelled')
  })

  it('a first password on the second it ends, not the one before', async () => {
    const at = (expiresAt: Instant) => refusal({ credential: { kind: 'first', expiresAt } })
    expect(await at(instant('2026-11-20T05:00:00Z'))).toBe('first-password-expired')
    expect(await at(instant('2026-11-20T05:00:01Z'))).toBe('journey')
  })

  it('a provisional account on the second its seven days are over', async () => {
    const proven = { status: 'provisional' as const, identityProvenAt: instant('2026-11-13T05:00:00Z'), lastSignInAt: instant('2026-11-13T05:00:00Z') }
    expect(await refusal({ credential: own, account: { ...proven, provisionalUntil: instant('2026-11-20T05:00:00Z') } })).toBe('provisional-over')
    expect(await refusal({ credential: own, account: { ...proven, provisionalUntil: instant('2026-11-20T05:00:01Z') } })).toBe('in')
  })

  it('a window is told before anything about the account\'s day, and the standing of the account before the window', async () => {
    const decision = await decideAt('LAO', '2025-02-05T12:00:00', { account: { status: 'cancelled' } })
    expect(decision).toMatchObject({ kind: 'refused', reason: 'cancelled' })
    expect(await decideAt('LAO', '2025-02-05T12:00:00')).toMatchObject({ kind: 'refused', reason: 'window' })
  })
})
