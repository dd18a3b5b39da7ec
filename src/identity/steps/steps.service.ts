// What happens at each step of the journey (S-02 … S-09). A refused entry is a returned answer, so that its count is kept.
import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { isCitizenId, type CitizenId } from '../../platform/citizen-id.ts'
import { addSeconds } from '../../platform/dates.ts'
import { type Work } from '../../platform/database/work.ts'
import { tokenHash } from '../../platform/secrets.ts'
import { accountOfSignIn, bindPerson, claimCitizenId, hasOtherAccount, saveProfile, setStatus } from '../account/account.repository.ts'
import { type Account } from '../account/account.ts'
import { identityText } from '../identity.text.ts'
import { countOne, loadSettings } from '../limits/limits.repository.ts'
import { raiseAlarm } from '../login/attempts.service.ts'
import { subjectOf } from '../otp/otp.service.ts'
import { isThaidFailure, type RegistryAnswer, type ThaidFailure, type ThaidIdentity } from '../thaid/thaid.ts'
import { type IdentityTools } from '../tools.ts'
import { type Standing } from '../sign-in/guard.ts'
import { type Arrival, type PersonClaim } from '../sign-in/sign-in.ts'
import { changeSignIn } from '../sign-in/sign-in.repository.ts'
import { type EmailCommand, type ProfileCommand } from './steps.schema.ts'
import { advance, currentSignIn, enterThaid, renewThaid, voidSignIn } from '../sign-in/sign-in.service.ts'

type StepAnswer = Arrival | { readonly error: string }

/** S-02. A number that differs from the stored one gets the text of a mistyped one; nobody learns whose it is (§1.8). */
export async function giveCitizenId(work: Work, tools: IdentityTools, given: Standing & { citizenId: string; registry: RegistryAnswer }): Promise<StepAnswer> {
  const { signIn, account, citizenId } = given
  const settings = await loadSettings(work)
  if (!isCitizenId(citizenId)) {
    const tries = signIn.citizenIdTries + 1
    await changeSignIn(work, signIn.id, { citizenIdTries: tries })
    return tries >= settings.citizen_id_tries ? voidSignIn(work, tools, { signIn, reason: 'citizen-id-tries', message: identityText.citizenIdBad }) : { error: identityText.citizenIdBad }
  }
  const index = tools.seal.index(citizenId)
  if (account.citizenIdIndex !== undefined && account.citizenIdIndex !== index) {
    await raiseAlarm(work, account, 'citizen-id-differs')
    return voidSignIn(work, tools, { signIn, reason: 'citizen-id-differs', message: identityText.citizenIdBad })
  }
  await changeSignIn(work, signIn.id, { typedCitizenIdIndex: index })
  return advance(work, tools, { signIn, step: 'citizen-id', event: isUnregistered(given.registry) ? 'unregistered' : 'given' })
}

/**
 * Whether the registry may be asked: only at this step, only about the holder where one is registered, and not without end. Who asked is logged.
 * Beyond the limit the person goes on to ThaiD, which answers for itself.
 */
export async function mayLookUp(work: Work, tools: IdentityTools, { cookie, citizenId }: { cookie: string | undefined; citizenId: CitizenId }): Promise<boolean> {
  const signIn = await currentSignIn(work, cookie)
  if (signIn?.step !== 'citizen-id') return false
  const account = await accountOfSignIn(work, signIn)
  if (account.citizenIdIndex !== undefined && account.citizenIdIndex !== tools.seal.index(citizenId)) return false
  const settings = await loadSettings(work)
  const byAccount = await countOne(work, { name: 'look-up', subject: account.id, windowSeconds: settings.thaid_window })
  const byAddress = await countOne(work, { name: 'look-up-address', subject: subjectOf(tools, work.origin.ip), windowSeconds: settings.address_failure_window })
  await recordEvent(work, { code: 'THAID_LOOKED_UP', userId: account.id, organisationId: account.organisationId })
  return byAccount <= settings.citizen_id_tries && byAddress <= settings.address_failures
}

export function isUnregistered(answer: RegistryAnswer): boolean {
  return 'registered' in answer && !answer.registered
}

/** S-04, coming back. The pid that ThaiD proves must be the account's; everything else is told apart in the log only. */
export async function takeThaidAnswer(work: Work, tools: IdentityTools, given: Standing & { answer: ThaidIdentity | ThaidFailure }): Promise<Arrival> {
  const { signIn, account, answer } = given
  if (isThaidFailure(answer)) return takeThaidFailure(work, tools, { signIn, account, answer })
  const person = claimOf(tools, answer)
  const expected = account.citizenIdIndex ?? signIn.typedCitizenIdIndex
  if (expected !== undefined && expected !== person.citizenIdIndex) {
    await raiseAlarm(work, account, 'thaid-mismatch')
    return voidSignIn(work, tools, { signIn, reason: 'thaid-mismatch', message: identityText.thaidMismatch })
  }
  if (await hasOtherAccount(work, account, person.citizenIdIndex)) return voidSignIn(work, tools, { signIn, reason: 'second-account', message: identityText.thaidOtherAccount })
  await recordEvent(work, { code: 'THAID_PROVEN', userId: account.id, organisationId: account.organisationId })
  await changeSignIn(work, signIn.id, { person, factorProvenAt: work.now })
  if (!signIn.plan.includes('person')) await bindClaim(work, account, person)
  return advance(work, tools, { signIn: { ...signIn, person, factorProvenAt: work.now }, step: 'thaid', event: 'proven' })
}

async function takeThaidFailure(work: Work, tools: IdentityTools, given: Standing & { answer: ThaidFailure }): Promise<Arrival> {
  const { signIn, answer } = given
  const { kind, detail } = answer
  const level = kind === 'misconfigured' ? 'error' : 'warn'
  tools.log[level]({ event: 'thaid', kind, detail, userId: signIn.userId }, 'ThaiD did not prove the person')
  if (kind === 'unregistered') return advance(work, tools, { signIn, step: 'thaid', event: 'unregistered' })
  if (kind === 'unavailable' || kind === 'misconfigured') {
    await renewThaid(work, tools, signIn)
    return { to: '/sign-in/thaid', cookies: [], flash: { kind: 'warning', text: identityText.thaidDown } }
  }
  const arrival = await enterThaid(work, tools, signIn)
  return arrival.flash ? arrival : { ...arrival, flash: { kind: 'warning', text: identityText.thaidDenied } }
}

function claimOf(tools: IdentityTools, identity: ThaidIdentity): PersonClaim {
  return {
    title: identity.titleTh ?? '', firstName: [identity.givenNameTh, identity.middleNameTh].filter(Boolean).join(' '), lastName: identity.familyNameTh,
    citizenIdIndex: tools.seal.index(identity.citizenId), citizenIdSealed: tools.seal.seal(identity.citizenId), citizenIdTail: identity.citizenId.slice(-4),
    ial: identity.ial, subjectHash: tokenHash(identity.subject),
  }
}

/** S-05. */
export async function confirmPerson(work: Work, tools: IdentityTools, { signIn, account }: Standing): Promise<Arrival> {
  if (!signIn.person) return voidSignIn(work, tools, { signIn, reason: 'no-person' })
  await bindClaim(work, account, signIn.person)
  return advance(work, tools, { signIn, step: 'person', event: 'confirmed' })
}

async function bindClaim(work: Work, account: Account, person: PersonClaim): Promise<void> {
  await bindPerson(work, account.id, person)
  await recordEvent(work, { code: 'USER_IDENTITY_BOUND', userId: account.id, organisationId: account.organisationId })
  await holdProvisionally(work, account)
}

/** whoever claims an account that had no registered holder works provisionally until the issuing authority confirms. */
async function holdProvisionally(work: Work, account: Account): Promise<void> {
  if (account.citizenIdIndex !== undefined || account.status === 'provisional') return
  const { provisional_days: days } = await loadSettings(work)
  await setStatus(work, account.id, { status: 'provisional', provisionalUntil: addSeconds(work.now, days * 86400) })
}

/** S-06. Held in the row until its code comes back; nothing is bound before. */
export async function giveEmail(work: Work, tools: IdentityTools, given: Standing & { command: EmailCommand }): Promise<Arrival> {
  const { signIn, command } = given
  const settings = await loadSettings(work)
  const changes = signIn.emailChanges + 1
  if (changes > settings.email_changes) return voidSignIn(work, tools, { signIn, reason: 'email-changes', message: identityText.emailTooMany })
  await changeSignIn(work, signIn.id, { email: command.email, emailChanges: changes })
  return advance(work, tools, { signIn: { ...signIn, email: command.email }, step: 'email', event: 'given' })
}

/** S-09. Without ThaiD the number is only what somebody says. */
export async function completeProfile(work: Work, tools: IdentityTools, given: Standing & { command: ProfileCommand }): Promise<Arrival> {
  const { signIn, account, command } = given
  const citizenId: CitizenId = command.citizenId
  const index = tools.seal.index(citizenId)
  if (account.citizenIdIndex !== undefined && account.citizenIdIndex !== index) return voidSignIn(work, tools, { signIn, reason: 'citizen-id-differs', message: identityText.citizenIdBad })
  if (await hasOtherAccount(work, account, index)) return voidSignIn(work, tools, { signIn, reason: 'second-account', message: identityText.thaidOtherAccount })
  await claimCitizenId(work, account.id, { index, sealed: tools.seal.seal(citizenId), tail: citizenId.slice(-4) })
  await saveProfile(work, account.id, command)
  await holdProvisionally(work, account)
  return advance(work, tools, { signIn, step: 'profile', event: 'saved' })
}
