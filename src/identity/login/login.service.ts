// S-01: name and password. Counting, checking and deciding are three transactions on purpose: the try is counted before it is looked at,
// and no connection is held while a password waits its turn in the queue.
import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { type Work } from '../../platform/database/work.ts'
import { type Keys } from '../../platform/http/route.ts'
import { Unavailable } from '../../platform/errors.ts'
import { queueMail } from '../../platform/mail/outbox.repository.ts'
import { newToken, tokenHash } from '../../platform/secrets.ts'
import { findAccountByUsername, findCurrentHash, isBrowserKnown, setStatus } from '../account/account.repository.ts'
import { type Account } from '../account/account.ts'
import { identityText } from '../identity.text.ts'
import { countOne, loadSettings } from '../limits/limits.repository.ts'
import { subjectOf } from '../otp/otp.service.ts'
import { signInDirectly } from '../sign-in/finish.service.ts'
import { networkOf, type Arrival } from '../sign-in/sign-in.ts'
import { beginSignIn, isPaused, isThaidDown } from '../sign-in/sign-in.service.ts'
import { findClosedWindow, findPolicies } from '../sign-in/sign-in.repository.ts'
import { type IdentityTools } from '../tools.ts'
import { releaseAttempt, reserveAttempt } from './attempts.service.ts'
import { decide, type Credential, type Decision } from './login.ts'
import { type LoginCommand } from './login.schema.ts'
import { createTicket, findTicket, isLineWaiting, spendTicket } from '../waiting-room/waiting-room.repository.ts'

/** No user has this id. */
const nobody = '0'

export interface Cookies {
  readonly browser: string | undefined
  readonly ticket: string | undefined
}

export type Checked =
  | { readonly kind: 'queue'; readonly ticket: string }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'wrong'; readonly account: Account | undefined }
  | { readonly kind: 'right'; readonly account: Account; readonly credential: Credential; readonly browserIsKnown: boolean; readonly afterFailures: boolean }

interface Found {
  readonly account: Account | undefined
  readonly current: (Credential & { readonly hash: string }) | undefined
  readonly browserIsKnown: boolean
}

/** The password step before the transaction: a place in the queue, the count, the check. Takes the same time for unknown names. */
export async function checkPassword(keys: Keys, tools: IdentityTools, { command, cookies }: { command: LoginCommand; cookies: Cookies }): Promise<Checked> {
  const ticket = await keys.work((work) => placeInLine(work, tools, cookies.ticket))
  if (ticket) return { kind: 'queue', ticket }
  const found = await keys.read((read) => findCandidate(read, command.username, cookies.browser))
  const blocked = await keys.work((work) => reserveAttempt(work, tools, { username: command.username, fromKnownBrowser: found.browserIsKnown }))
  if (blocked) return { kind: 'wait', minutes: blocked.waitMinutes }
  const right = await tools.passwords.verify(found.current?.hash, command.password)
  if (!right || !found.account || !found.current) return { kind: 'wrong', account: found.account }
  const { afterFailures } = await keys.work((work) => releaseAttempt(work, tools, command.username))
  return { kind: 'right', account: found.account, credential: found.current, browserIsKnown: found.browserIsKnown, afterFailures }
}

/** Undefined: straight to the counter. Otherwise a ticket, because the queue is full or others wait before; who has one keeps their place. */
async function placeInLine(work: Work, tools: IdentityTools, ticket: string | undefined): Promise<string | undefined> {
  const settings = await loadSettings(work)
  const life = settings.ticket_seconds
  if (ticket && await spendTicket(work, tokenHash(ticket), life)) return undefined
  const held = ticket && await findTicket(work, tokenHash(ticket), life)
  if (held && !held.isAdmitted) return ticket
  if (tools.passwords.hasRoom() && !await isLineWaiting(work)) return undefined
  const places = await countOne(work, { name: 'ticket', subject: subjectOf(tools, work.origin.ip), windowSeconds: settings.address_failure_window })
  if (places > settings.tickets_per_address) throw new Unavailable('places in line for one address')
  const token = newToken()
  await createTicket(work, tokenHash(token))
  return token
}

/** Asks the same of the database whether or not there is such a name. */
async function findCandidate(read: Parameters<Parameters<Keys['read']>[0]>[0], username: string, browser: string | undefined): Promise<Found> {
  const account = await findAccountByUsername(read, username)
  const userId = account?.id ?? nobody
  const current = await findCurrentHash(read, userId)
  const browserIsKnown = browser !== undefined && await isBrowserKnown(read, { userId, tokenHash: tokenHash(browser), network: networkOf(read.origin.ip) })
  return { account, current, browserIsKnown }
}

/** What the right password leads to: where the browser goes, or the refusal to show. */
export async function enterWithPassword(work: Work, tools: IdentityTools, entry: { checked: Extract<Checked, { kind: 'right' }>; returnTo: string | undefined }): Promise<Arrival | { refusal: string }> {
  const { account, afterFailures } = entry.checked
  const decision = await decideFor(work, tools, entry.checked)
  if (decision.kind === 'refused') return refuse(work, account, decision)
  if (decision.kind === 'journey' && await isPaused(work, account.id)) return { refusal: identityText.loginWait(Math.ceil((await loadSettings(work)).void_pause / 60)) }
  if (afterFailures && account.email) await queueMail(work, { to: account.email, subject: identityText.mailAfterFailures.subject, text: identityText.mailAfterFailures.body, isSecret: false })
  if (decision.kind === 'in') return signInDirectly(work, account, entry.returnTo)
  return beginSignIn(work, tools, { account, purpose: decision.purpose, plan: decision.plan, returnTo: entry.returnTo })
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

