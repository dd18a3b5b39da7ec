import { addSeconds, instant, type Instant } from '../../platform/dates.ts'
import { type Read, type Work } from '../../platform/database/work.ts'
import { type ClosedWindow, type Place, type Policy, type Purpose, type Step } from './journey.ts'
import { type PersonClaim, type SignIn } from './sign-in.ts'

export interface NewSignIn {
  readonly tokenHash: string
  readonly userId: string | undefined
  readonly purpose: Purpose
  readonly plan: readonly Step[]
  readonly seconds: number
  readonly returnTo: string | undefined
  readonly sessionId?: string
  readonly claimed?: string
}

export async function createSignIn(work: Work, wanted: NewSignIn): Promise<SignIn> {
  const [row] = await work.db('sign_in_transactions').insert({
    token_hash: wanted.tokenHash, user_id: wanted.userId ?? null, purpose: wanted.purpose, plan: wanted.plan, step: wanted.plan[0],
    return_to: wanted.returnTo ?? null, session_id: wanted.sessionId ?? null, typed_citizen_id_index: wanted.claimed ?? null, ip: work.origin.ip, agent: work.origin.agent,
    created_at: work.now, expires_at: addSeconds(work.now, wanted.seconds),
  }).returning('*')
  return signInOf(row)
}

export async function findSignIn(read: Read, tokenHash: string): Promise<SignIn | undefined> {
  const row = await live(read, tokenHash).first('*')
  return row && signInOf(row)
}

/** Locked until the transaction ends: of two tabs one goes first and the other sees where it led. */
export async function findSignInForChange(work: Work, tokenHash: string): Promise<SignIn | undefined> {
  const row = await live(work, tokenHash).forUpdate().first('*')
  return row && signInOf(row)
}

function live(read: Read, tokenHash: string) {
  return read.db('sign_in_transactions').where({ token_hash: tokenHash }).whereNull('ended_at').where('expires_at', '>', read.now)
}

export interface Change {
  readonly step?: Place
  readonly plan?: readonly Step[]
  readonly tokenHash?: string
  readonly typedCitizenIdIndex?: string
  readonly thaid?: { readonly state: string; readonly nonce: string; readonly codeVerifier: string }
  readonly person?: PersonClaim
  readonly email?: string
  readonly citizenIdTries?: number
  readonly thaidTries?: number
  readonly emailChanges?: number
  readonly otpCodes?: number
  readonly factorProvenAt?: Instant
}

export async function changeSignIn(work: Work, id: string, change: Change): Promise<void> {
  const { thaid, person, plan, ...plain } = change
  const names: Record<string, string> = {
    step: 'step', tokenHash: 'token_hash', typedCitizenIdIndex: 'typed_citizen_id_index', email: 'email', citizenIdTries: 'citizen_id_tries',
    thaidTries: 'thaid_tries', emailChanges: 'email_changes', otpCodes: 'otp_codes', factorProvenAt: 'factor_proven_at',
  }
  const values = Object.fromEntries(Object.entries(plain).map(([name, value]) => [names[name] ?? name, value]))
  await work.db('sign_in_transactions').where({ id }).update({
    ...values, ...(plan && { plan }), ...(person && { person: JSON.stringify(person) }),
    ...(thaid && { thaid_state: thaid.state, thaid_nonce: thaid.nonce, thaid_verifier: thaid.codeVerifier, thaid_began_at: work.now }),
  })
}

/** One more wrong-or-right code, counted before it is looked at. False when there were enough already. */
export async function countOtpTry(work: Work, id: string, most: number): Promise<boolean> {
  const changed = await work.db('sign_in_transactions').where({ id }).where('otp_tries', '<', most).increment('otp_tries', 1)
  return changed === 1
}

export async function endSignIn(work: Work, id: string, reason: string): Promise<void> {
  await work.db('sign_in_transactions').where({ id }).whereNull('ended_at').update({ ended_at: work.now, end_reason: reason })
}

/** All others of this person: what a former password opened leads nowhere. */
export async function endOtherSignIns(work: Work, { userId, exceptId }: { userId: string; exceptId: string | undefined }): Promise<void> {
  await work.db('sign_in_transactions').where({ user_id: userId }).whereNot({ id: exceptId ?? '0' }).whereNull('ended_at').update({ ended_at: work.now, end_reason: 'password-changed' })
}

export async function findPolicies(read: Read, audience: string): Promise<Policy[]> {
  const rows = await read.db('onboarding_policies').where({ audience }).orderBy('valid_from').select('*')
  return rows.map((row) => ({
    audience: row.audience, validFrom: row.valid_from, validUntil: row.valid_until ?? undefined, askCitizenId: row.ask_citizen_id, thaid: row.thaid,
    confirmPerson: row.confirm_person, askEmail: row.ask_email, newPassword: row.new_password, profileStep: row.profile_step, reproofBefore: row.reproof_before ?? undefined,
  }))
}

/** The closing that an audience of a province stands in now. The department itself is never shut out (§4.11). */
export async function findClosedWindow(read: Read, audience: string, provinceCode: string | undefined): Promise<ClosedWindow | undefined> {
  const row = await read.db('system_windows').where({ mode: 'closed' }).whereRaw('? = ANY(audiences)', [audience])
    .whereRaw('(province_code IS NULL OR province_code = ?)', [provinceCode ?? '']).where('starts_at', '<=', read.now).where('ends_at', '>', read.now)
    .orderBy('ends_at', 'desc').first('starts_at', 'ends_at', 'notice')
  return row && { startsAt: instant(row.starts_at), endsAt: instant(row.ends_at), notice: row.notice }
}

interface Row {
  readonly id: string
  readonly user_id: string | null
  readonly purpose: Purpose
  readonly plan: Step[]
  readonly step: Place
  readonly typed_citizen_id_index: string | null
  readonly thaid_state: string | null
  readonly thaid_nonce: string | null
  readonly thaid_verifier: string | null
  readonly thaid_began_at: string | null
  readonly person: PersonClaim | null
  readonly email: string | null
  readonly citizen_id_tries: number
  readonly thaid_tries: number
  readonly email_changes: number
  readonly otp_tries: number
  readonly otp_codes: number
  readonly factor_proven_at: string | null
  readonly return_to: string | null
  readonly session_id: string | null
  readonly created_at: string
}

function signInOf(row: Row): SignIn {
  const { thaid_state: state, thaid_nonce: nonce, thaid_verifier: codeVerifier } = row
  return {
    id: row.id, userId: row.user_id ?? undefined, purpose: row.purpose, plan: row.plan, step: row.step,
    typedCitizenIdIndex: row.typed_citizen_id_index ?? undefined,
    thaid: state && nonce && codeVerifier ? { state, nonce, codeVerifier } : undefined, thaidBeganAt: row.thaid_began_at ? instant(row.thaid_began_at) : undefined,
    person: row.person ?? undefined, email: row.email ?? undefined,
    citizenIdTries: row.citizen_id_tries, thaidTries: row.thaid_tries, emailChanges: row.email_changes, otpTries: row.otp_tries, otpCodes: row.otp_codes,
    factorProvenAt: row.factor_proven_at ? instant(row.factor_proven_at) : undefined,
    returnTo: row.return_to ?? undefined, sessionId: row.session_id ?? undefined, createdAt: instant(row.created_at),
  }
}
