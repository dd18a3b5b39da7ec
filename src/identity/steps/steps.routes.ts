// The step pages. Every one asks the guard where this browser stands; no address or hidden field is believed.
import { getPublic, postPublic, type Keys, type Route } from '../../platform/http/route.ts'
import { plainPage, redirect, type Reply } from '../../platform/http/reply.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { citizenIdPage, emailPage, personPage, profileStepPage, thaidNotFoundPage } from '../identity.view.ts'
import { identityPaths, stepPath } from '../identity.paths.ts'
import { type RegistryAnswer } from '../thaid/thaid.ts'
import { readCitizenId } from '../../platform/citizen-id.ts'
import { type IdentityTools } from '../tools.ts'
import { actAtStep, arriveAt, showStep } from '../sign-in/guard.ts'
import { citizenIdSchema, emailSchema, profileSchema } from './steps.schema.ts'
import { advance, currentSignInForChange, voidSignIn } from '../sign-in/sign-in.service.ts'
import { completeProfile, confirmPerson, giveCitizenId, giveEmail, mayLookUp } from './steps.service.ts'

const view = (name: string) => `identity/${name}`

export function stepRoutes(tools: IdentityTools): readonly Route[] {
  return [...citizenIdRoutes(tools), ...personRoutes(tools), ...emailRoutes(tools), ...profileRoutes(tools), cancelRoute(tools)]
}

function citizenIdRoutes(tools: IdentityTools): Route[] {
  const path = stepPath('citizen-id')
  return [
    getPublic(path, (read, request) => showStep(read, request, { place: 'citizen-id', show: async () => plainPage(view('citizen-id'), citizenIdPage()) })),
    getPublic(stepPath('thaid-not-found'), (read, request) => showStep(read, request, { place: 'thaid-not-found', show: async () => plainPage(view('thaid-not-found'), thaidNotFoundPage()) })),
    postPublic(path, (work, request, registry: RegistryAnswer) => actAtStep(work, request, {
      place: 'citizen-id',
      act: async (standing) => {
        const { citizenId } = readForm(citizenIdSchema, request)
        const answer = await giveCitizenId(work, tools, { ...standing, citizenId, registry })
        return 'to' in answer ? arriveAt(answer) : plainPage(view('citizen-id'), citizenIdPage(typed(request, 'citizenId'), { citizenId: answer.error }), { status: 422 })
      },
    }), {
      ask: (keys, request) => askRegistry(keys, tools, request),
      again: async (_read, request, refusal) => plainPage(view('citizen-id'), citizenIdPage(typed(request, 'citizenId'), refusal.errors)),
    }),
  ]
}

/** Asked before the transaction and only for a number that can be one. What it says of other people is never shown: see giveCitizenId. */
async function askRegistry(keys: Keys, tools: IdentityTools, request: FormRequest): Promise<RegistryAnswer> {
  const citizenId = readCitizenId(typed(request, 'citizenId'))
  const mayAsk = citizenId !== undefined && await keys.work((work) => mayLookUp(work, tools, { cookie: request.cookies.pre, citizenId }))
  return mayAsk ? tools.registry.lookup(citizenId) : { unavailable: true }
}

function personRoutes(tools: IdentityTools): Route[] {
  return [
    getPublic(stepPath('person'), (read, request) => showStep(read, request, {
      place: 'person',
      show: async ({ signIn }) => (signIn.person ? plainPage(view('person'), personPage(signIn.person, signIn.plan.includes('citizen-id'))) : redirect(identityPaths.login)),
    })),
    postPublic(stepPath('person'), (work, request) => actAtStep(work, request, {
      place: 'person',
      act: async (standing) => {
        const goBack = typed(request, 'answer') === 'no' && standing.signIn.plan.includes('citizen-id')
        return arriveAt(goBack ? await advance(work, tools, { signIn: standing.signIn, step: 'person', event: 'wrong' }) : await confirmPerson(work, tools, standing))
      },
    })),
  ]
}

function emailRoutes(tools: IdentityTools): Route[] {
  return [
    getPublic(stepPath('email'), (read, request) => showStep(read, request, { place: 'email', show: async () => plainPage(view('email'), emailPage()) })),
    postPublic(stepPath('email'), (work, request) => actAtStep(work, request, {
      place: 'email',
      act: async (standing) => arriveAt(await giveEmail(work, tools, { ...standing, command: readForm(emailSchema, request) })),
    }), { again: async (_read, request, refusal) => plainPage(view('email'), emailPage(typed(request, 'email'), refusal.errors)) }),
  ]
}

function profileRoutes(tools: IdentityTools): Route[] {
  return [
    getPublic(stepPath('profile'), (read, request) => showStep(read, request, { place: 'profile', show: async () => plainPage(view('profile-step'), profileStepPage(() => '')) })),
    postPublic(stepPath('profile'), (work, request) => actAtStep(work, request, {
      place: 'profile',
      act: async (standing) => arriveAt(await completeProfile(work, tools, { ...standing, command: readForm(profileSchema, request) })),
    }), { again: async (_read, request, refusal) => plainPage(view('profile-step'), profileStepPage((name) => typed(request, name), refusal.errors)) }),
  ]
}

function cancelRoute(tools: IdentityTools): Route {
  return postPublic(identityPaths.cancel, async (work, request): Promise<Reply> => {
    const signIn = await currentSignInForChange(work, request.cookies.pre)
    return signIn ? arriveAt(await voidSignIn(work, tools, { signIn, reason: 'cancelled' })) : redirect(identityPaths.login)
  })
}

