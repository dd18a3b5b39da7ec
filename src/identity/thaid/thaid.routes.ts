// S-04 and the way back. The link is a plain link, and what ThaiD appends to our address is posted by our own form:
// so no GET changes anything. Whatever ThaiD or the registry is asked, is asked before the transaction.
import { getPublic, postPublic, type Route } from '../../platform/http/route.ts'
import { plainPage, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type Read } from '../../platform/database/work.ts'
import { identityPaths, stepPath } from '../identity.paths.ts'
import { thaidPage, thaidReturnPage } from '../identity.view.ts'
import { loadSettings } from '../limits/limits.repository.ts'
import { actAtStep, arriveAt, showStep, type Standing } from '../sign-in/guard.ts'
import { isThaidOverdue } from '../sign-in/sign-in.ts'
import { advance, enterThaid } from '../sign-in/sign-in.service.ts'
import { takeThaidAnswer } from '../steps/steps.service.ts'
import { type IdentityTools } from '../tools.ts'
import { askThaid, askWay, mayUseCode, type Asked, type Way } from './thaid.service.ts'

export function thaidRoutes(tools: IdentityTools): readonly Route[] {
  return [
    getPublic(stepPath('thaid'), (read, request, way: Way | undefined) => showStep(read, request, {
      place: 'thaid',
      show: (standing) => (way && way.state === standing.signIn.thaid?.state ? showThaid(read, tools, { ...standing, way }) : Promise.resolve(redirect(stepPath('thaid')))),
    }), { ask: (keys, request) => askWay(keys, tools, request) }),
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

async function showThaid(read: Read, tools: IdentityTools, { way, ...standing }: Standing & { way: Way }): Promise<Reply> {
  const settings = await loadSettings(read)
  return plainPage('identity/thaid', thaidPage({
    href: way.href, unregistered: way.unregistered, mayUseCode: await mayUseCode(read, tools, standing),
    isOverdue: isThaidOverdue(standing.signIn, settings, read.now), waitSeconds: settings.thaid_wait,
  }))
}

function definedOf(query: FormRequest['query']): Record<string, string> {
  return Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

