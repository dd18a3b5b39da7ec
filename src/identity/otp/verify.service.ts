// S-07, the code comes back. Counted before it is looked at; right for one caller, once, in its own sign-in and in time.
import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { type Work } from '../../platform/database/work.ts'
import { type Keys } from '../../platform/http/route.ts'
import { bindEmail } from '../account/account.repository.ts'
import { identityText } from '../identity.text.ts'
import { loadSettings } from '../limits/limits.repository.ts'
import { type Standing } from '../sign-in/guard.ts'
import { type Arrival } from '../sign-in/sign-in.ts'
import { changeSignIn, countOtpTry } from '../sign-in/sign-in.repository.ts'
import { advance, currentSignInForChange, voidSignIn } from '../sign-in/sign-in.service.ts'
import { type IdentityTools } from '../tools.ts'
import { codeClock, type Challenge } from './otp.ts'
import { consumeChallenge, findChallenge } from './otp.repository.ts'
import { sealedCode, sendCode } from './otp.service.ts'

export type CheckedCode = { readonly kind: 'right'; readonly challengeId: string } | { readonly kind: 'wrong' | 'expired' | 'exhausted' }

/** Before the transaction: counts the try, then compares. */
export async function checkCode(keys: Keys, tools: IdentityTools, given: { code: string; cookie: string | undefined }): Promise<CheckedCode> {
  const counted = await keys.work((work) => countTry(work, given.cookie))
  if (counted.kind !== 'check') return counted
  const fits = await tools.passwords.verifyFirst(counted.challenge.codeHash, sealedCode(tools, { id: counted.signInId }, given.code))
  return fits ? { kind: 'right', challengeId: counted.challenge.id } : { kind: 'wrong' }
}

type Counted = { readonly kind: 'check'; readonly challenge: Challenge; readonly signInId: string } | { readonly kind: 'wrong' | 'expired' | 'exhausted' }

async function countTry(work: Work, cookie: string | undefined): Promise<Counted> {
  const signIn = await currentSignInForChange(work, cookie)
  if (!signIn || signIn.step !== 'otp') return { kind: 'wrong' }
  const settings = await loadSettings(work)
  if (!await countOtpTry(work, signIn.id, settings.otp_tries)) return { kind: 'exhausted' }
  const challenge = await findChallenge(work, signIn.id)
  if (!challenge || codeClock(challenge, settings, work.now).isExpired) return { kind: 'expired' }
  return { kind: 'check', challenge, signInId: signIn.id }
}

/** In the transaction: the code is used up in the statement that accepts it, so two tabs cannot both pass. */
export async function takeCode(work: Work, tools: IdentityTools, given: Standing & { checked: CheckedCode }): Promise<Arrival | { error: string }> {
  const { signIn, account, checked } = given
  if (checked.kind === 'right' && await consumeChallenge(work, checked.challengeId)) {
    await changeSignIn(work, signIn.id, { factorProvenAt: work.now })
    if (signIn.purpose === 'activate' && signIn.email) await bindEmail(work, account.id, signIn.email)
    await recordEvent(work, { code: 'OTP_RIGHT', userId: account.id, organisationId: account.organisationId })
    return advance(work, tools, { signIn: { ...signIn, factorProvenAt: work.now }, step: 'otp', event: 'right' })
  }
  await recordEvent(work, { code: 'OTP_REFUSED', userId: account.id, organisationId: account.organisationId, reason: checked.kind })
  if (checked.kind === 'expired') return { error: identityText.otpExpired }
  const { otp_tries: most } = await loadSettings(work)
  if (checked.kind === 'exhausted' || signIn.otpTries >= most) return voidSignIn(work, tools, { signIn, reason: 'otp-tries', message: identityText.otpTooMany })
  return { error: identityText.otpBad }
}

/** A new code with the next reference; the old one is worth nothing from then on. */
export async function resendCode(work: Work, tools: IdentityTools, { signIn, account }: Standing): Promise<{ warning?: string }> {
  const settings = await loadSettings(work)
  const challenge = await findChallenge(work, signIn.id)
  const waiting = challenge ? codeClock(challenge, settings, work.now).resendIn : 0
  if (waiting > 0) return { warning: identityText.otpTooSoon(Math.ceil(waiting)) }
  const warning = await sendCode(work, tools, { signIn, email: signIn.email ?? account.email ?? '' })
  return warning === undefined ? {} : { warning }
}
