import { getPublic, postPublic, type Route } from '../../platform/http/route.ts'
import { plainPage, redirect, type Reply } from '../../platform/http/reply.ts'
import { readForm } from '../../platform/http/form.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { type Read } from '../../platform/database/work.ts'
import { identityPaths, stepPath } from '../identity.paths.ts'
import { otpPage } from '../identity.view.ts'
import { loadSettings } from '../limits/limits.repository.ts'
import { actAtStep, arriveAt, showStep, type Standing } from '../sign-in/guard.ts'
import { advance } from '../sign-in/sign-in.service.ts'
import { type IdentityTools } from '../tools.ts'
import { codeClock } from './otp.ts'
import { findChallenge } from './otp.repository.ts'
import { codeSchema } from './otp.schema.ts'
import { checkCode, resendCode, takeCode, type CheckedCode } from './verify.service.ts'

export function otpRoutes(tools: IdentityTools): readonly Route[] {
  return [
    getPublic(stepPath('otp'), (read, request) => showStep(read, request, { place: 'otp', show: (standing) => showOtp(read, standing) })),
    postPublic(stepPath('otp'), (work, request, checked: CheckedCode) => actAtStep(work, request, {
      place: 'otp',
      act: async (standing) => {
        const answer = await takeCode(work, tools, { ...standing, checked })
        return 'to' in answer ? arriveAt(answer) : showOtp(work, standing, { code: answer.error })
      },
    }), {
      ask: (keys, request) => checkCode(keys, tools, { code: readForm(codeSchema, request).code, cookie: request.cookies.pre }),
      again: (read, request, refusal) => showStep(read, request, { place: 'otp', show: (standing) => showOtp(read, standing, refusal.errors) }),
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

/** Asks again by itself while the mail is still on its way: the five minutes begin when the relay took it. */
async function showOtp(read: Read, standing: Standing, errors: FieldErrors = {}): Promise<Reply> {
  const { signIn, account } = standing
  const settings = await loadSettings(read)
  const challenge = await findChallenge(read, signIn.id)
  const email = signIn.purpose === 'reset' ? '' : signIn.email ?? account.email ?? ''
  const isSending = challenge !== undefined && codeClock(challenge, settings, read.now).isSending
  return plainPage('identity/otp', otpPage({ challenge, email, settings, now: read.now, mayUseThaid: mayUseThaid(standing), errors }), {
    status: errors.code ? 422 : 200, ...(isSending && !errors.code && { refreshSeconds: 2 }),
  })
}
