// ข้อมูลส่วนตัว: what one may see and mend of one's own account. The e-mail changes only through ThaiD (§1.6).
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect } from '../../platform/http/reply.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type Account } from '../account/account.ts'
import { getAccount, saveProfile } from '../account/account.repository.ts'
import { identityPaths } from '../identity.paths.ts'
import { identityPages, identityText } from '../identity.text.ts'
import { formPage, nameFields, officeFields, type Values } from '../identity.view.ts'
import { loadSettings } from '../limits/limits.repository.ts'
import { findOwnSignIns } from '../session/session.service.ts'
import { arriveAt } from '../sign-in/guard.ts'
import { officeSchema, personSchema } from '../steps/steps.schema.ts'
import { beginSignIn } from '../sign-in/sign-in.service.ts'
import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { type IdentityTools } from '../tools.ts'
import { profilePage } from './profile.view.ts'

const trail = [{ text: identityPages.profile, href: identityPaths.profile }, { text: identityPages.profileEdit }]

export function profileRoutes(tools: IdentityTools): readonly Route[] {
  const role = 'laas_sign_in' as const
  const edit = async (read: OfficerRead, given: (account: Account) => Values, errors: FieldErrors = {}) => {
    const account = await getAccount(read, read.actor.userId)
    const values = given(account)
    const fields = account.usesThaid ? officeFields(values, errors) : [...nameFields(values, errors), ...officeFields(values, errors)]
    return page('identity/profile-edit', { ...formPage(identityPages.profileEdit, errors), breadcrumb: trail, fields })
  }
  return [
    get(identityPaths.profile, 'home.profile:view', { handle: async (read) => page('identity/profile', profilePage({
      account: await getAccount(read, read.actor.userId), settings: await loadSettings(read), signIns: await findOwnSignIns(read),
    })), menu: 'home.profile', role }),
    get(identityPaths.profileEdit, 'home.profile:edit', { role, handle: (read, request) => edit(read, (account) => (name) => typed(request, name) || storedIn(account, name)) }),
    post(identityPaths.profileEdit, 'home.profile:edit', {
      role,
      handle: async (work, request) => {
        const account = await getAccount(work, work.actor.userId)
        const before = profileOf(account)
        const after = { ...before, ...(account.usesThaid ? readForm(officeSchema, request) : readForm(personSchema, request)) }
        await saveProfile(work, account.id, after)
        await recordEvent(work, { code: 'USER_PROFILE_CHANGED', before, after })
        return redirect(identityPaths.profile, identityText.profileSaved)
      },
      again: (read, request, refusal) => edit(read, () => (name) => typed(request, name), refusal.errors),
    }),
    post(identityPaths.changeEmail, 'home.profile:edit', { handle: async (work) => {
      const account = await getAccount(work, work.actor.userId)
      return arriveAt(await beginSignIn(work, tools, { account, purpose: 'change-email', plan: ['thaid', 'email', 'otp'], returnTo: identityPaths.profile }))
    }, role }),
  ]
}

function profileOf({ title, firstName, lastName, position, phone }: Account) {
  return { title, firstName, lastName, position, phone }
}

function storedIn(account: Account, name: string): string {
  return Object.entries(profileOf(account)).find(([field]) => field === name)?.[1] ?? ''
}
