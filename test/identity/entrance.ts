// An account, a policy and a day for the pure rules of sign-in; tests change what they are about.
import { decoyAccount, type Account } from '../../src/identity/account/account.ts'
import { settingNames, type Settings } from '../../src/identity/limits/settings.ts'
import { type Circumstances, type Policy } from '../../src/identity/sign-in/journey.ts'
import { calendarDate, instant } from '../../src/platform/dates.ts'
import { cell, readDataFile } from '../../src/platform/database/reference.ts'

/** As seeded. */
export const someSettings = settingsOf(new Map(readDataFile('sign-in-settings.csv').map((row) => [cell(row, 'name'), Number(cell(row, 'value'))])))

function settingsOf(values: ReadonlyMap<string, number>): Settings {
  const known = Object.fromEntries(settingNames.map((name) => [name, values.get(name) ?? Number.NaN]))
  return JSON.parse(JSON.stringify(known))
}

export function anAccount(changes: { readonly [K in keyof Account]?: Account[K] | undefined } = {}): Account {
  const usual: Account = {
    ...decoyAccount, id: '7', username: 'saensuk.clerk', organisationId: '3', status: 'active', citizenIdIndex: 'index', email: 'clerk@example.com',
    identityProvenAt: instant('2026-11-10T05:00:00Z'), lastSignInAt: instant('2026-11-19T05:00:00Z'), passwordChangedAt: instant('2026-10-20T05:00:00Z'),
  }
  return Object.assign({}, usual, changes)
}

export function aPolicy(changes: Partial<Policy> = {}): Policy {
  return {
    audience: 'PROV', validFrom: calendarDate('2025-02-18'), validUntil: undefined, askCitizenId: true, thaid: true, confirmPerson: true, askEmail: true,
    newPassword: true, profileStep: false, reproofBefore: undefined, ...changes,
  }
}

/** A clerk at noon of 20 November 2026 in a known browser, ThaiD answering. */
export function circumstances(changes: Partial<Circumstances>): Circumstances {
  return {
    account: anAccount(), policy: aPolicy(), settings: someSettings, now: instant('2026-11-20T05:00:00Z'), browserIsKnown: true, thaidIsDown: false, ...changes,
  }
}
