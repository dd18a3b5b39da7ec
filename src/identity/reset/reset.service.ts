import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { identityText } from '../identity.text.ts'
import { type Work } from '../../platform/database/work.ts'
import { type Instant } from '../../platform/dates.ts'
import { findAccountByUsername } from '../account/account.repository.ts'
import { decoyAccount, type Account } from '../account/account.ts'
import { countOne, loadSettings } from '../limits/limits.repository.ts'
import { policyOn } from '../login/login.ts'
import { subjectOf } from '../otp/otp.service.ts'
import { resetPlan } from '../sign-in/journey.ts'
import { type Arrival } from '../sign-in/sign-in.ts'
import { beginSignIn } from '../sign-in/sign-in.service.ts'
import { findClosedWindow, findPolicies } from '../sign-in/sign-in.repository.ts'
import { type IdentityTools } from '../tools.ts'

/** Begins a reset for the true owner's name and number, and a decoy for everybody else. Strangers cannot use up the owner's three an hour. */
export async function beginReset(work: Work, tools: IdentityTools, claim: { username: string; citizenId: string }): Promise<Arrival> {
  const settings = await loadSettings(work)
  const fromHere = await countOne(work, { name: 'reset-address', subject: subjectOf(tools, work.origin.ip), windowSeconds: settings.address_failure_window })
  if (fromHere > settings.address_failures) throw new RuleBroken(identityText.loginWait(Math.ceil(settings.address_failure_window / 60)))
  const account = await findAccountByUsername(work, claim.username)
  const matches = account !== undefined && mayReset(account, work.now) && account.citizenIdIndex === tools.seal.index(claim.citizenId) && await isOpen(work, account)
  const isOwner = matches && await countOne(work, { name: 'reset', subject: account.id, windowSeconds: settings.reset_window }) <= settings.resets
  if (account) await recordEvent(work, { code: 'PWD_RESET_ASKED', userId: account.id, organisationId: account.organisationId, reason: isOwner ? 'match' : 'no match' })
  return beginSignIn(work, tools, { account: isOwner ? account : decoyAccount, purpose: 'reset', plan: resetPlan, returnTo: undefined, claimed: subjectOf(tools, claim.username) })
}

/** Only an account in use, with a bound e-mail and a person proven; all others go to the head of finance (form 2). */
function mayReset(account: Account, now: Instant): boolean {
  const isInUse = account.status === 'active' || (account.status === 'provisional' && (account.provisionalUntil ?? now) > now)
  return isInUse && account.email !== undefined
}

/** A forgotten password opens no door that a right one would find shut. */
async function isOpen(work: Work, account: Account): Promise<boolean> {
  if (account.organisationKind === 'DLA') return true
  const closed = await findClosedWindow(work, account.organisationKind, account.provinceCode)
  return closed === undefined && policyOn(await findPolicies(work, account.organisationKind), work.today) !== undefined
}
