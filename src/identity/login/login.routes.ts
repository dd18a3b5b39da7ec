// S-01 and the waiting room. passport-local takes the two fields; what is behind them is in the services.
import { Passport } from 'passport'
import { Strategy } from 'passport-local'
import { getPublic, postPublic, type Keys, type Route } from '../../platform/http/route.ts'
import { json, plainPage, redirect, type PageReply, type Reply } from '../../platform/http/reply.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { type Read, type Work } from '../../platform/database/work.ts'
import { identityPaths, safeReturn } from '../identity.paths.ts'
import { identityText } from '../identity.text.ts'
import { loginPage, waitingPage } from '../identity.view.ts'
import { loadSettings } from '../limits/limits.repository.ts'
import { findServiceState } from '../services/services.repository.ts'
import { arriveAt } from '../sign-in/guard.ts'
import { loginAside } from '../news/news.view.ts'
import { findLoginNews } from '../news/news.repository.ts'
import { type IdentityTools } from '../tools.ts'
import { noteFailure } from './attempts.service.ts'
import { loginSchema, type LoginCommand } from './login.schema.ts'
import { checkPassword, enterWithPassword, type Checked } from './login.service.ts'
import { findPace, findTicket } from '../waiting-room/waiting-room.repository.ts'
import { secondsToNextLook } from '../waiting-room/waiting-room.ts'

export function loginRoutes(tools: IdentityTools): readonly Route[] {
  return [
    getPublic(identityPaths.login, openLogin, { greets: true, quiet: true }),
    getPublic(identityPaths.waiting, showWaiting),
    postPublic(identityPaths.login, (work, request, checked: Checked) => answerLogin(work, tools, { request, checked }), {
      ask: (keys, request) => verifyByPassport(keys, tools, request),
      again: (read, request, refusal) => showLogin(read, request, { ...('' in refusal.errors ? refusal.errors : { '': identityText.loginRequired, ...refusal.errors }) }),
    }),
  ]
}

/** passport's password strategy; its verdict is ours to read, and no session of its own is made. */
function verifyByPassport(keys: Keys, tools: IdentityTools, request: FormRequest): Promise<Checked> {
  const command: LoginCommand = readForm(loginSchema, request)
  return new Promise((resolve, reject) => {
    const passport = new Passport()
    passport.use(new Strategy({ session: false }, (username, password, done) => {
      checkPassword(keys, tools, { command: { ...command, username, password }, cookies: { browser: request.cookies.browser, ticket: request.cookies.ticket } })
        .then((checked) => done(null, checked)).catch((error: unknown) => done(error))
    }))
    const fields = { body: { username: command.username, password: command.password }, query: {} }
    const verdict = (error: unknown, checked: Checked | false) => (error ? reject(error) : checked ? resolve(checked) : reject(new RuleBroken(identityText.loginRequired)))
    passport.authenticate('local', { session: false }, verdict)(fields, {}, reject)
  })
}

async function answerLogin(work: Work, tools: IdentityTools, { request, checked }: { request: FormRequest; checked: Checked }): Promise<Reply> {
  if (checked.kind === 'queue') return redirect(identityPaths.waiting, undefined, { cookies: [{ name: 'ticket', value: checked.ticket, ...lasting }, { name: 'entry', value: entryOf(request), ...lasting }] })
  if (checked.kind === 'wait') return refuseLogin(work, request, identityText.loginWait(checked.minutes))
  if (checked.kind === 'wrong') {
    await noteFailure(work, { username: typed(request, 'username'), password: typed(request, 'password'), account: checked.account })
    return refuseLogin(work, request, identityText.loginBad)
  }
  const arrival = await enterWithPassword(work, tools, { checked, returnTo: safeReturn(typed(request, 'return')) })
  if ('refusal' in arrival) return refuseLogin(work, request, arrival.refusal)
  return arriveAt({ ...arrival, cookies: [...arrival.cookies, { name: 'ticket' }, { name: 'entry' }] })
}

function refuseLogin(work: Work, request: FormRequest, message: string): Promise<Reply> {
  return showLogin(work, request, { '': message })
}

/** Whoever is in already is led home; but a browser left alone comes here by itself when its time is up, and must not be let in again. */
async function openLogin(read: Read, request: FormRequest): Promise<Reply> {
  const isIn = read.actor.kind === 'officer' && request.query.ended === undefined
  return isIn ? redirect(safeReturn(request.query.return) ?? '/') : showLogin(read, request, {})
}

async function showLogin(read: Read, request: FormRequest, errors: FieldErrors): Promise<Reply> {
  const services = await findServiceState(read)
  const notices = [endedNotice(request), ...services.notices, services.thaidIsDown ? identityText.thaidDownNotice : '', services.mailIsDown ? identityText.mailDown : '']
  const model = loginPage({
    username: typed(request, 'username'), returnTo: safeReturn(request.query.return ?? typed(request, 'return')) ?? '',
    notice: notices.filter(Boolean).join(' '), errors,
  })
  const aside = loginAside(await findLoginNews(read))
  return plainPage('identity/login', { ...model, aside }, { status: Object.keys(errors).length > 0 ? 422 : 200 })
}

function endedNotice(request: FormRequest): string {
  const reasons: Readonly<Record<string, string>> = identityText.sessionEnded
  const reason = reasons[request.query.ended ?? '']
  if (reason === undefined) return ''
  return request.query.ended === 'idle' || request.query.ended === 'replaced' ? `${reason} ${identityText.draftKept}` : reason
}

/** The place in line; the sign-in page itself once it is this one's turn, with what was typed before the wait. */
async function showWaiting(read: Read, request: FormRequest): Promise<Reply> {
  const settings = await loadSettings(read)
  const ticket = request.cookies.ticket ? await findTicket(read, request.cookies.ticket, settings.ticket_seconds) : undefined
  const seconds = secondsToNextLook(ticket?.position ?? 0, await findPace(read))
  if (request.query.format === 'json') return json({ isAdmitted: true, position: 0, ...ticket, seconds })
  if (!ticket || ticket.isAdmitted) return showLogin(read, { ...request, body: { ...entryBefore(request), ...request.body } }, {})
  return { ...waitingReply({ position: String(ticket.position), seconds: String(seconds) }), refreshSeconds: seconds }
}

/** Also drawn once with marks for numbers, to be answered from memory. */
export function waitingReply(numbers: { readonly position: string; readonly seconds: string }): PageReply {
  return plainPage('identity/waiting', waitingPage(numbers))
}

const lasting = { maxAgeSeconds: 3600 }

/** Name and return address wait with whoever stands in line without a script; the password does not. */
function entryOf(request: FormRequest): string {
  return new URLSearchParams({ username: typed(request, 'username').slice(0, 100), return: safeReturn(typed(request, 'return')) ?? '' }).toString()
}

function entryBefore({ cookies }: FormRequest): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(cookies.entry ?? ''))
}
