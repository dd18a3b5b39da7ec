// ลืมรหัสผ่าน: the same words, the same page and the same next step whether or not the account exists (§1.5).
import { z } from 'zod'
import { citizenIdSchema } from '../steps/steps.schema.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { getPublic, postPublic, type Route } from '../../platform/http/route.ts'
import { plainPage, redirect } from '../../platform/http/reply.ts'
import { identityPaths } from '../identity.paths.ts'
import { identityText } from '../identity.text.ts'
import { forgottenPage, resetSentPage } from '../identity.view.ts'
import { type IdentityTools } from '../tools.ts'
import { beginReset } from './reset.service.ts'

const resetSchema = citizenIdSchema.extend({
  username: z.string(identityText.required(identityText.fields.username)).transform((text) => text.trim().toLowerCase())
    .pipe(z.string().min(1, identityText.required(identityText.fields.username)).max(100, identityText.loginBad)),
})

export function resetRoutes(tools: IdentityTools): readonly Route[] {
  return [
    getPublic(identityPaths.forgotten, async () => plainPage('identity/forgotten', forgottenPage(() => ''))),
    getPublic('/forgotten-password/sent', async () => plainPage('identity/reset-sent', resetSentPage())),
    postPublic(identityPaths.forgotten, async (work, request) => {
      const arrival = await beginReset(work, tools, readForm(resetSchema, request))
      return redirect('/forgotten-password/sent', undefined, { cookies: arrival.cookies })
    }, { again: async (_read, request, refusal) => plainPage('identity/forgotten', forgottenPage((name) => typed(request, name), refusal.errors)) }),
  ]
}
