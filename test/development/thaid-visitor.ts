// A browser small enough for a test: keeps cookies, follows redirects by hand, presses one button of the ThaiD page.

export type ScanAction = 'scan' | 'somebody-else' | 'refuse' | 'timeout' | 'unregistered'

export class ThaidVisitor {
  readonly #cookies = new Map<string, string>()

  /** The QR page ThaiD leads to, with its address. */
  async open(authorizationUrl: string): Promise<{ address: string; status: number; text: string }> {
    let address = authorizationUrl
    let response = await this.#ask(address)
    for (let next = response.headers.get('location'); next !== null; next = response.headers.get('location')) {
      address = new URL(next, address).href
      response = await this.#ask(address)
    }
    return { address, status: response.status, text: await response.text() }
  }

  /** Presses a button and answers the address the browser is finally sent back to, without opening it. */
  async press(pageAddress: string, action: ScanAction, person = ''): Promise<string> {
    const decided = await this.#ask(pageAddress, { method: 'POST', body: new URLSearchParams({ action, person }) })
    const resumed = await this.#ask(locationOf(decided, pageAddress))
    return locationOf(resumed, pageAddress)
  }

  async scan(authorizationUrl: string, action: ScanAction, person = ''): Promise<string> {
    const { address } = await this.open(authorizationUrl)
    return this.press(address, action, person)
  }

  async #ask(address: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(address, { ...init, redirect: 'manual', headers: { accept: 'text/html', cookie } })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    return response
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '') this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}

function locationOf(response: Response, base: string): string {
  const location = response.headers.get('location')
  if (location === null) throw new Error(`no redirect, status ${response.status}`)
  return new URL(location, base).href
}
