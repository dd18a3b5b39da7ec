// S-01: name and password. Counting and deciding are two transactions on purpose: the try is counted before it is looked at,
// and no connection is held while a password waits its turn in the queue between them.
import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { type Work } from '../../platform/database/work.ts'
import { type Keys } from '../../platform/http/route.ts'
import { Unavailable } from '../../platform/errors.ts'
import { queueMail } from '../../platform/mail/outbox.repository.ts'
import { tokenHash } from '../../platform/secrets.ts'
import { findCandidate, setStatus, type Candidate } from '../account/account.repository.ts'
import { type Account } from '../account/account.ts'
import { identityText } from '../identity.text.ts'
import { countOne, loadSettings } from '../limits/limits.repository.ts'
import { subjectOf } from '../otp/otp.service.ts'
import { signInDirectly } from '../sign-in/finish.service.ts'
import { networkOf, type Arrival } from '../sign-in/sign-in.ts'
import { beginSignIn, isPaused, isThaidDown } from '../sign-in/sign-in.service.ts'
import { findClosedWindow, findPolicies } from '../sign-in/sign-in.repository.ts'
import { type IdentityTools } from '../tools.ts'
import { hadFailures, releaseAttempt, reserveAttempt } from './attempts.service.ts'
import { decide, type Credential, type Decision } from './login.ts'
import { type LoginCommand } from './login.schema.ts'
import { createTicket, findTicket, isLineWaiting, spendTicket } from '../waiting-room/waiting-room.repository.ts'

export interface Cookies {
  readonly browser: string | undefined
  readonly ticket: string | undefined
}

export type Checked =
  | { readonly kind: 'queue'; readonly ticket: string }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'wrong'; readonly account: Account | undefined }
  | { readonly kind: 'right'; readonly account: Account; readonly credential: Credential; readonly browserIsKnown: boolean }

interface Entry {
  readonly checked: Extract<Checked, { kind: 'right' }>
  readonly returnTo: string | undefined
}

type Admitted = Extract<Checked, { kind: 'queue' | 'wait' }> | { readonly kind: 'check'; readonly found: Candidate }

/** The password step before the transaction: a place in the queue, the count, the check. Takes the same time for unknown names. */
export async function checkPassword(keys: Keys, tools: IdentityTools, { command, cookies }: { command: LoginCommand; cookies: Cookies }): Promise<Checked> {
  const admitted = await keys.work((work) => admit(work, tools, { username: command.username, cookies }))
  if (admitted.kind !== 'check') return admitted
  const { account, current, browserIsKnown } = admitted.found
  const right = await tools.passwords.verify(current?.hash, command.password)
  return right && account && current ? { kind: 'right', account, credential: current, browserIsKnown } : { kind: 'wrong', account }
}

async function admit(work: Work, tools: IdentityTools, { username, cookies }: { username: string; cookies: Cookies }): Promise<Admitted> {
  const ticket = await placeInLine(work, tools, cookies.ticket)
  if (ticket) return { kind: 'queue', ticket }
  const found = await findCandidate(work, { username, browserHash: tokenHash(cookies.browser ?? ''), network: networkOf(work.origin.ip) })
  const blocked = await reserveAttempt(work, tools, { username, fromKnownBrowser: found.browserIsKnown })
  return blocked ? { kind: 'wait', minutes: blocked.waitMinutes } : { kind: 'check', found }
}

/** Undefined: straight to the counter. Otherwise a ticket, because the queue is full or others wait before; who has one keeps their place. */
async function placeInLine(work: Work, tools: IdentityTools, ticket: string | undefined): Promise<string | undefined> {
  const settings = await loadSettings(work)
  const life = settings.ticket_seconds
  if (ticket && await spendTicket(work, ticket, life)) return undefined
  const held = ticket && await findTicket(work, ticket, life)
  if (held && !held.isAdmitted) return ticket
  if (tools.passwords.hasRoom() && !await isLineWaiting(work)) return undefined
  const places = await countOne(work, { name: 'ticket', subject: subjectOf(tools, work.origin.ip), windowSeconds: settings.address_failure_window })
  if (places > settings.tickets_per_address) throw new Unavailable('places in line for one address')
  return createTicket(work)
}

/** What the right password leads to: where the browser goes, or the refusal to show. */
export async function enterWithPassword(work: Work, tools: IdentityTools, entry: Entry): Promise<Arrival | { refusal: string }> {
  const answer = await enter(work, tools, entry)
  await releaseAttempt(work, tools, entry.checked.account.username)
  return answer
}

async function enter(work: Work, tools: IdentityTools, { checked, returnTo }: Entry): Promise<Arrival | { refusal: string }> {
  const { account } = checked
  const decision = await decideFor(work, tools, checked)
  if (decision.kind === 'refused') return refuse(work, account, decision)
  if (decision.kind === 'journey' && await isPaused(work, account.id)) return { refusal: identityText.loginWait(Math.ceil((await loadSettings(work)).void_pause / 60)) }
  if (account.email && await hadFailures(work, tools, account.username)) await queueMail(work, { to: account.email, subject: identityText.mailAfterFailures.subject, text: identityText.mailAfterFailures.body, isSecret: false })
  if (decision.kind === 'in') return signInDirectly(work, account, returnTo)
  return beginSignIn(work, tools, { account, purpose: decision.purpose, plan: decision.plan, returnTo })
}

async function decideFor(work: Work, tools: IdentityTools, { account, credential, browserIsKnown }: Extract<Checked, { kind: 'right' }>): Promise<Decision> {
  return decide({
    credential, policies: await findPolicies(work, account.organisationKind),
    closed: await findClosedWindow(work, account.organisationKind, account.provinceCode),
    circumstances: { account, settings: await loadSettings(work), now: work.now, browserIsKnown, thaidIsDown: await isThaidDown(work, tools) },
  })
}

async function refuse(work: Work, account: Account, decision: Extract<Decision, { kind: 'refused' }>): Promise<{ refusal: string }> {
  if (decision.reason === 'provisional-over') await setStatus(work, account.id, { status: 'suspended' })
  await recordEvent(work, { code: 'AUTH_REFUSED', userId: account.id, organisationId: account.organisationId, reason: decision.reason })
  return { refusal: decision.message }
}

