// What is asked of ThaiD and of the registry: outside any transaction, so that a provider that does not answer holds no connection.
import { citizenId, type CitizenId } from '../../platform/citizen-id.ts'
import { type Read } from '../../platform/database/work.ts'
import { readForm } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type Keys, type ReadKeys } from '../../platform/http/route.ts'
import { accountOfSignIn, findSealedCitizenId } from '../account/account.repository.ts'
import { identityPaths } from '../identity.paths.ts'
import { loadSettings } from '../limits/limits.repository.ts'
import { type Standing } from '../sign-in/guard.ts'
import { isThaidDue } from '../sign-in/journey.ts'
import { isThaidOverdue, type SignIn } from '../sign-in/sign-in.ts'
import { currentSignIn, isThaidDown } from '../sign-in/sign-in.service.ts'
import { thaidReturnSchema } from '../steps/steps.schema.ts'
import { isUnregistered } from '../steps/steps.service.ts'
import { type IdentityTools } from '../tools.ts'
import { type ThaidChallenge, type ThaidFailure, type ThaidIdentity } from './thaid.ts'

/** The way to ThaiD, as S-04 shows it. */
export interface Way {
  /** The challenge that the link carries; another one meanwhile makes it worthless. */
  readonly state: string | undefined
  /** Undefined: nobody is sent there now. */
  readonly href: string | undefined
  readonly unregistered: boolean
}

export interface Asked {
  readonly answer: ThaidIdentity | ThaidFailure
  /** The challenge it answers. */
  readonly state: string
}

/** Asked before S-04 is shown: the link (the provider may have to be found first) and whether the registry knows the person. */
export async function askWay(keys: ReadKeys, tools: IdentityTools, request: FormRequest): Promise<Way | undefined> {
  const question = await keys.read((read) => findQuestion(read, tools, request.cookies.pre))
  if (!question) return undefined
  const { state, challenge, holder } = question
  const [link, unregistered] = await Promise.all([challenge && tools.thaid.authorizationUrl(challenge), isKnownUnregistered(tools, holder)])
  return { state, href: typeof link === 'string' ? link : undefined, unregistered }
}

interface Question {
  readonly state: string | undefined
  /** Undefined while ThaiD is known to be down, or when this challenge has waited too long. */
  readonly challenge: ThaidChallenge | undefined
  /** Whom the registry may be asked about. */
  readonly holder: CitizenId | undefined
}

async function findQuestion(read: Read, tools: IdentityTools, cookie: string | undefined): Promise<Question | undefined> {
  const signIn = await currentSignIn(read, cookie)
  if (signIn?.step !== 'thaid') return undefined
  const mayGo = !isThaidOverdue(signIn, await loadSettings(read), read.now) && !await isThaidDown(read, tools)
  return { state: signIn.thaid?.state, challenge: mayGo ? signIn.thaid : undefined, holder: await findHolder(read, tools, signIn) }
}

/** A number the system holds. Not for a forgotten password: the answer would tell that name and number belong together. */
async function findHolder(read: Read, tools: IdentityTools, signIn: SignIn): Promise<CitizenId | undefined> {
  if (signIn.purpose === 'reset' || signIn.plan.includes('citizen-id')) return undefined
  const account = await accountOfSignIn(read, signIn)
  const sealed = await findSealedCitizenId(read, account.id)
  return sealed === undefined ? undefined : citizenId(tools.seal.open(sealed))
}

/** S-03 as a pop-up. */
async function isKnownUnregistered(tools: IdentityTools, holder: CitizenId | undefined): Promise<boolean> {
  return holder !== undefined && isUnregistered(await tools.registry.lookup(holder))
}

/** The code is exchanged against the challenge stored with this browser's sign-in; whoever comes back too late has proven nothing. */
export async function askThaid(keys: Keys, tools: IdentityTools, request: FormRequest): Promise<Asked | undefined> {
  const { query } = readForm(thaidReturnSchema, request)
  const { signIn, isOverdue } = await keys.read((read) => findWaiting(read, request.cookies.pre))
  if (signIn?.step !== 'thaid' || !signIn.thaid) return undefined
  const { state } = signIn.thaid
  if (isOverdue) return { state, answer: { kind: 'denied', detail: 'came back after thaid_wait' } }
  return { state, answer: await tools.thaid.complete({ ...signIn.thaid, callbackUrl: `${tools.config.publicUrl}${identityPaths.thaidReturn}?${query}` }) }
}

async function findWaiting(read: Read, cookie: string | undefined): Promise<{ signIn: SignIn | undefined; isOverdue: boolean }> {
  const signIn = await currentSignIn(read, cookie)
  return { signIn, isOverdue: signIn !== undefined && isThaidOverdue(signIn, await loadSettings(read), read.now) }
}

/** Whoever chose ThaiD instead of a code may go back to the code; whoever owes ThaiD its ninety days may only while it is down. */
export async function mayUseCode(read: Read, tools: IdentityTools, { signIn, account }: Standing): Promise<boolean> {
  if (account.email === undefined) return false
  if (signIn.purpose !== 'everyday') return signIn.purpose === 'step-up'
  return !isThaidDue(account, await loadSettings(read), read.today) || isThaidDown(read, tools)
}
