// One guard for every step: the row says where one stands. Whoever asks for another page is led to the true one, and it is logged.
import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { type Read, type Work } from '../../platform/database/work.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { redirect, type Reply } from '../../platform/http/reply.ts'
import { accountOfSignIn } from '../account/account.repository.ts'
import { type Account } from '../account/account.ts'
import { identityPaths, stepPath } from '../identity.paths.ts'
import { type Place } from './journey.ts'
import { type Arrival, type SignIn } from './sign-in.ts'
import { currentSignIn, currentSignInForChange } from './sign-in.service.ts'

export interface Standing {
  readonly signIn: SignIn
  readonly account: Account
}

/** Shows a step's page to whoever stands there; others are led to their own place. Changes nothing. */
export async function showStep(read: Read, request: FormRequest, step: { readonly place: Place; show(standing: Standing): Promise<Reply> }): Promise<Reply> {
  const signIn = await currentSignIn(read, request.cookies.pre)
  if (!signIn) return redirect(identityPaths.login)
  if (signIn.step !== step.place) return redirect(truePlace(signIn))
  return step.show({ signIn, account: await accountOfSignIn(read, signIn) })
}

/** Acts at a step, with the row locked. A step out of order is noted (AC-27) and leads back to the true one. */
export async function actAtStep(work: Work, request: FormRequest, step: { readonly place: Place; act(standing: Standing): Promise<Reply> }): Promise<Reply> {
  const signIn = await currentSignInForChange(work, request.cookies.pre)
  if (!signIn) return redirect(identityPaths.login)
  if (signIn.step === step.place) return step.act({ signIn, account: await accountOfSignIn(work, signIn) })
  await recordEvent(work, { code: 'AUTH_STEP_OUT_OF_ORDER', ...(signIn.userId && { userId: signIn.userId }), objectKind: 'sign-in', objectId: signIn.id, reason: `409 ${step.place} at ${signIn.step}` })
  return redirect(truePlace(signIn))
}

/** Whoever ThaiD does not know has only the notice; every other address leads to the sign-in page (AC-03). */
function truePlace({ step }: SignIn): string {
  return step === 'thaid-not-found' ? identityPaths.login : stepPath(step)
}

export function arriveAt(arrival: Arrival): Reply {
  return redirect(arrival.to, arrival.flash, { cookies: arrival.cookies })
}
