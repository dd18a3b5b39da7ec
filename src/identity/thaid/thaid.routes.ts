// S-04 and the way back. The link is a plain link, and what ThaiD appends to our address is posted by our own form:
// so no GET changes anything, and the exchange happens before the transaction.
import { getPublic, postPublic, type Keys, type Route } from '../../platform/http/route.ts'
import { plainPage, redirect, type Reply } from '../../platform/http/reply.ts'
import { readForm } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { citizenId } from '../../platform/citizen-id.ts'
import { type Read } from '../../platform/database/work.ts'
import { identityPaths, stepPath } from '../identity.paths.ts'
import { thaidPage, thaidReturnPage } from '../identity.view.ts'
import { findSealedCitizenId } from '../account/account.repository.ts'
import { actAtStep, arriveAt, showStep, type Standing } from '../sign-in/guard.ts'
import { thaidReturnSchema } from '../steps/steps.schema.ts'
import { advance, currentSignIn, enterThaid } from '../sign-in/sign-in.service.ts'
import { isUnregistered, takeThaidAnswer } from '../steps/steps.service.ts'
import { type IdentityTools } from '../tools.ts'
import { type ThaidFailure, type ThaidIdentity } from './thaid.ts'

interface Asked {
  readonly answer: ThaidIdentity | ThaidFailure
  /** The challenge it answers; another one meanwhile makes it worthless. */
  readonly state: string
}

export function thaidRoutes(tools: IdentityTools): readonly Route[] {
  return [
    getPublic(stepPath('thaid'), (read, request) => showStep(read, request, { place: 'thaid', show: (standing) => showThaid(read, tools, standing) })),
    getPublic(identityPaths.thaidReturn, async (_read, request) => plainPage('identity/thaid-return', thaidReturnPage(new URLSearchParams(definedOf(request.query)).toString()))),
    postPublic(identityPaths.thaidReturn, (work, request, asked: Asked | undefined) => actAtStep(work, request, {
      place: 'thaid',
      act: async (standing) => (asked && asked.state === standing.signIn.thaid?.state
        ? arriveAt(await takeThaidAnswer(work, tools, { ...standing, answer: asked.answer })) : redirect(stepPath('thaid'))),
    }), { ask: (keys, request) => askThaid(keys, tools, request) }),
    postPublic(identityPaths.thaidAgain, (work, request) => actAtStep(work, request, { place: 'thaid', act: async ({ signIn }) => arriveAt(await enterThaid(work, tools, signIn)) })),
    postPublic(identityPaths.byCode, (work, request) => actAtStep(work, request, {
      place: 'thaid',
      act: async (standing) => (mayUseCode(standing) ? arriveAt(await advance(work, tools, { signIn: standing.signIn, step: 'thaid', event: 'by-code' })) : redirect(stepPath('thaid'))),
    })),
  ]
}

/** while ThaiD is down, accounts already proven go on by code; nobody else may leave this step so. */
function mayUseCode({ signIn, account }: Standing): boolean {
  return signIn.purpose === 'everyday' && account.email !== undefined
}

async function showThaid(read: Read, tools: IdentityTools, standing: Standing): Promise<Reply> {
  const { signIn, account } = standing
  const url = signIn.thaid && tools.thaid.health().available ? await tools.thaid.authorizationUrl(signIn.thaid) : undefined
  const href = typeof url === 'string' ? url : undefined
  const known = signIn.plan.includes('citizen-id') || signIn.userId === undefined ? undefined : await findSealedCitizenId(read, account.id)
  const unregistered = known !== undefined && isUnregistered(await tools.registry.lookup(citizenId(tools.seal.open(known))))
  return plainPage('identity/thaid', thaidPage({ href, mayUseCode: mayUseCode(standing), unregistered }))
}

/** The code is exchanged here, outside any transaction, against the challenge stored with this browser's sign-in. */
async function askThaid(keys: Keys, tools: IdentityTools, request: FormRequest): Promise<Asked | undefined> {
  const { query } = readForm(thaidReturnSchema, request)
  const signIn = await keys.read((read) => currentSignIn(read, request.cookies.pre))
  if (signIn?.step !== 'thaid' || !signIn.thaid) return undefined
  const answer = await tools.thaid.complete({ ...signIn.thaid, callbackUrl: `${tools.config.publicUrl}${identityPaths.thaidReturn}?${query}` })
  return { answer, state: signIn.thaid.state }
}

function definedOf(query: FormRequest['query']): Record<string, string> {
  return Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

