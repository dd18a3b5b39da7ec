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
import { loadSettings } from '../limits/limits.repository.ts'
import { actAtStep, arriveAt, showStep, type Standing } from '../sign-in/guard.ts'
import { thaidReturnSchema } from '../steps/steps.schema.ts'
import { isThaidDue } from '../sign-in/journey.ts'
import { advance, currentSignIn, enterThaid, isThaidDown } from '../sign-in/sign-in.service.ts'
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
      act: async (standing) => (await mayUseCode(work, tools, standing) ? arriveAt(await advance(work, tools, { signIn: standing.signIn, step: 'thaid', event: 'by-code' })) : redirect(stepPath('thaid'))),
    })),
  ]
}

/** Whoever chose ThaiD instead of a code may go back to the code; whoever owes ThaiD its ninety days may only while it is down. */
async function mayUseCode(read: Read, tools: IdentityTools, { signIn, account }: Standing): Promise<boolean> {
  if (account.email === undefined) return false
  if (signIn.purpose !== 'everyday') return signIn.purpose === 'step-up'
  return !isThaidDue(account, await loadSettings(read), read.today) || isThaidDown(read, tools)
}

async function showThaid(read: Read, tools: IdentityTools, standing: Standing): Promise<Reply> {
  const { signIn } = standing
  const url = signIn.thaid && !await isThaidDown(read, tools) ? await tools.thaid.authorizationUrl(signIn.thaid) : undefined
  const href = typeof url === 'string' ? url : undefined
  return plainPage('identity/thaid', thaidPage({ href, mayUseCode: await mayUseCode(read, tools, standing), unregistered: await isKnownUnregistered(read, tools, standing) }))
}

/** S-03 as a pop-up, for numbers the system holds. Not for a forgotten password: it would tell that name and number belong together. */
async function isKnownUnregistered(read: Read, tools: IdentityTools, { signIn, account }: Standing): Promise<boolean> {
  if (signIn.purpose === 'reset' || signIn.plan.includes('citizen-id')) return false
  const sealed = await findSealedCitizenId(read, account.id)
  return sealed !== undefined && isUnregistered(await tools.registry.lookup(citizenId(tools.seal.open(sealed))))
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

