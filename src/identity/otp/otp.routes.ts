import { getPublic, postPublic, type Route } from '../../platform/http/route.ts'
import { plainPage, redirect, type Reply } from '../../platform/http/reply.ts'
import { readForm } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { type Read } from '../../platform/database/work.ts'
import { identityPaths, stepPath } from '../identity.paths.ts'
import { identityText } from '../identity.text.ts'
import { otpPage } from '../identity.view.ts'
import { loadSettings } from '../limits/limits.repository.ts'
import { type Settings } from '../limits/settings.ts'
import { actAtStep, arriveAt, showStep, type Standing } from '../sign-in/guard.ts'
import { type SignIn } from '../sign-in/sign-in.ts'
import { advance } from '../sign-in/sign-in.service.ts'
import { type IdentityTools } from '../tools.ts'
import { codeClock } from './otp.ts'
import { findChallenge } from './otp.repository.ts'
import { codeSchema } from './otp.schema.ts'
import { checkCode, resendCode, takeCode, type CheckedCode } from './verify.service.ts'

export function otpRoutes(tools: IdentityTools): readonly Route[] {
  return [
    getPublic(stepPath('otp'), (read, request) => showStep(read, request, { place: 'otp', show: (standing) => showOtp(read, { ...standing, request }) })),
    postPublic(stepPath('otp'), (work, request, checked: CheckedCode) => actAtStep(work, request, {
      place: 'otp',
      act: async (standing) => {
        const answer = await takeCode(work, tools, { ...standing, checked })
        return 'to' in answer ? arriveAt(answer) : showOtp(work, { ...standing, request }, { code: answer.error })
      },
    }), {
      ask: (keys, request) => checkCode(keys, tools, { code: readForm(codeSchema, request).code, cookie: request.cookies.pre }),
      again: (read, request, refusal) => showStep(read, request, { place: 'otp', show: (standing) => showOtp(read, { ...standing, request }, refusal.errors) }),
    }),
    postPublic(identityPaths.otpResend, (work, request) => actAtStep(work, request, {
      place: 'otp',
      act: async (standing) => {
        const { warning } = await resendCode(work, tools, standing)
        return redirect(stepPath('otp'), warning === undefined ? undefined : { kind: 'warning', text: warning })
      },
    })),
    postPublic(identityPaths.byThaid, (work, request) => actAtStep(work, request, {
      place: 'otp',
      act: async (standing) => (mayUseThaid(standing) ? arriveAt(await advance(work, tools, { signIn: standing.signIn, step: 'otp', event: 'by-thaid' })) : redirect(stepPath('otp'))),
    })),
  ]
}

/** ThaiD stands in for the code only where the code is the second factor, not where it proves a new address. */
function mayUseThaid({ signIn, account }: Standing): boolean {
  return (signIn.purpose === 'everyday' || signIn.purpose === 'step-up') && account.usesThaid
}

type Shown = Standing & { readonly request: FormRequest }

/** Asks again by itself while the mail is still on its way: the five minutes begin when the relay took it. */
async function showOtp(read: Read, standing: Shown, errors: FieldErrors = {}): Promise<Reply> {
  const { signIn, account, request } = standing
  const settings = await loadSettings(read)
  const challenge = await findChallenge(read, signIn.id)
  const email = signIn.purpose === 'reset' ? '' : signIn.email ?? account.email ?? ''
  const isSending = challenge !== undefined && codeClock(challenge, settings, read.now).isSending
  return plainPage('identity/otp', otpPage({ challenge, email, settings, now: read.now, mayUseThaid: mayUseThaid(standing), errors }), {
    status: errors.code ? 422 : 200, ...(isSending && !errors.code && { refreshSeconds: 2 }),
    ...(!challenge && request.cookies.flash === undefined && { flash: { kind: 'warning', text: refusalOf(signIn, settings) } }),
  })
}

/** Why no code was sent on entering here. The message that came along with the redirect says it once, the page at every look after that. */
function refusalOf(signIn: SignIn, settings: Settings): string {
  return signIn.otpCodes >= settings.otp_codes ? identityText.otpNoMore : identityText.mailTooMany
}
