import { json, redirect } from '../../platform/http/reply.ts'
import { saveDraft } from '../../platform/http/drafts.repository.ts'
import { isFormPath, typed } from '../../platform/http/form.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { plainPage } from '../../platform/http/reply.ts'
import { getAccount } from '../account/account.repository.ts'
import { identityPaths, loginPath, safeReturn } from '../identity.paths.ts'
import { identityText } from '../identity.text.ts'
import { stepUpPage } from '../identity.view.ts'
import { arriveAt } from '../sign-in/guard.ts'
import { beginSignIn } from '../sign-in/sign-in.service.ts'
import { type IdentityTools } from '../tools.ts'
import { signOut, signOutEverywhere } from './session.service.ts'

export function sessionRoutes(tools: IdentityTools): readonly Route[] {
  const role = 'laas_sign_in' as const
  return [
    post(identityPaths.signOut, 'signed-in', { handle: async (work) => {
      await signOut(work, work.actor)
      return redirect(loginPath({ ended: 'signed-out' }), undefined, { cookies: [{ name: 'session' }], clearSite: true })
    }, role }),
    post(identityPaths.signOutEverywhere, 'signed-in', { handle: async (work) => {
      await signOutEverywhere(work, work.actor)
      return redirect(identityPaths.login, identityText.signedOutEverywhere, { cookies: [{ name: 'session' }, { name: 'browser' }], clearSite: true })
    }, role }),
    post(identityPaths.keepAlive, 'signed-in', async () => json({ kept: true })),
    post(identityPaths.draft, 'signed-in', {
      quiet: true,
      handle: async (work, request) => {
        const path = safeReturn(typed(request, 'draft-path'))
        if (path !== undefined && isFormPath(path)) await saveDraft(work, { userId: work.actor.userId, path, body: request.body })
        return json({ kept: path !== undefined })
      },
    }),
    get(identityPaths.stepUp, 'signed-in', async (_read, request) => plainPage('identity/step-up', stepUpPage(safeReturn(request.query.return) ?? '/'))),
    post(identityPaths.stepUp, 'signed-in', { handle: async (work, request) => {
      const account = await getAccount(work, work.actor.userId)
      const returnTo = safeReturn(typed(request, 'return')) ?? '/'
      return arriveAt(await beginSignIn(work, tools, { account, purpose: 'step-up', plan: [account.email === undefined ? 'thaid' : 'otp'], returnTo, sessionId: work.actor.sessionId }))
    }, role }),
  ]
}
