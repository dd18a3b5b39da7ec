// oidc-provider, set up to look like DOPA's service seen from a relying party.
import { randomBytes, type KeyObject } from 'node:crypto'
import { Provider, type Account, type ProviderContext } from 'oidc-provider'
import { memoryStore } from './memory.ts'
import { claimsOf, thaidScopes, type StandInClient, type StandInPerson } from './people.ts'
import { referenceOf, refusalPage } from './scan-page.ts'
import { standInText } from './thaid-stand-in.text.ts'

const base = '/api/v2/oauth2'

export const routes = {
  authorization: `${base}/auth/`,
  token: `${base}/token/`,
  introspection: `${base}/introspect/`,
  revocation: `${base}/revoke/`,
  userinfo: `${base}/userinfo/`,
  jwks: `${base}/jwks/`,
} as const

export const sessionCookie = 'thaid_session'

const cookieNames = { session: sessionCookie, interaction: 'thaid_scan', resume: 'thaid_resume' }

interface TokenOwner {
  readonly clientId?: string
}

const allowedPolicy = (_context: unknown, client: TokenOwner, token: TokenOwner) => token.clientId === client.clientId

const features = {
  introspection: { enabled: true, allowedPolicy },
  revocation: { enabled: true, allowedPolicy },
  devInteractions: { enabled: false },
  rpInitiatedLogout: { enabled: false },
  pushedAuthorizationRequests: { enabled: false },
  dPoP: { enabled: false },
}

export interface ProviderParts {
  readonly issuer: string
  readonly key: KeyObject
  readonly people: readonly StandInPerson[]
  readonly clients: readonly StandInClient[]
}

export function makeProvider({ issuer, key, people, clients }: ProviderParts): Provider {
  const byId = new Map(people.map((person) => [person.citizenId, person]))
  return new Provider(issuer, {
    adapter: memoryStore(),
    routes,
    clients: clients.map(clientMetadata),
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    claims: Object.fromEntries([['openid', ['sub']], ...thaidScopes.map((scope) => [scope, [scope]])]),
    scopes: ['openid'],
    conformIdTokenClaims: false,
    findAccount: (_context: unknown, id: string) => accountOf(byId.get(id)),
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), alg: 'ES256', use: 'sig', kid: randomBytes(6).toString('hex') }] },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    pkce: { required: () => false },
    issueRefreshToken: () => false,
    responseTypes: ['code'],
    features,
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/thaid/${uid}?refCode=${referenceOf(uid)}` },
    cookies: { keys: [randomBytes(32).toString('hex')], names: cookieNames },
    ttl: { AccessToken: 900, AuthorizationCode: 60, IdToken: 900, Interaction: 600, Session: 600, Grant: 900 },
    renderError,
  })
}

function clientMetadata({ clientId, clientSecret, redirectUris, scopes }: StandInClient): Record<string, unknown> {
  return {
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uris: redirectUris,
    scope: scopes.join(' '),
    grant_types: ['authorization_code'],
    response_types: ['code'],
    id_token_signed_response_alg: 'ES256',
  }
}

function accountOf(person: StandInPerson | undefined): Account | undefined {
  return person && { accountId: person.citizenId, claims: () => claimsOf(person) }
}

async function renderError(context: ProviderContext, out: Readonly<Record<string, string>>): Promise<void> {
  context.type = 'html'
  context.body = await refusalPage(standInText.refused, out['error'] ?? '')
}
