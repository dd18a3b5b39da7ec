// ThaiD over OpenID Connect: production, sandbox and the local stand-in differ only in settings.
import {
  allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, ClientSecretBasic, Configuration,
  customFetch, discovery, enableNonRepudiationChecks, randomNonce, randomPKCECodeVerifier, randomState, tokenRevocation,
  type AuthorizationCodeGrantChecks, type TokenEndpointResponse, type TokenEndpointResponseHelpers,
} from 'openid-client'
import { systemClock, type Clock } from '../../platform/clock.ts'
import { instant, secondsBetween, type Instant } from '../../platform/instant.ts'
import { CircuitBreaker } from './circuit-breaker.ts'
import { DiscoveryRefused, failureOf } from './thaid-answers.ts'
import { thaidFetch } from './thaid-transport.ts'
import {
  readIdentity, type ThaidAuthPort, type ThaidCallback, type ThaidChallenge, type ThaidFailure, type ThaidHealth, type ThaidIdentity,
} from './thaid.ts'

export interface ThaidSettings {
  /** To the letter as the provider's discovery document names itself. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly apiKey?: string
  readonly apiKeyHeader?: string
  readonly redirectUri: string
  readonly scope: string
  /** When false no nonce is sent at all: a provider that may or may not echo it proves nothing by it. */
  readonly requireNonce: boolean
  readonly pidFromSub: boolean
  readonly timeoutMs: number
  /** Only for the local stand-in. */
  readonly allowHttp: boolean
}

export interface ThaidTools {
  readonly clock: Clock
  /** Milliseconds that only grow, for the breaker. */
  readonly ticks: () => number
}

type Tokens = TokenEndpointResponse & TokenEndpointResponseHelpers

const breakerLimits = { failures: 5, openForMs: 15_000 }
const toleranceSeconds = 30
const epoch = instant('1970-01-01T00:00:00Z')

export class ThaidOidc implements ThaidAuthPort {
  readonly #settings: ThaidSettings
  readonly #tools: ThaidTools
  readonly #breaker: CircuitBreaker
  #found: Configuration | undefined
  #looking: Promise<Configuration> | undefined

  constructor(settings: ThaidSettings, tools: ThaidTools = { clock: systemClock, ticks: () => performance.now() }) {
    this.#settings = settings
    this.#tools = tools
    this.#breaker = new CircuitBreaker({ ...breakerLimits, ticks: tools.ticks })
  }

  begin(): ThaidChallenge {
    return { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() }
  }

  async authorizationUrl(challenge: ThaidChallenge): Promise<string | ThaidFailure> {
    try {
      const configuration = await this.#configuration()
      return buildAuthorizationUrl(configuration, {
        redirect_uri: this.#settings.redirectUri,
        scope: this.#settings.scope,
        state: challenge.state,
        ...(this.#demandsNonce ? { nonce: challenge.nonce } : {}),
        code_challenge: await calculatePKCECodeChallenge(challenge.codeVerifier),
        code_challenge_method: 'S256',
      }).href
    } catch (error) {
      return failureOf(error)
    }
  }

  async complete(callback: ThaidCallback): Promise<ThaidIdentity | ThaidFailure> {
    try {
      const configuration = await this.#configuration()
      const tokens = await authorizationCodeGrant(configuration, this.#returnAddress(callback.callbackUrl), this.#checks(callback))
      void this.#forget(configuration, tokens)
      return this.#identityIn(tokens)
    } catch (error) {
      return failureOf(error)
    }
  }

  health(): ThaidHealth {
    const breaker = this.#breaker.state
    return { available: breaker !== 'open', breaker }
  }

  /** Asks anew each time, so that an outage is seen before people meet it. */
  async prepare(): Promise<ThaidFailure | undefined> {
    try {
      this.#found = await this.#lookUp()
      return undefined
    } catch (error) {
      return failureOf(error)
    }
  }

  get #asksOpenid(): boolean {
    return this.#settings.scope.split(' ').includes('openid')
  }

  get #demandsNonce(): boolean {
    return this.#settings.requireNonce && this.#asksOpenid
  }

  /** Found once and kept. After an outage asking again is the probe, so nobody is sent to a provider that is still down. */
  async #configuration(): Promise<Configuration> {
    if (this.#found && this.#breaker.state === 'closed') return this.#found
    this.#found = await this.#lookUp()
    return this.#found
  }

  #lookUp(): Promise<Configuration> {
    this.#looking ??= this.#discover().finally(() => { this.#looking = undefined })
    return this.#looking
  }

  async #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret, allowHttp } = this.#settings
    const execute = allowHttp ? [enableNonRepudiationChecks, allowInsecureRequests] : [enableNonRepudiationChecks]
    const transport = thaidFetch(this.#settings, this.#breaker)
    try {
      return await discovery(new URL(issuer), clientId, { id_token_signed_response_alg: 'ES256' }, ClientSecretBasic(clientSecret), {
        execute, [customFetch]: transport, timeout: this.#settings.timeoutMs / 1000,
      })
    } catch (error) {
      if (failureOf(error).kind === 'unavailable') throw error
      throw new DiscoveryRefused('discovery refused', { cause: error })
    }
  }

  /** Our own address with their query: the host a browser or proxy claims is not believed. */
  #returnAddress(callbackUrl: string): URL {
    const address = new URL(this.#settings.redirectUri)
    address.search = new URL(callbackUrl, address).search
    return address
  }

  #checks({ state, nonce, codeVerifier }: ThaidChallenge): AuthorizationCodeGrantChecks {
    return {
      expectedState: state,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: this.#asksOpenid,
      ...(this.#demandsNonce ? { expectedNonce: nonce } : {}),
    }
  }

  #identityIn(tokens: Tokens): ThaidIdentity | ThaidFailure {
    const provedAt = this.#tools.clock.now()
    if (isPast(tokens.expire_in, provedAt)) return { kind: 'invalid', detail: 'the answer has expired (expire_in)' }
    // Without `openid` nothing is signed: the values then stand on TLS and the client's own request alone.
    const claims = this.#asksOpenid ? tokens.claims() : tokens
    return readIdentity(claims, { pidFromSub: this.#settings.pidFromSub, provedAt })
  }

  /** Best effort: an unrevoked token lives fifteen minutes and is stored nowhere. */
  async #forget(configuration: Configuration, tokens: Tokens): Promise<void> {
    try {
      const quiet = this.#withoutBreaker(configuration)
      for (const token of [tokens.access_token, tokens.refresh_token]) {
        // The word Bearer stands inside the body (RP manual 1.0.1).
        if (token) await tokenRevocation(quiet, `Bearer ${token}`)
      }
    } catch {
      return
    }
  }

  #withoutBreaker(configuration: Configuration): Configuration {
    const { clientId, clientSecret, allowHttp } = this.#settings
    const quiet = new Configuration(configuration.serverMetadata(), clientId, {}, ClientSecretBasic(clientSecret))
    quiet[customFetch] = thaidFetch(this.#settings)
    if (allowHttp) allowInsecureRequests(quiet)
    return quiet
  }
}

/** ThaiD spells it `expire_in` and means a moment, in Unix seconds; a small number would be a length of time, as elsewhere. */
function isPast(expireIn: unknown, now: Instant): boolean {
  const seconds = Number(expireIn)
  const isMoment = Number.isFinite(seconds) && seconds > 1_000_000_000
  return isMoment && seconds + toleranceSeconds < secondsBetween(epoch, now)
}
