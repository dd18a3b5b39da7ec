// S-08 in the journey, and the same page later from the profile, which asks for the present password.
import { type Read } from '../../platform/database/work.ts'
import { RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, getPublic, post, postPublic, type Keys, type Route } from '../../platform/http/route.ts'
import { page, plainPage, redirect } from '../../platform/http/reply.ts'
import { queueMail } from '../../platform/mail/outbox.repository.ts'
import { findCurrentHash, getAccount } from '../account/account.repository.ts'
import { identityPaths, stepPath } from '../identity.paths.ts'
import { identityPages, identityText } from '../identity.text.ts'
import { newPasswordPage } from '../identity.view.ts'
import { loadSettings } from '../limits/limits.repository.ts'
import { actAtStep, arriveAt, showStep } from '../sign-in/guard.ts'
import { advance, currentSignIn } from '../sign-in/sign-in.service.ts'
import { type SignIn } from '../sign-in/sign-in.ts'
import { type IdentityTools } from '../tools.ts'
import { changePasswordSchema, newPasswordSchema } from './password.schema.ts'
import { prepareNewPassword, storeNewPassword } from './new-password.service.ts'

/** S-08; S-13 leads with why an everyday sign-in stops here. */
async function stepView(read: Read, signIn: SignIn | undefined, { errors = {}, text = '' }: Refused = {}) {
  const { password_months: months, password_history: history } = await loadSettings(read)
  const lead = signIn?.purpose === 'everyday' ? identityText.passwordDue(months) : ''
  return newPasswordPage({ action: stepPath('new-password'), lead, asksCurrent: false, mayCancel: true, history, errors, typed: text })
}

interface Refused {
  readonly errors?: FieldErrors
  readonly text?: string
}

export function passwordRoutes(tools: IdentityTools): readonly Route[] {
  return [...stepRoutes(tools), ...profileRoutes(tools)]
}

function stepRoutes(tools: IdentityTools): Route[] {
  return [
    getPublic(stepPath('new-password'), (read, request) => showStep(read, request, {
      place: 'new-password',
      show: async ({ signIn }) => plainPage('identity/new-password', await stepView(read, signIn)),
    })),
    postPublic(stepPath('new-password'), (work, request, hash: string | undefined) => actAtStep(work, request, {
      place: 'new-password',
      act: async ({ signIn, account }) => {
        if (hash === undefined) return redirect(stepPath('new-password'))
        await storeNewPassword(work, account, { hash, signInId: signIn.id })
        return arriveAt(await advance(work, tools, { signIn, step: 'new-password', event: 'chosen' }))
      },
    }), {
      ask: (keys, request) => prepareStep(keys, tools, request),
      again: async (read, request, { errors }) => plainPage('identity/new-password', await stepView(read, await currentSignIn(read, request.cookies.pre), { errors, text: typed(request, 'password') })),
    }),
  ]
}

/** Undefined when this browser does not stand at this step: no hash is worked out for anybody. */
async function prepareStep(keys: Keys, tools: IdentityTools, request: FormRequest): Promise<string | undefined> {
  const signIn = await keys.read((read) => currentSignIn(read, request.cookies.pre))
  if (signIn?.step !== 'new-password' || signIn.userId === undefined) return undefined
  return prepareNewPassword(keys, tools, { userId: signIn.userId, command: readForm(newPasswordSchema, request) })
}

function profileRoutes(tools: IdentityTools): Route[] {
  const show = async (read: Read, { errors = {}, text = '' }: Refused = {}) => ({
    ...newPasswordPage({
      action: identityPaths.changePassword, lead: '', asksCurrent: true, mayCancel: false, history: (await loadSettings(read)).password_history, errors, typed: text,
    }),
    breadcrumb: [{ text: identityPages.profile, href: identityPaths.profile }, { text: identityPages.newPassword }],
  })
  return [
    get(identityPaths.changePassword, 'home.profile:edit', async (read) => page('identity/new-password', await show(read))),
    post(identityPaths.changePassword, 'home.profile:edit', { handle: async (work, _request, hash: string) => {
      const account = await getAccount(work, work.actor.userId)
      await storeNewPassword(work, account, { hash, signInId: undefined })
      if (account.email) await queueMail(work, { to: account.email, subject: identityText.mailActivated.subject, text: identityText.mailActivated.body, isSecret: false })
      return redirect(identityPaths.login, identityText.passwordChanged, { cookies: [{ name: 'session' }], clearSite: true })
    }, role: 'laas_sign_in',
      ask: (keys, request) => prepareChange(keys, tools, request),
      again: async (read, request, { errors }) => page('identity/new-password', await show(read, { errors, text: typed(request, 'password') })) }),
  ]
}

async function prepareChange(keys: Keys, tools: IdentityTools, request: FormRequest): Promise<string> {
  const command = readForm(changePasswordSchema, request)
  const userId = await keys.read(async (read) => (read.actor.kind === 'officer' ? read.actor.userId : ''))
  const present = await keys.read((read) => findCurrentHash(read, userId))
  if (!await tools.passwords.verify(present?.hash, command.current)) throw new RuleBroken({ current: identityText.passwordCurrentBad })
  return prepareNewPassword(keys, tools, { userId, command, previous: command.current })
}
