import { describe, expect, it } from 'vitest'
import { makeLog } from '../../src/platform/log.ts'
import { citizenIdSeal, derivedKey, newToken, tokenHash } from '../../src/platform/secrets.ts'

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const keys = { SECRET_KEY: key(1), CITIZEN_ID_KEY: key(2), CITIZEN_ID_INDEX_KEY: key(3) }

describe('secrets', () => {
  it('a citizen id is sealed differently each time, found by one index, and opened only with its key (AC-70)', () => {
    const seal = citizenIdSeal(keys)
    const [one, other] = [seal.seal('1100000000016'), seal.seal('1100000000016')]
    expect(one).not.toBe(other)
    expect(one).not.toContain('1100000000016')
    expect(seal.open(one)).toBe('1100000000016')
    expect(seal.index('1100000000016')).toBe(citizenIdSeal({ ...keys, CITIZEN_ID_KEY: key(9) }).index('1100000000016'))
    expect(() => citizenIdSeal({ ...keys, CITIZEN_ID_KEY: key(9) }).open(one)).toThrow('authenticate')
  })

  it('a changed seal is refused', () => {
    const seal = citizenIdSeal(keys)
    const bytes = Buffer.from(seal.seal('1100000000016'), 'base64url')
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1
    expect(() => seal.open(bytes.toString('base64url'))).toThrow('authenticate')
  })

  it('every purpose has its own key, every token 256 bits, every hash hides its token', () => {
    expect(derivedKey(keys, 'csrf').equals(derivedKey(keys, 'otp'))).toBe(false)
    const token = newToken()
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(tokenHash(token)).not.toContain(token)
  })
})

describe('the log', () => {
  it('withholds citizen ids, e-mail addresses, passwords and codes, wherever a careless line puts them', () => {
    const lines: string[] = []
    const log = makeLog('debug', { write: (line: string) => { lines.push(line) } })
    log.info({ password: 'Thale-9', nested: { code: '123456' } }, 'somchai@example.com typed 1-1000-00000-01-6')
    log.error({ err: new Error('duplicate key 1100000000016 for a@b.co') }, 'x')
    expect(lines.join('')).not.toMatch(/Thale-9|123456|somchai@|1-1000-00000-01-6|1100000000016|a@b\.co/)
    expect(lines[1]).toContain('"level":"ERROR"')
  })
})
