// Keys and seals. One master secret from the environment; every purpose has its own key derived from it.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

interface Keys {
  readonly SECRET_KEY: string
  readonly CITIZEN_ID_KEY: string
  readonly CITIZEN_ID_INDEX_KEY: string
}

const derived = new WeakMap<object, Map<string, Buffer>>()

/** A 32-byte key for one purpose; derived once. */
export function derivedKey(keys: Pick<Keys, 'SECRET_KEY'>, purpose: string): Buffer {
  const known = derived.get(keys) ?? new Map<string, Buffer>()
  const key = known.get(purpose) ?? Buffer.from(hkdfSync('sha256', Buffer.from(keys.SECRET_KEY, 'base64'), '', `laas ${purpose}`, 32))
  derived.set(keys, known.set(purpose, key))
  return key
}

/** A random token for a cookie or link: 256 bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** How a token is kept: whoever reads the table cannot use it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

export function hmac(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}

export function equalText(one: string, other: string): boolean {
  const [a, b] = [createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest()]
  return timingSafeEqual(a, b)
}

/** Citizen ids at rest: AES-256-GCM, and an HMAC with another key to find them by (access-admin-oversight §9.1). Neither key is in the database. */
export interface CitizenIdSeal {
  seal(citizenId: string): string
  open(sealed: string): string
  index(citizenId: string): string
}

export function citizenIdSeal(keys: Keys): CitizenIdSeal {
  const key = Buffer.from(keys.CITIZEN_ID_KEY, 'base64')
  const indexKey = Buffer.from(keys.CITIZEN_ID_INDEX_KEY, 'base64')
  return {
    seal(citizenId) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(citizenId, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
    index: (citizenId) => hmac(indexKey, citizenId),
  }
}
