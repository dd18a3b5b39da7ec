import { type Read, type Work } from '../../platform/database/work.ts'
import { instant, type Instant } from '../../platform/dates.ts'
import { decoyAccount, type Account } from './account.ts'

/**
 * Live sign-in reads it under its own role; office roles have no right to the columns about the citizen id.
 * The last sign-in is read from the log: sessions are forgotten 30 days after their end, a year's absence is not.
 */
const columns = `u.id, u.username, u.organisation_id, o.kind AS organisation_kind, o.name AS organisation_name, o.province_code, u.status,
  u.title, u.first_name, u.last_name, u.position, u.phone, u.email, u.citizen_id_index, u.citizen_id_tail, u.identity_proven_at,
  u.provisional_until, u.password_changed_at, u.identity_level,
  (SELECT e.occurred_at FROM audit_events e WHERE e.user_id = u.id AND e.code = 'AUTH_SIGNED_IN' ORDER BY e.id DESC LIMIT 1) AS last_sign_in_at,
  o.kind IN ('PROV', 'DLA') OR EXISTS (
    SELECT 1 FROM group_members m JOIN group_permissions p ON p.group_code = m.group_code
    WHERE m.user_id = u.id AND (p.action = 'approve' OR (p.menu_code IN ('admin.user', 'admin.group') AND p.action IN ('create', 'edit')))
  ) AS is_trusted`

export async function findAccountByUsername(read: Read, username: string): Promise<Account | undefined> {
  const { rows } = await read.db.raw(`SELECT ${columns} FROM users u JOIN organisations o ON o.id = u.organisation_id WHERE u.username = ?`, [username])
  return rows[0] && accountOf(rows[0])
}

export async function getAccount(read: Read, id: string): Promise<Account> {
  const { rows } = await read.db.raw(`SELECT ${columns} FROM users u JOIN organisations o ON o.id = u.organisation_id WHERE u.id = ?`, [id])
  if (!rows[0]) throw new Error(`user ${id} is gone`)
  return accountOf(rows[0])
}

/** The account of a sign-in; a decoy's is nobody's. */
export function accountOfSignIn(read: Read, signIn: { readonly userId: string | undefined }): Promise<Account> {
  return signIn.userId === undefined ? Promise.resolve(decoyAccount) : getAccount(read, signIn.userId)
}

export interface CurrentPassword {
  readonly hash: string
  readonly kind: 'first' | 'own'
  readonly expiresAt: Instant | undefined
}

export interface Candidate {
  readonly account: Account | undefined
  readonly current: CurrentPassword | undefined
  readonly browserIsKnown: boolean
}

/** Whoever the name belongs to, with what the password step looks at: one question, the same whether or not there is such a name. */
export async function findCandidate(read: Read, given: { username: string; browserHash: string; network: string }): Promise<Candidate> {
  const { rows } = await read.db.raw(
    `SELECT ${columns}, c.hash AS current_hash, c.kind AS current_kind, c.expires_at AS current_expires_at, EXISTS (SELECT 1 FROM known_browsers b
       WHERE b.user_id = u.id AND b.token_hash = :browserHash AND b.network = :network AND b.revoked_at IS NULL AND b.expires_at > :now) AS browser_is_known
     FROM users u JOIN organisations o ON o.id = u.organisation_id LEFT JOIN password_credentials c ON c.user_id = u.id AND c.ended_at IS NULL WHERE u.username = :username`,
    { ...given, now: read.now },
  )
  const [row] = rows
  if (!row) return { account: undefined, current: undefined, browserIsKnown: false }
  const current = row.current_hash === null ? undefined : { hash: row.current_hash, kind: row.current_kind, expiresAt: row.current_expires_at ?? undefined }
  return { account: accountOf(row), current, browserIsKnown: row.browser_is_known }
}

export async function findCurrentHash(read: Read, userId: string): Promise<CurrentPassword | undefined> {
  const row = await read.db('password_credentials').where({ user_id: userId }).whereNull('ended_at').first('hash', 'kind', 'expires_at')
  return row && { hash: row.hash, kind: row.kind, expiresAt: row.expires_at ?? undefined }
}

/** Hashes of this and earlier passwords, newest first. */
export async function findPasswordHistory(read: Read, userId: string, howMany: number): Promise<string[]> {
  const rows = await read.db('password_credentials').where({ user_id: userId }).orderBy('id', 'desc').limit(howMany).select('hash')
  return rows.map((row) => row.hash)
}

export async function replacePassword(work: Work, userId: string, hash: string): Promise<void> {
  await work.db('password_credentials').where({ user_id: userId }).whereNull('ended_at').update({ ended_at: work.now })
  await work.db('password_credentials').insert({ user_id: userId, hash, kind: 'own', created_at: work.now })
  await work.db('users').where({ id: userId }).update({ password_changed_at: work.now })
}

export interface ProvenPerson {
  readonly citizenIdIndex: string
  readonly citizenIdSealed: string
  readonly citizenIdTail: string
  readonly title: string
  readonly firstName: string
  readonly lastName: string
  readonly ial: string | undefined
  readonly subjectHash: string
}

/** binds the citizen id that ThaiD proved. The caller has compared it with the stored one. */
export async function bindPerson(work: Work, userId: string, person: ProvenPerson): Promise<void> {
  await work.db('users').where({ id: userId }).update({
    citizen_id_index: person.citizenIdIndex, citizen_id_sealed: person.citizenIdSealed, citizen_id_tail: person.citizenIdTail,
    identity_level: 'thaid', identity_proven_at: work.now, thaid_ial: person.ial ?? null, thaid_subject_hash: person.subjectHash,
    title: work.db.raw(`CASE WHEN first_name = '' THEN ? ELSE title END`, [person.title]),
    last_name: work.db.raw(`CASE WHEN first_name = '' THEN ? ELSE last_name END`, [person.lastName]),
    first_name: work.db.raw(`CASE WHEN first_name = '' THEN ? ELSE first_name END`, [person.firstName]),
  })
}

/** whether this person already has another live account in the organisation. */
export async function hasOtherAccount(read: Read, account: Account, citizenIdIndex: string): Promise<boolean> {
  const row = await read.db('users').where({ organisation_id: account.organisationId, citizen_id_index: citizenIdIndex })
    .whereIn('status', ['pending', 'provisional', 'active', 'suspended']).whereNot({ id: account.id }).first('id')
  return row !== undefined
}

export async function bindEmail(work: Work, userId: string, email: string): Promise<void> {
  await work.db('users').where({ id: userId }).update({ email, email_verified_at: work.now })
}

export async function saveProfile(work: Work, userId: string, profile: { title: string; firstName: string; lastName: string; position: string; phone: string }): Promise<void> {
  await work.db('users').where({ id: userId }).update({
    title: profile.title, first_name: profile.firstName, last_name: profile.lastName, position: profile.position, phone: profile.phone,
  })
}

/** The number somebody says is theirs, before ThaiD has proven it. */
export async function claimCitizenId(work: Work, userId: string, claim: { index: string; sealed: string; tail: string }): Promise<void> {
  await work.db('users').where({ id: userId }).update({
    citizen_id_index: claim.index, citizen_id_sealed: claim.sealed, citizen_id_tail: claim.tail, identity_level: 'self_asserted', identity_proven_at: work.now,
  })
}

export async function setStatus(work: Work, userId: string, change: { status: Account['status']; provisionalUntil?: Instant }): Promise<void> {
  await work.db('users').where({ id: userId }).update({ status: change.status, provisional_until: change.provisionalUntil ?? null })
}

export async function revokeKnownBrowsers(work: Work, userId: string): Promise<void> {
  await work.db('known_browsers').where({ user_id: userId }).whereNull('revoked_at').update({ revoked_at: work.now })
}

export async function rememberBrowser(work: Work, browser: { userId: string; tokenHash: string; network: string; expiresAt: Instant }): Promise<void> {
  await work.db('known_browsers').insert({
    user_id: browser.userId, token_hash: browser.tokenHash, network: browser.network, created_at: work.now, expires_at: browser.expiresAt,
  })
}

const holdsToday = 'm.valid_from <= :today AND (m.valid_until IS NULL OR m.valid_until > :today)'

/** Whose circle must hear of an alarm: the heads of finance of the account's organisation. */
export async function findHeads(read: Read, organisationId: string): Promise<{ email: string }[]> {
  return read.db('users as u').join('group_members as m', 'm.user_id', 'u.id').where({ 'u.organisation_id': organisationId, 'u.status': 'active' })
    .whereIn('m.group_code', ['LAO_FIN_HEAD', 'SUB_FIN_HEAD', 'PAWN_MANAGER', 'PROV_HEAD', 'DLA_USERADMIN']).whereRaw(holdsToday, { today: read.today })
    .whereNotNull('u.email').select('u.email')
}

/** Who looks over an account's office: the head of its province, for a province the department. */
export async function findOverseers(read: Read, account: Pick<Account, 'organisationKind' | 'provinceCode'>): Promise<{ email: string }[]> {
  const people = read.db('users as u').join('group_members as m', 'm.user_id', 'u.id').join('organisations as o', 'o.id', 'u.organisation_id').where({ 'u.status': 'active' })
    .whereRaw(holdsToday, { today: read.today }).whereNotNull('u.email').select('u.email')
  if (account.organisationKind === 'PROV' || account.provinceCode === undefined) return people.where({ 'o.kind': 'DLA', 'm.group_code': 'DLA_USERADMIN' })
  return people.where({ 'o.kind': 'PROV', 'o.province_code': account.provinceCode, 'm.group_code': 'PROV_HEAD' })
}

function accountOf(row: Record<string, string | boolean | null>): Account {
  const text = (name: string): string => String(row[name] ?? '')
  const optional = (name: string): string | undefined => (row[name] === null ? undefined : text(name))
  const moment = (name: string): Instant | undefined => (row[name] === null ? undefined : instant(text(name)))
  return {
    id: text('id'), username: text('username'), organisationId: text('organisation_id'), organisationKind: text('organisation_kind') as Account['organisationKind'],
    organisationName: text('organisation_name'), provinceCode: optional('province_code'), status: text('status') as Account['status'],
    title: text('title'), firstName: text('first_name'), lastName: text('last_name'), position: text('position'), phone: text('phone'),
    email: optional('email'), citizenIdIndex: optional('citizen_id_index'), citizenIdTail: optional('citizen_id_tail'),
    identityProvenAt: row.identity_level === 'none' ? undefined : moment('identity_proven_at'),
    provisionalUntil: moment('provisional_until'), passwordChangedAt: moment('password_changed_at'), lastSignInAt: moment('last_sign_in_at'),
    isTrusted: row.is_trusted === true, usesThaid: row.identity_level === 'thaid',
  }
}

export async function findSealedCitizenId(read: Read, userId: string): Promise<string | undefined> {
  const row = await read.db('users').where({ id: userId }).first('citizen_id_sealed')
  return row?.citizen_id_sealed ?? undefined
}
