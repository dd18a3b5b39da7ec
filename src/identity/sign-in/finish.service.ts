// The last step: what was proven takes effect, the session begins, everyone who must know is told.
import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { type Work } from '../../platform/database/work.ts'
import { queueMail } from '../../platform/mail/outbox.repository.ts'
import { accountOfSignIn, bindEmail, findHeads, rememberBrowser, revokeKnownBrowsers, setStatus } from '../account/account.repository.ts'
import { type Account } from '../account/account.ts'
import { identityPaths } from '../identity.paths.ts'
import { identityText } from '../identity.text.ts'
import { loadSettings } from '../limits/limits.repository.ts'
import { proveSession, startSession } from '../session/session.service.ts'
import { type IdentityTools } from '../tools.ts'
import { addSeconds } from '../../platform/dates.ts'
import { newToken, tokenHash } from '../../platform/secrets.ts'
import { type CookieChange } from '../../platform/http/reply.ts'
import { networkOf, type Arrival, type SignIn } from './sign-in.ts'
import { endSignIn } from './sign-in.repository.ts'

export async function finishSignIn(work: Work, _tools: IdentityTools, signIn: SignIn): Promise<Arrival> {
  const account = await accountOfSignIn(work, signIn)
  await endSignIn(work, signIn.id, 'done')
  if (signIn.purpose === 'step-up') return finishStepUp(work, signIn)
  if (signIn.purpose === 'change-email') return finishEmail(work, signIn, account)
  if (account.status === 'pending') await setStatus(work, account.id, { status: 'active' })
  const changedPassword = signIn.plan.includes('new-password')
  if (changedPassword) await revokeKnownBrowsers(work, account.id)
  if (changedPassword || signIn.purpose === 'activate') await tellOwner(work, account, identityText.mailActivated)
  if (signIn.purpose === 'reset') await tellHeads(work, account)
  const cookies = [...await rememberThisBrowser(work, account, signIn), ...await startSession(work, account, signIn.factorProvenAt)]
  return { to: signIn.returnTo ?? '/', cookies: [{ name: 'pre' }, ...cookies] }
}

/** Sign-in without any further step: the password was enough in a browser we know. */
export async function signInDirectly(work: Work, account: Account, returnTo: string | undefined): Promise<Arrival> {
  return { to: returnTo ?? '/', cookies: [{ name: 'pre' }, ...await startSession(work, account, undefined)] }
}

async function finishStepUp(work: Work, signIn: SignIn): Promise<Arrival> {
  const cookies = signIn.sessionId ? await proveSession(work, signIn.sessionId) : []
  await recordEvent(work, { code: 'AUTH_STEP_UP', ...(signIn.userId && { userId: signIn.userId }) })
  return { to: signIn.returnTo ?? '/', cookies: [{ name: 'pre' }, ...cookies] }
}

async function finishEmail(work: Work, signIn: SignIn, account: Account): Promise<Arrival> {
  if (signIn.email) await bindEmail(work, account.id, signIn.email)
  await revokeKnownBrowsers(work, account.id)
  await tellOwner(work, account, identityText.mailEmailChanged)
  await recordEvent(work, { code: 'USER_EMAIL_CHANGED', userId: account.id, organisationId: account.organisationId })
  return { to: identityPaths.profile, cookies: [{ name: 'pre' }], flash: { kind: 'success', text: identityText.emailChanged } }
}

async function rememberThisBrowser(work: Work, account: Account, signIn: SignIn): Promise<CookieChange[]> {
  if (!signIn.factorProvenAt) return []
  const { known_browser_days: days } = await loadSettings(work)
  const token = newToken()
  await rememberBrowser(work, { userId: account.id, tokenHash: tokenHash(token), network: networkOf(work.origin.ip), expiresAt: addSeconds(work.now, days * 86400) })
  return [{ name: 'browser', value: token, maxAgeSeconds: days * 86400 }]
}

async function tellOwner(work: Work, account: Account, mail: { subject: string; body: string }): Promise<void> {
  if (account.email) await queueMail(work, { to: account.email, subject: mail.subject, text: mail.body, isSecret: false })
}

async function tellHeads(work: Work, account: Account): Promise<void> {
  const heads = await findHeads(work, account.organisationId)
  for (const head of heads.filter(({ email }) => email !== account.email)) {
    await queueMail(work, { to: head.email, subject: identityText.mailReset.subject, text: identityText.mailReset.body(account.username), isSecret: false })
  }
}
