// Moves one sign-in along its plan. Entering a step does what the step needs (a fresh ThaiD challenge, a code by mail); nothing else may.
import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { type Read, type Work } from '../../platform/database/work.ts'
import { addSeconds, formatSpan } from '../../platform/dates.ts'
import { newToken, tokenHash } from '../../platform/secrets.ts'
import { accountOfSignIn } from '../account/account.repository.ts'
import { type Account } from '../account/account.ts'
import { identityPaths, stepPath } from '../identity.paths.ts'
import { identityText } from '../identity.text.ts'
import { blockUntil, countOne, findBlock, loadSettings, uncountEach } from '../limits/limits.repository.ts'
import { sendCode } from '../otp/otp.service.ts'
import { findServiceState } from '../services/services.repository.ts'
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
  /** Forgotten password: the name that was typed, as counters know it, whether or not it is anybody's. */
  readonly claimed?: string
}

/** Opens the row for a proven password (or a reset, or a step-up) under a new cookie value, and enters the first step. */
export async function beginSignIn(work: Work, tools: IdentityTools, beginning: Beginning): Promise<Arrival> {
  const settings = await loadSettings(work)
  const token = newToken()
  const { account, purpose, plan, returnTo, sessionId, claimed } = beginning
  const signIn = await createSignIn(work, {
    tokenHash: tokenHash(token), userId: account.id || undefined, purpose, plan, seconds: settings.transaction_seconds, returnTo, ...(sessionId && { sessionId }), ...(claimed && { claimed }),
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

/** A fresh challenge, counted per account and hour (§1.8); while ThaiD is down nothing is counted (AC-24). */
export async function enterThaid(work: Work, tools: IdentityTools, signIn: SignIn): Promise<Arrival> {
  const settings = await loadSettings(work)
  const isDown = await isThaidDown(work, tools)
  const starts = isDown ? 0 : await countOne(work, { name: 'thaid', subject: counted(signIn), windowSeconds: settings.thaid_window })
  if (starts > settings.thaid_tries) return voidSignIn(work, tools, { signIn, reason: 'thaid-too-many', message: identityText.thaidTooMany(formatSpan(settings.thaid_window)) })
  await changeSignIn(work, signIn.id, { step: 'thaid', thaid: tools.thaid.begin(), thaidTries: signIn.thaidTries + (isDown ? 0 : 1) })
  return { to: stepPath('thaid'), cookies: [] }
}

/** ThaiD could not answer: the start is taken back, and the next one is free until it answers again. */
export async function renewThaid(work: Work, tools: IdentityTools, signIn: SignIn): Promise<void> {
  if (signIn.thaidTries > 0) await uncountEach(work, [{ name: 'thaid', subject: counted(signIn) }])
  await changeSignIn(work, signIn.id, { thaid: tools.thaid.begin(), thaidTries: Math.max(0, signIn.thaidTries - 1) })
}

/** By an order, by what the worker found, or by what this process saw itself. */
export async function isThaidDown(read: Read, tools: IdentityTools): Promise<boolean> {
  return !tools.thaid.health().available || (await findServiceState(read)).thaidIsDown
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
  const voids = reason === 'cancelled' ? 0 : await countOne(work, { name: 'void', subject: counted(signIn), windowSeconds: settings.void_window })
  if (voids >= settings.void_transactions) await blockUntil(work, { name: 'void', subject: counted(signIn) }, addSeconds(work.now, settings.void_pause))
  await recordEvent(work, { code: 'AUTH_VOID', ...(signIn.userId && { userId: signIn.userId }), objectKind: 'sign-in', objectId: signIn.id, reason })
  tools.log.info({ event: 'sign-in void', reason, userId: signIn.userId }, 'sign-in closed')
  return { to: identityPaths.login, cookies: [{ name: 'pre' }], ...(message && { flash: { kind: 'warning', text: message } }) }
}

/** Resets are counted by the name that was typed, so that a decoy runs out of tries exactly as the real one. */
function counted(signIn: SignIn): string {
  return signIn.purpose === 'reset' || signIn.userId === undefined ? `reset ${signIn.typedCitizenIdIndex ?? signIn.id}` : signIn.userId
}

/** True while an account rests because it was turned back too often within the hour. */
export async function isPaused(read: Read, userId: string): Promise<boolean> {
  return await findBlock(read, { name: 'void', subject: userId }) !== undefined
}
