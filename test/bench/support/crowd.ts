// The country's clerks, made in five statements: active accounts of all LAOs with one password, most of them in a browser we know.
import { hash } from 'argon2'
import { type Knex } from 'knex'

export interface Clerk {
  readonly username: string
  readonly email: string
  readonly ip: string
  /** The cookie of a known browser; without it a code by mail is asked for. */
  readonly browser: string | undefined
}

export const crowdPassword = 'Long-Queue-At-Half-Past-Eight-69'
export const passwordCost = { type: 2, memoryCost: 19456, timeCost: 2, parallelism: 1 } as const

/** Every fifth comes from a new browser when `newBrowsers` is 20 percent. LAO_FINANCE approves nothing, so the password is enough for the others. */
export async function makeCrowd(owner: Knex, size: number, newBrowsers: number): Promise<Clerk[]> {
  const secret = await hash(crowdPassword, passwordCost)
  await owner.raw(
    `INSERT INTO users (organisation_id, username, status, title, first_name, last_name, position, phone, email, email_verified_at, identity_level, identity_proven_at, password_changed_at)
     SELECT o.id, 'crowd' || lpad(n::text, 6, '0'), 'active', 'นางสาว', 'มาลี', 'ใจดี', 'เจ้าพนักงานการเงินและบัญชี', '', 'crowd' || lpad(n::text, 6, '0') || '@example.com',
       now(), 'thaid', now() - interval '10 days', now() - interval '30 days'
     FROM generate_series(0, :last) n
       JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM organisations WHERE kind = 'LAO') o
         ON o.place = n % (SELECT count(*) FROM organisations WHERE kind = 'LAO')`,
    { last: size - 1 },
  )
  const crowd = `FROM users u WHERE u.username LIKE 'crowd%'`
  await owner.raw(`INSERT INTO password_credentials (user_id, hash, kind, created_at) SELECT u.id, ?, 'own', now() - interval '30 days' ${crowd}`, [secret])
  await owner.raw(`INSERT INTO group_members (organisation_id, user_id, group_code, valid_from) SELECT u.organisation_id, u.id, 'LAO_FINANCE', current_date - 30 ${crowd}`)
  await owner.raw(
    `INSERT INTO audit_events (organisation_id, user_id, code, request_id, ip, agent, occurred_at)
     SELECT u.organisation_id, u.id, 'AUTH_SIGNED_IN', 'crowd', '', '', now() - interval '3 days' ${crowd}`,
  )
  const clerks = Array.from({ length: size }, (_, index) => clerkOf(index, newBrowsers))
  await rememberBrowsers(owner)
  await owner.raw('ANALYZE')
  return clerks
}

function clerkOf(index: number, newBrowsers: number): Clerk {
  const username = `crowd${String(index).padStart(6, '0')}`
  const isNew = (index * newBrowsers) % 100 < newBrowsers
  return { username, email: `${username}@example.com`, ip: `10.${(index >> 8) & 255}.${index & 255}.${(index >> 16) + 1}`, browser: isNew ? undefined : `browser of ${username}` }
}

/** token_hash is the base64url of a SHA-256, network the first three parts of the address. */
async function rememberBrowsers(owner: Knex): Promise<void> {
  await owner.raw(
    `INSERT INTO known_browsers (user_id, token_hash, network, created_at, expires_at)
     SELECT u.id, translate(rtrim(encode(sha256(convert_to('browser of ' || u.username, 'UTF8')), 'base64'), '='), '+/', '-_'),
       format('10.%s.%s', (n >> 8) & 255, n & 255), now() - interval '3 days', now() + interval '4 days'
     FROM users u, LATERAL (SELECT substr(u.username, 6)::int AS n) AS c WHERE u.username LIKE 'crowd%'`,
  )
}
