import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { type Work } from '../../platform/database/work.ts'
import { formatInstant, formatSpan } from '../../platform/dates.ts'
import { queueMail } from '../../platform/mail/outbox.repository.ts'
import { derivedKey, hmac } from '../../platform/secrets.ts'
import { identityText } from '../identity.text.ts'
import { countOne, loadSettings } from '../limits/limits.repository.ts'
import { deviceOf } from '../session/session.ts'
import { changeSignIn } from '../sign-in/sign-in.repository.ts'
import { type SignIn } from '../sign-in/sign-in.ts'
import { type IdentityTools } from '../tools.ts'
import { newCode, referenceOf } from './otp.ts'
import { nextReference, replaceChallenge } from './otp.repository.ts'

/** Writes a new code into the outbox; a Thai refusal when account or address has had enough mails for the day (§1.8). */
export async function sendCode(work: Work, tools: IdentityTools, { signIn, email }: { signIn: SignIn; email: string }): Promise<string | undefined> {
  const settings = await loadSettings(work)
  if (signIn.otpCodes >= settings.otp_codes) return identityText.otpNoMore
  const perAccount = await countOne(work, { name: 'mails-account', subject: signIn.userId ?? '', windowSeconds: settings.mail_window })
  const perAddress = await countOne(work, { name: 'mails-address', subject: subjectOf(tools, email), windowSeconds: settings.mail_window })
  if (perAccount > settings.mails_per_account || perAddress > settings.mails_per_address) return identityText.mailTooMany
  const code = newCode()
  const reference = referenceOf(await nextReference(work))
  const mailId = await queueMail(work, {
    to: email, subject: identityText.otpSubject(reference), text: identityText.otpBody({ code, reference, requestedAt: formatInstant(work.now), device: deviceOf(work.origin.agent), life: formatSpan(settings.otp_seconds) }), isSecret: true,
  })
  await replaceChallenge(work, { signInId: signIn.id, mailId, reference, codeHash: await tools.passwords.hash(sealedCode(tools, signIn, code)) })
  await changeSignIn(work, signIn.id, { otpCodes: signIn.otpCodes + 1 })
  await recordEvent(work, { code: 'OTP_SENT', ...(signIn.userId && { userId: signIn.userId }), objectKind: 'sign-in', objectId: signIn.id, after: { reference } })
  return undefined
}

/** What is hashed: bound to this sign-in and to a key outside the database. */
export function sealedCode(tools: IdentityTools, signIn: Pick<SignIn, 'id'>, code: string): string {
  return hmac(derivedKey(tools.config, 'otp'), `${signIn.id}:${code}`)
}

/** How persons and addresses are named in the counters. */
export function subjectOf(tools: IdentityTools, text: string): string {
  return hmac(derivedKey(tools.config, 'counters'), text.toLowerCase())
}
