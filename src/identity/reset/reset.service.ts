import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { type Work } from '../../platform/database/work.ts'
import { findAccountByUsername } from '../account/account.repository.ts'
import { decoyAccount, type Account } from '../account/account.ts'
import { countOne, loadSettings } from '../limits/limits.repository.ts'
import { policyOn } from '../login/login.ts'
import { subjectOf } from '../otp/otp.service.ts'
import { resetPlan, type Step } from '../sign-in/journey.ts'
import { type Arrival } from '../sign-in/sign-in.ts'
import { beginSignIn } from '../sign-in/sign-in.service.ts'
import { findPolicies } from '../sign-in/sign-in.repository.ts'
import { type IdentityTools } from '../tools.ts'

/** Begins a reset for the true owner's name and number, and a decoy for everybody else; too many an hour are all decoys. */
export async function beginReset(work: Work, tools: IdentityTools, claim: { username: string; citizenId: string }): Promise<Arrival> {
  const settings = await loadSettings(work)
  const tries = await countOne(work, { name: 'reset', subject: subjectOf(tools, claim.username), windowSeconds: settings.reset_window })
  const account = await findAccountByUsername(work, claim.username)
  const isOwner = account !== undefined && mayReset(account) && account.citizenIdIndex === tools.seal.index(claim.citizenId) && tries <= settings.resets
  const plan = isOwner ? await planFor(work, account) : undefined
  if (account) await recordEvent(work, { code: 'PWD_RESET_ASKED', userId: account.id, organisationId: account.organisationId, reason: isOwner ? 'match' : 'no match' })
  return beginSignIn(work, tools, { account: isOwner && plan ? account : decoyAccount, purpose: 'reset', plan: plan ?? ['thaid', 'otp', 'new-password'], returnTo: undefined })
}

/** Only an account in use, with a bound e-mail and a person proven; all others go to the head of finance (form 2). */
function mayReset(account: Account): boolean {
  return (account.status === 'active' || account.status === 'provisional') && account.email !== undefined
}

async function planFor(work: Work, account: Account): Promise<Step[] | undefined> {
  const policy = policyOn(await findPolicies(work, account.organisationKind), work.today)
  return policy && resetPlan(policy)
}
