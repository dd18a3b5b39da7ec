// DOPA's own ways, laid around a provider that by itself keeps to the standards (access-admin-oversight §2.1).
import { IncomingMessage } from 'node:http'
import type { KeyObject } from 'node:crypto'
import type { Provider, ProviderContext } from 'oidc-provider'
import { dopaAnswer, type Fields, type StandInFault } from './faults.ts'
import { claimsOf, type StandInClient, type StandInPerson } from './people.ts'
import { routes } from './provider.ts'

export interface Quirks {
  readonly provider: Provider
  readonly key: KeyObject
  readonly clients: readonly StandInClient[]
  readonly people: readonly StandInPerson[]
  readonly nonceEcho: boolean
  readonly fault: () => StandInFault | undefined
}

export function addQuirks(quirks: Quirks): void {
  quirks.provider.use(async (context, next) => {
    if (context.path === routes.authorization && asksTooMuch(quirks.clients, context)) return refuseScope(context)
    await next()
    if (context.status === 200) await rewriteAnswer(quirks, context)
  })
}

/** DOPA wants the word Bearer before the body's token, the standard does not: with it the token is found, without it not. */
export function withoutBearer(request: IncomingMessage, body: string): IncomingMessage {
  const form = new URLSearchParams(body)
  form.set('token', /^Bearer (\S+)$/.exec(form.get('token') ?? '')?.[1] ?? 'unknown')
  const content = Buffer.from(form.toString())
  const plain = new IncomingMessage(request.socket)
  const headers = { ...request.headers, 'content-length': String(content.length) }
  Object.assign(plain, { method: request.method, url: request.url, headers })
  plain.push(content)
  plain.push(null)
  // Otherwise Node takes it for a broken-off request and closes the connection under the answer.
  plain.complete = true
  return plain
}

function asksTooMuch(clients: readonly StandInClient[], { query }: ProviderContext): boolean {
  const client = clients.find(({ clientId }) => clientId === query['client_id'])
  const asked = String(query['scope'] ?? '').split(' ').filter((scope) => scope !== '')
  return client !== undefined && asked.some((scope) => !client.scopes.includes(scope))
}

/** DOPA answers this one on the spot instead of sending the browser back. */
function refuseScope(context: ProviderContext): void {
  context.status = 400
  context.body = { error: 'invalid_scope', error_description: 'The requested scope is invalid, unknown, or malformed.' }
}

async function rewriteAnswer(quirks: Quirks, context: ProviderContext): Promise<void> {
  const body = isFields(context.body) ? context.body : {}
  if (context.path === '/.well-known/openid-configuration') context.body = asDopaAdvertises(body)
  if (context.path === routes.revocation) context.body = { status: 'OK', message: 'revoked' }
  if (context.path === routes.introspection) context.body = introspected(body)
  if (context.path !== routes.token) return
  context.body = dopaAnswer(body, await flatClaims(quirks, body), { fault: quirks.fault(), nonceEcho: quirks.nonceEcho, key: quirks.key })
}

/** DOPA names neither PKCE nor the issuer in its redirects. */
function asDopaAdvertises(discovery: Fields): Fields {
  const { code_challenge_methods_supported: _pkce, authorization_response_iss_parameter_supported: _iss, ...rest } = discovery
  return rest
}

function introspected({ active, sub, scope }: Fields): Fields {
  return active === true ? { active, sub, scope } : { active: false }
}

/** The values asked for by scope, as they stand beside the token when `openid` was not asked for. */
async function flatClaims({ provider, people }: Quirks, body: Fields): Promise<Fields> {
  const token = await provider.AccessToken.find(String(body['access_token']))
  const person = people.find(({ citizenId }) => citizenId === token?.accountId)
  if (person === undefined) return {}
  const granted = (token?.scope ?? '').split(' ')
  return Object.fromEntries(Object.entries(claimsOf(person)).filter(([name]) => granted.includes(name)))
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Buffer.isBuffer(value)
}
