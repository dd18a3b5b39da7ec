// The package carries no types; these are the parts the stand-in uses.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  export interface ProviderContext {
    readonly method: string
    readonly path: string
    readonly query: Readonly<Record<string, string | string[] | undefined>>
    status: number
    type: string
    body: unknown
  }

  export interface InteractionDetails {
    readonly uid: string
    readonly params: Readonly<Record<string, unknown>>
  }

  export interface InteractionResult {
    readonly login?: { readonly accountId: string; readonly remember: boolean }
    readonly consent?: { readonly grantId: string }
    readonly error?: string
    readonly error_description?: string
  }

  export class Grant {
    constructor(properties: { readonly accountId: string; readonly clientId: string })
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }

  export interface StoredToken {
    readonly accountId?: string
    readonly scope?: string
  }

  export interface Account {
    readonly accountId: string
    claims(): Readonly<Record<string, unknown>>
  }

  export class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>)
    readonly Grant: typeof Grant
    readonly AccessToken: { find(token: string): Promise<StoredToken | undefined> }
    use(middleware: (context: ProviderContext, next: () => Promise<void>) => Promise<void>): this
    on(event: string, listener: (context: ProviderContext, error: Error) => void): this
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<InteractionDetails>
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: InteractionResult): Promise<void>
  }
}
