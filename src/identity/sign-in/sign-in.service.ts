// Moves one sign-in along its plan. Entering a step does what the step needs (a fresh ThaiD challenge, a code by mail); nothing else may.
import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { type Read, type Work } from '../../platform/database/work.ts'
import { newToken, tokenHash } from '../../platform/secrets.ts'
import { accountOfSignIn } from '../account/account.repository.ts'
import { type Account } from '../account/account.ts'
import { identityPaths, stepPath } from '../identity.paths.ts'
import { identityText } from '../identity.text.ts'
import { countOne, findCount, loadSettings } from '../limits/limits.repository.ts'
import { sendCode } from '../otp/otp.service.ts'
import { type IdentityTools } from '../tools.ts'
import { finishSignIn } from './finish.service.ts'
import { placeAfter, planAfter, type EventAt, type Place, type Purpose, type Step } from './journey.ts'
import { type Arrival, type SignIn } from './sign-in.ts'
import { changeSignIn, createSignIn, endSignIn, findSignIn, findSignInForChange } from './sign-in.repository.ts'

export interface Beginning {
  readonly account: Account
  readonly purpose: Purpose
  readonly plan: readonly Step[]
  readonly returnTo: string | undefined
  readonly sessionId?: string
}

/** Opens the row for a proven password (or a reset, or a step-up) under a new cookie value, and enters the first step. */
export async function beginSignIn(work: Work, tools: IdentityTools, beginning: Beginning): Promise<Arrival> {
  const settings = await loadSettings(work)
  const token = newToken()
  const { account, purpose, plan, returnTo, sessionId } = beginning
  const signIn = await createSignIn(work, {
    tokenHash: tokenHash(token), userId: account.id || undefined, purpose, plan, seconds: settings.transaction_seconds, returnTo, ...(sessionId && { sessionId }),
  })
  const arrival = await enter(work, tools, { signIn, place: plan[0] ?? 'done' })
  return { ...arrival, cookies: [{ name: 'pre', value: token, maxAgeSeconds: settings.transaction_seconds }, ...arrival.cookies.filter((cookie) => cookie.name !== 'pre')] }
}

/** The sign-in of this browser, or undefined: expired, finished, never begun. */
export function currentSignIn(read: Read, cookie: string | undefined): Promise<SignIn | undefined> {
  return cookie === undefined ? Promise.resolve(undefined) : findSignIn(read, tokenHash(cookie))
}

export function currentSignInForChange(work: Work, cookie: string | undefined): Promise<SignIn | undefined> {
  return cookie === undefined ? Promise.resolve(undefined) : findSignInForChange(work, tokenHash(cookie))
}

/** An event at a step: the table says where it leads, entering does the rest. */
export async function advance<S extends Step>(work: Work, tools: IdentityTools, move: { signIn: SignIn; step: S; event: EventAt<S> }): Promise<Arrival> {
  const plan = planAfter(move.signIn.plan, String(move.event))
  if (plan !== move.signIn.plan) await changeSignIn(work, move.signIn.id, { plan })
  return enter(work, tools, { signIn: { ...move.signIn, plan }, place: placeAfter(plan, move.step, move.event) })
}

async function enter(work: Work, tools: IdentityTools, { signIn, place }: { signIn: SignIn; place: Place }): Promise<Arrival> {
  if (place === 'void') return voidSignIn(work, tools, { signIn, reason: 'void' })
  if (place === 'done') return finishSignIn(work, tools, signIn)
  if (place === 'thaid') return enterThaid(work, tools, signIn)
  await changeSignIn(work, signIn.id, { step: place })
  if (place === 'otp') return enterOtp(work, tools, signIn)
  return { to: stepPath(place), cookies: [] }
}

/** A fresh challenge, counted per account and hour (§1.8). */
export async function enterThaid(work: Work, tools: IdentityTools, signIn: SignIn): Promise<Arrival> {
  const settings = await loadSettings(work)
  const starts = await countOne(work, { name: 'thaid', subject: counted(signIn), windowSeconds: settings.thaid_window })
  if (starts > settings.thaid_tries) return voidSignIn(work, tools, { signIn, reason: 'thaid-too-many', message: identityText.thaidTooMany })
  await changeSignIn(work, signIn.id, { step: 'thaid', thaid: tools.thaid.begin(), thaidTries: signIn.thaidTries + 1 })
  return { to: stepPath('thaid'), cookies: [] }
}

async function enterOtp(work: Work, tools: IdentityTools, signIn: SignIn): Promise<Arrival> {
  const account = await accountOfSignIn(work, signIn)
  const refusal = await sendCode(work, tools, { signIn, email: signIn.email ?? account.email ?? '' })
  return { to: stepPath('otp'), cookies: [], ...(refusal && { flash: { kind: 'warning', text: refusal } }) }
}

/** Closes the row for good. Many of these in an hour pause the account's sign-ins for a while (§1.8). */
export async function voidSignIn(work: Work, tools: IdentityTools, { signIn, reason, message }: { signIn: SignIn; reason: string; message?: string }): Promise<Arrival> {
  const settings = await loadSettings(work)
  await endSignIn(work, signIn.id, reason)
  if (reason !== 'cancelled') await countOne(work, { name: 'void', subject: counted(signIn), windowSeconds: settings.void_window })
  await recordEvent(work, { code: 'AUTH_VOID', ...(signIn.userId && { userId: signIn.userId }), objectKind: 'sign-in', objectId: signIn.id, reason })
  tools.log.info({ event: 'sign-in void', reason, userId: signIn.userId }, 'sign-in closed')
  return { to: identityPaths.login, cookies: [{ name: 'pre' }], ...(message && { flash: { kind: 'warning', text: message } }) }
}

function counted(signIn: SignIn): string {
  return signIn.userId ?? `decoy ${signIn.id}`
}

/** True while an account has been turned back too often within the hour. */
export async function isPaused(read: Read, userId: string): Promise<boolean> {
  const settings = await loadSettings(read)
  return await findCount(read, { name: 'void', subject: userId, windowSeconds: settings.void_pause }) >= settings.void_transactions
}
