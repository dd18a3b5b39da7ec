import { describe, expect, it } from 'vitest'
import { maskEmail } from '../../../src/identity/account/account.ts'
import { codeClock, newCode, referenceOf, type Challenge } from '../../../src/identity/otp/otp.ts'
import { codeSchema } from '../../../src/identity/otp/otp.schema.ts'
import { addSeconds, instant } from '../../../src/platform/dates.ts'
import { someSettings } from '../entrance.ts'

const sent = instant('2026-11-20T05:00:00Z')
const challenge = (changes: Partial<Challenge> = {}): Challenge => ({ id: '1', reference: 'E00152', codeHash: '', createdAt: sent, acceptedAt: sent, ...changes })
const clockAt = (seconds: number, given = challenge()) => codeClock(given, someSettings, addSeconds(sent, seconds))

describe('the clock of a code', () => {
  it('runs five minutes, to the second', () => {
    expect(clockAt(0)).toEqual({ isSending: false, isExpired: false, secondsLeft: 300, resendIn: 60 })
    expect(clockAt(299)).toMatchObject({ isExpired: false, secondsLeft: 1 })
    expect(clockAt(300)).toMatchObject({ isExpired: true, secondsLeft: 0 })
  })

  it('lets a new code be asked for after one minute', () => {
    expect([clockAt(59).resendIn, clockAt(60).resendIn, clockAt(61).resendIn]).toEqual([1, 0, 0])
  })

  it('R-6: begins when the relay took the mail, however long it waited in the outbox', () => {
    expect(clockAt(240, challenge({ acceptedAt: undefined }))).toEqual({ isSending: true, isExpired: false, secondsLeft: 300, resendIn: 60 })
    const late = challenge({ acceptedAt: addSeconds(sent, 240) })
    expect(clockAt(241, late)).toMatchObject({ isSending: false, secondsLeft: 299 })
    expect([clockAt(539, late).isExpired, clockAt(540, late).isExpired]).toEqual([false, true])
  })
})

describe('a code and its reference', () => {
  it('is six digits, zeros in front included, and does not repeat itself', () => {
    const codes = Array.from({ length: 400 }, newCode)
    expect(codes.filter((code) => !/^\d{6}$/.test(code))).toEqual([])
    expect(new Set(codes).size).toBeGreaterThan(390)
    expect(codes.some((code) => code.startsWith('0'))).toBe(true)
  })

  it('has a reference of E and five digits', () => {
    expect([referenceOf(152), referenceOf(1), referenceOf(99999)]).toEqual(['E00152', 'E00001', 'E99999'])
  })

  it('is read in Thai digits and with spaces', () => {
    expect(codeSchema.parse({ code: ' ๑๒๓ 456 ' })).toEqual({ code: '123456' })
    for (const code of ['', '   ', undefined, ['123456'], '1'.repeat(21)]) expect(codeSchema.safeParse({ code }).success).toBe(false)
  })
})

describe('the address on the page', () => {
  it.each([
    ['example@gmail.com', 'xxxple@gmail.com'], ['ktb303@gmail.com', 'xxx303@gmail.com'], ['abcd@x.go.th', 'xxxbcd@x.go.th'],
    ['abc@x.go.th', 'xxxc@x.go.th'], ['ab@x.go.th', 'xxxb@x.go.th'], ['a@x.go.th', 'xxxa@x.go.th'],
  ])('%s is shown as %s', (email, shown) => {
    expect(maskEmail(email)).toBe(shown)
  })
})
