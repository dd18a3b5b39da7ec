// Somebody who signed in a moment ago: the benches are not about the way in.
import { addSeconds } from '../../../src/platform/dates.ts'
import { newToken, tokenHash } from '../../../src/platform/secrets.ts'
import { type Person } from '../../budget/world.ts'
import { type TestDatabase } from '../../support/database.ts'
import { Browser } from './browser.ts'

export async function signedIn({ owner, clock }: Pick<TestDatabase, 'owner' | 'clock'>, { officer }: Pick<Person, 'officer'>, base: string): Promise<Browser> {
  const [token, now] = [newToken(), clock.now()]
  await owner('sessions').insert({ token_hash: tokenHash(token), user_id: officer.userId, started_at: now, seen_at: now, expires_at: addSeconds(now, 3600), proven_at: now, ip: '', agent: '' })
  const browser = new Browser(base, '10.0.0.1')
  browser.setCookie('laas.sid', token)
  return browser
}
