import { describe, expect, it } from 'vitest'
import { calendarDate, instant } from '../../../src/platform/dates.ts'
import {
  activationPlan, everydayPlan, isPasswordDue, isThaidDue, journey, needsActivation, passwordDueOn, placeAfter, planAfter, resetPlan, steps, type Place, type Step,
} from '../../../src/identity/sign-in/journey.ts'
import { anAccount, aPolicy, circumstances, someSettings } from '../entrance.ts'

const whole: readonly Step[] = ['citizen-id', 'thaid', 'person', 'email', 'otp', 'new-password', 'profile']

/** §1.7 once more, by hand: step, event, and where it leads on the way that has every step. */
const table: readonly (readonly [Step, string, Place])[] = [
  ['citizen-id', 'given', 'thaid'], ['citizen-id', 'unregistered', 'thaid-not-found'], ['citizen-id', 'differs', 'void'], ['citizen-id', 'exhausted', 'void'],
  ['thaid', 'proven', 'person'], ['thaid', 'unregistered', 'thaid-not-found'], ['thaid', 'differs', 'void'], ['thaid', 'exhausted', 'void'], ['thaid', 'by-code', 'otp'],
  ['person', 'confirmed', 'email'], ['person', 'wrong', 'citizen-id'],
  ['email', 'given', 'otp'],
  ['otp', 'right', 'new-password'], ['otp', 'exhausted', 'void'], ['otp', 'by-thaid', 'thaid'],
  ['new-password', 'chosen', 'profile'],
  ['profile', 'saved', 'done'],
]

/** Any event at any step, past the compiler: a row in the database may hold an old word. */
function after(step: Step, event: string, plan = whole): Place {
  if (!isAnything(event)) throw new Error('an event has a name')
  return placeAfter(plan, step, event)
}

function isAnything(event: string): event is never {
  return event !== ''
}

describe('the table of the journey', () => {
  it.each(table)('at %s the event %s leads to %s', (step, event, place) => {
    expect(after(step, event)).toBe(place)
  })

  it('knows no event that this test does not', () => {
    const known = steps.flatMap((step) => Object.keys(journey[step]).map((event) => `${step} ${event}`)).sort()
    expect(known).toEqual(table.map(([step, event]) => `${step} ${event}`).sort())
  })

  it('closes the row at an event that does not belong to the step', () => {
    const events = [...new Set(table.map(([, event]) => event))]
    const strange = steps.flatMap((step) => events.filter((event) => !(event in journey[step])).map((event) => after(step, event)))
    expect(strange.length).toBeGreaterThan(60)
    expect(new Set(strange)).toEqual(new Set(['void']))
  })

  it('is done after the last step of any plan, and skips what the plan does not have', () => {
    expect(after('otp', 'right', ['otp'])).toBe('done')
    expect(after('thaid', 'proven', ['thaid', 'otp', 'new-password'])).toBe('otp')
    expect(after('otp', 'right', ['otp', 'new-password'])).toBe('new-password')
  })

  it('lets ThaiD stand in for a code and a code for ThaiD, and changes no other plan', () => {
    expect(planAfter(['otp', 'new-password'], 'by-thaid')).toEqual(['thaid', 'new-password'])
    expect(planAfter(['thaid'], 'by-code')).toEqual(['otp'])
    for (const event of ['right', 'proven', 'given', 'chosen']) expect(planAfter(whole, event)).toBe(whole)
  })
})

describe('which steps a first use has', () => {
  it('takes every step the policy asks for, in the order of the letter', () => {
    expect(activationPlan(aPolicy({ profileStep: true }), { email: undefined })).toEqual(whole)
  })

  it('does not ask again for an address that is bound, but proves it', () => {
    expect(activationPlan(aPolicy(), { email: 'a@example.com' })).toEqual(['citizen-id', 'thaid', 'person', 'otp', 'new-password'])
  })

  it.each([
    ['askCitizenId', 'citizen-id'], ['thaid', 'thaid'], ['confirmPerson', 'person'], ['newPassword', 'new-password'],
  ] as const)('without %s there is no %s', (name, step) => {
    expect(activationPlan(aPolicy({ [name]: false }), { email: undefined })).not.toContain(step)
  })

  it('never resets a password without the person and the registered address', () => {
    expect(resetPlan).toEqual(['thaid', 'otp', 'new-password'])
  })
})

describe('who goes through the whole chain again', () => {
  const proven = (day: string) => instant(`${day}T05:00:00Z`)

  it('whoever has not been activated, and whoever was never proven', () => {
    expect(needsActivation(circumstances({ account: anAccount({ status: 'pending' }) }))).toBe(true)
    expect(needsActivation(circumstances({ account: anAccount({ identityProvenAt: undefined }) }))).toBe(true)
    expect(needsActivation(circumstances({}))).toBe(false)
  })

  it('whoever was proven before the day of the policy, and nobody proven on it', () => {
    const policy = aPolicy({ reproofBefore: calendarDate('2025-02-18') })
    const now = instant('2025-03-01T03:00:00Z')
    const at = (day: string) => needsActivation(circumstances({ policy, now, account: anAccount({ identityProvenAt: proven(day), lastSignInAt: proven(day) }) }))
    expect([at('2025-02-17'), at('2025-02-18')]).toEqual([true, false])
  })

  it('nobody while the policy asks for no ThaiD', () => {
    expect(needsActivation(circumstances({ policy: aPolicy({ thaid: false }), account: anAccount({ identityProvenAt: undefined }) }))).toBe(false)
  })

  it('whoever was away for twelve months, counted from the proof for those who never signed in', () => {
    const away = (lastSignInAt: string | undefined, identityProvenAt: string) => needsActivation(circumstances({
      now: instant('2026-11-20T05:00:00Z'), account: anAccount({ lastSignInAt: lastSignInAt === undefined ? undefined : proven(lastSignInAt), identityProvenAt: proven(identityProvenAt) }),
    }))
    expect(away('2025-11-21', '2025-01-01')).toBe(false)
    expect(away('2025-11-20', '2025-01-01')).toBe(true)
    expect(away(undefined, '2025-11-20')).toBe(true)
    expect(away(undefined, '2026-11-01')).toBe(false)
  })
})

describe('everyday sign-in', () => {
  const daysAgo = (days: number) => instant(new Date(Date.UTC(2026, 10, 20 - days, 5)).toISOString())
  const plan = (changes: Parameters<typeof circumstances>[0]) => everydayPlan(circumstances(changes))

  it('AC-19: a clerk in a known browser needs the password alone; in another browser a code', () => {
    expect(plan({})).toEqual([])
    expect(plan({ browserIsKnown: false })).toEqual(['otp'])
  })

  it('AC-20: whoever approves, administers or oversees proves a second factor every time', () => {
    expect(plan({ account: anAccount({ isTrusted: true }) })).toEqual(['otp'])
  })

  it('a clerk who was away for more than thirty days proves a code even in a known browser', () => {
    expect(plan({ account: anAccount({ lastSignInAt: daysAgo(30) }) })).toEqual([])
    expect(plan({ account: anAccount({ lastSignInAt: daysAgo(31) }) })).toEqual(['otp'])
  })

  it('heads prove ThaiD every ninety days; while it is down a code stands in (R-5)', () => {
    const head = (days: number) => anAccount({ isTrusted: true, identityProvenAt: daysAgo(days) })
    expect(plan({ account: head(90) })).toEqual(['otp'])
    expect(plan({ account: head(91) })).toEqual(['thaid'])
    expect(plan({ account: head(91), thaidIsDown: true })).toEqual(['otp'])
    expect(plan({ account: anAccount({ identityProvenAt: daysAgo(91) }) })).toEqual([])
    expect(isThaidDue(head(91), someSettings, calendarDate('2026-11-20'))).toBe(true)
  })

  it('AC-21: a password of 1 March is due on 1 September, before anything else that follows the second factor', () => {
    const account = anAccount({ passwordChangedAt: instant('2025-03-01T04:00:00Z') })
    expect(passwordDueOn(account, someSettings)).toBe('2025-09-01')
    expect(isPasswordDue(account, someSettings, calendarDate('2025-08-31'))).toBe(false)
    expect(isPasswordDue(account, someSettings, calendarDate('2025-09-01'))).toBe(true)
    const recent = { lastSignInAt: instant('2025-08-31T05:00:00Z'), identityProvenAt: instant('2025-08-01T05:00:00Z') }
    expect(plan({ now: instant('2025-09-01T01:00:00Z'), account: { ...account, ...recent } })).toEqual(['new-password'])
    expect(plan({ now: instant('2025-09-01T01:00:00Z'), account: { ...account, ...recent }, browserIsKnown: false })).toEqual(['otp', 'new-password'])
  })
})
