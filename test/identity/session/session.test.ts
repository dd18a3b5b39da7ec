import { describe, expect, it } from 'vitest'
import { deviceOf, endingOf, permissionsOf, type SessionRow } from '../../../src/identity/session/session.ts'
import { type Officer } from '../../../src/platform/database/work.ts'
import { addSeconds, instant } from '../../../src/platform/dates.ts'

const noon = instant('2026-11-20T05:00:00Z')
const officer: Officer = {
  kind: 'officer', userId: '1', sessionId: '1', username: 'a', name: 'ก', position: '', organisationId: '1', organisationName: '', organisationKind: 'LAO', scope: 'lao',
  provinceCode: '20', permissions: new Set(), provisional: false, provenAt: noon, proofSeconds: 600, idle: { seconds: 1800, warnSeconds: 150 },
}

function endingAfter(seconds: number, changes: Partial<SessionRow> = {}): string | undefined {
  const row: SessionRow = {
    officer, userId: '1', seenAt: noon, expiresAt: addSeconds(noon, 43200), endReason: undefined, userStatus: 'active', provisionalUntil: undefined, isShutOut: false, ...changes,
  }
  return endingOf(row, addSeconds(noon, seconds))
}

describe('a session', () => {
  it('AC-22: ends after thirty idle minutes, not a second before', () => {
    expect([endingAfter(1799), endingAfter(1800)]).toEqual([undefined, 'idle'])
  })

  it('ends after twelve hours however busy', () => {
    const busy = { seenAt: addSeconds(noon, 43199) }
    expect([endingAfter(43199, busy), endingAfter(43200, busy)]).toEqual([undefined, 'expired'])
  })

  it.each(['suspended', 'cancelled', 'requested', 'pending'])('of an account that became %s is over at once', (userStatus) => {
    expect(endingAfter(1, { userStatus })).toBe('withdrawn')
  })

  it('R-4: of a provisional account ends with its seven days', () => {
    const row = { userStatus: 'provisional', provisionalUntil: addSeconds(noon, 10) }
    expect([endingAfter(9, row), endingAfter(10, row)]).toEqual([undefined, 'withdrawn'])
  })

  it('ends when the system closes for its audience', () => {
    expect(endingAfter(1, { isShutOut: true })).toBe('withdrawn')
  })
})

describe('R-4: what a provisional account may do', () => {
  const granted = ['revenue.receipt:create', 'revenue.remit:approve', 'admin.user:view', 'admin.user:create', 'admin.group:edit', 'expense.ktb:view', 'expense.ktb:create', 'home.profile:edit']

  it('it works, but neither approves, exports bank files nor manages users', () => {
    expect([...permissionsOf(granted, true)]).toEqual(['revenue.receipt:create', 'admin.user:view', 'expense.ktb:view', 'home.profile:edit'])
  })

  it('a confirmed account may all that its groups may', () => {
    expect([...permissionsOf(granted, false)]).toEqual(granted)
  })
})

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', 'Firefox · Linux'], ['Mozilla/5.0 (Windows NT 10.0) Chrome/130 Safari/537 Edg/130', 'Edge · Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1', 'Safari · iPhone'], ['curl/8', '-'], ['', '-'],
])('a device is named roughly: %s', (agent, word) => {
  expect(deviceOf(agent)).toBe(word)
})
