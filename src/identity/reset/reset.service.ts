import { recordEvent } from '../../platform/audit/audit.repository.ts'
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

/** Begins a reset for the true owner's name and number, and a decoy for everybody else; too many an hour are all decoys. */
export async function beginReset(work: Work, tools: IdentityTools, claim: { username: string; citizenId: string }): Promise<Arrival> {
  const settings = await loadSettings(work)
  const tries = await countOne(work, { name: 'reset', subject: subjectOf(tools, claim.username), windowSeconds: settings.reset_window })
  const account = await findAccountByUsername(work, claim.username)
  const isOwner = account !== undefined && mayReset(account, work.now) && account.citizenIdIndex === tools.seal.index(claim.citizenId) && tries <= settings.resets && await isOpen(work, account)
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
