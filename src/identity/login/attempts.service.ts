// Guessing is slowed, never rewarded with a lasting lock: delays per account, ceilings per address and network (§1.8).
// A try is counted before the password is looked at, so that a hundred tries at once are a hundred tries.
import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { addSeconds, secondsBetween, type Instant } from '../../platform/dates.ts'
import { type Read, type Work } from '../../platform/database/work.ts'
import { queueMail } from '../../platform/mail/outbox.repository.ts'
import { findHeads, findOverseers } from '../account/account.repository.ts'
import { type Account } from '../account/account.ts'
import { identityText } from '../identity.text.ts'
import { blockUntil, countEach, countOne, forgetEach, loadSettings, sumCounts, uncountEach } from '../limits/limits.repository.ts'
import { delayMinutes, type Settings } from '../limits/settings.ts'
import { subjectOf } from '../otp/otp.service.ts'
import { firstPasswordPattern, networkOf } from '../sign-in/sign-in.ts'
import { type IdentityTools } from '../tools.ts'

export interface Attempt {
  readonly username: string
  /** Not held up by what strangers did (AC-32). */
  readonly fromKnownBrowser: boolean
}

/** Counts the try; minutes to wait when it may not be made at all. Counting first locks the row, so that tries at once queue up here. */
export async function reserveAttempt(work: Work, tools: IdentityTools, attempt: Attempt): Promise<{ waitMinutes: number } | undefined> {
  const settings = await loadSettings(work)
  const account = doorOf(tools, attempt)
  const places = placesOf(work, tools, settings)
  const [own, ...around] = await countEach(work, [{ ...account, windowSeconds: settings.account_failure_window }, ...places])
  if (!own) throw new Error('the try was not counted')
  const until = own.blockedUntil
  const isOverrun = !attempt.fromKnownBrowser && places.some(({ most }, index) => (around[index]?.count ?? 0) > most)
  if (until || isOverrun) {
    await uncountEach(work, [account, ...places])
    return { waitMinutes: until ? minutesUntil(work.now, until) : Math.ceil(settings.address_failure_window / 60) }
  }
  const delay = delayMinutes[Math.min(own.count - settings.account_failures, delayMinutes.length - 1)]
  if (own.count >= settings.account_failures && delay !== undefined) await blockUntil(work, account, addSeconds(work.now, delay * 60))
  return undefined
}

/** Whether many wrong passwords came before this one. */
export async function hadFailures(read: Read, tools: IdentityTools, username: string): Promise<boolean> {
  const settings = await loadSettings(read)
  return await sumCounts(read, doorsOf(tools, username), settings.account_failure_window) > settings.account_failures
}

/** The password was right: this try does not count. Last in its transaction: whoever comes from the same address counts on the same row. */
export async function releaseAttempt(work: Work, tools: IdentityTools, username: string): Promise<void> {
  const settings = await loadSettings(work)
  await forgetEach(work, doorsOf(tools, username))
  await uncountEach(work, placesOf(work, tools, settings))
}

/** A wrong password in the log; repeated tries of the circular's pattern reach the head of finance. */
export async function noteFailure(work: Work, failure: { username: string; password: string; account: Account | undefined }): Promise<void> {
  const { account } = failure
  await recordEvent(work, { code: 'AUTH_FAILED', ...(account && { userId: account.id, organisationId: account.organisationId }) })
  if (!account || !firstPasswordPattern.test(failure.password)) return
  const settings = await loadSettings(work)
  const tries = await countOne(work, { name: 'first-password', subject: account.id, windowSeconds: settings.mail_window })
  if (tries === settings.first_password_alarm) await raiseAlarm(work, account, 'first-password')
}

/** Somebody else stands before this account's door: its heads of finance are told, and whoever oversees them, for it may be a head's own door (AC-26). */
export async function raiseAlarm(work: Work, account: Account, reason: string): Promise<void> {
  if (account.id === '') return
  await recordEvent(work, { code: 'AUTH_ALARM', userId: account.id, organisationId: account.organisationId, reason })
  const told = [...await findHeads(work, account.organisationId), ...(reason === 'first-password' ? [] : await findOverseers(work, account))]
  for (const email of new Set(told.map((person) => person.email))) {
    await queueMail(work, { to: email, subject: identityText.mailAlarm.subject, text: identityText.mailAlarm.body(account.username), isSecret: false })
  }
}

/** A browser known for the account has a count of its own, with the same delays: strangers do not hold it up, and it may not guess for ever. */
function doorOf(tools: IdentityTools, { username, fromKnownBrowser }: Attempt): { name: string; subject: string } {
  return { name: fromKnownBrowser ? 'account-known-browser' : 'account', subject: subjectOf(tools, username) }
}

function doorsOf(tools: IdentityTools, username: string): { name: string; subject: string }[] {
  return [false, true].map((fromKnownBrowser) => doorOf(tools, { username, fromKnownBrowser }))
}

function placesOf(work: Work, tools: IdentityTools, settings: Settings) {
  return [
    { name: 'address', subject: subjectOf(tools, work.origin.ip), windowSeconds: settings.address_failure_window, most: settings.address_failures },
    { name: 'network', subject: subjectOf(tools, networkOf(work.origin.ip)), windowSeconds: settings.network_failure_window, most: settings.network_failures },
  ]
}

function minutesUntil(now: Instant, until: Instant): number {
  return Math.max(1, Math.ceil(secondsBetween(now, until) / 60))
}
