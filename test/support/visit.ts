// A browser without a screen: cookies, redirects, forms with their hidden fields, and the text of the page.

export class Visit {
  readonly #base: string
  readonly #cookies = new Map<string, string>()
  status = 0
  path = ''
  html = ''
  headers = new Headers()
  /** The address others see this browser come from. */
  ip = '203.0.113.7'
  fetchSite = 'cross-site'
  agent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0'

  constructor(base: string) {
    this.#base = base
  }

  /** The page's visible text, runs of space made one. */
  get text(): string {
    return this.html.replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ').replace(/&#39;/g, "'").replace(/&quot;/g, '"').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim()
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name)
  }

  setCookie(name: string, value: string | undefined): void {
    if (value === undefined) this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }

  /** Opens an address and follows redirects. */
  open(path: string): Promise<this> {
    return this.#send(path, { method: 'GET' }, true)
  }

  /** Opens without following. */
  peek(path: string): Promise<this> {
    return this.#send(path, { method: 'GET' }, false)
  }

  /** Fills the form whose action is given (default: the first of the main part) and posts it, following redirects. */
  submit(values: Readonly<Record<string, string | readonly string[]>> = {}, action?: string): Promise<this> {
    const { target, fields } = this.#form(action)
    // A list is several boxes of one name, ticked.
    const pairs = Object.entries<string | readonly string[]>({ ...fields, ...values }).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each]))
    const body = new URLSearchParams(pairs)
    return this.#send(target, { method: 'POST', body }, true)
  }

  /** Posts anything anywhere, with the token of the page at hand unless told otherwise. */
  post(path: string, values: Readonly<Record<string, string>> = {}, follow = true): Promise<this> {
    const token = /name="_csrf" value="([^"]+)"/.exec(this.html)?.[1] ?? ''
    return this.#send(path, { method: 'POST', body: new URLSearchParams({ _csrf: token, ...values }) }, follow)
  }

  /** Posts a form with files. */
  upload(path: string, form: FormData): Promise<this> {
    const token = /name="_csrf" value="([^"]+)"/.exec(this.html)?.[1] ?? ''
    if (!form.has('_csrf')) form.set('_csrf', token)
    return this.#send(path, { method: 'POST', body: form }, true)
  }

  #form(action: string | undefined): { target: string; fields: Record<string, string> } {
    const main = this.html.slice(this.html.indexOf('<main'))
    const forms = [...main.matchAll(/<form\b[^>]*action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/g)].filter(([form]) => !/^[^>]*method="get"/.test(form))
    const found = action === undefined ? forms[0] : forms.find((form) => form[1] === action)
    if (!found) throw new Error(`no form ${action ?? ''} on ${this.path}: ${this.text.slice(0, 300)}`)
    const inputs = [...(found[2] ?? '').matchAll(/<input\b[^>]*>/g)].map(([tag]) => ({ name: attribute(tag, 'name'), value: attribute(tag, 'value'), type: attribute(tag, 'type'), checked: / checked/.test(tag) }))
    const kept = inputs.filter((input) => input.name !== '' && (!['checkbox', 'radio'].includes(input.type) || input.checked))
    return { target: decode(found[1] ?? ''), fields: Object.fromEntries(kept.map((input) => [input.name, input.value])) }
  }

  async #send(path: string, init: RequestInit, follow: boolean): Promise<this> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`${this.#base}${path}`, { ...init, redirect: 'manual', headers: { cookie, 'user-agent': this.agent, 'x-forwarded-for': this.ip, 'sec-fetch-site': this.fetchSite } })
    for (const line of response.headers.getSetCookie()) this.#take(line)
    this.status = response.status
    this.headers = response.headers
    this.path = path
    this.html = await response.text()
    const next = response.headers.get('location')
    return follow && next !== null ? this.#send(next, { method: 'GET' }, true) : this
  }

  #take(line: string): void {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
    if (/max-age=0/i.test(line)) this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}

function attribute(tag: string, name: string): string {
  return decode(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
}

function decode(text: string): string {
  return text.replace(/&#34;|&quot;/g, '"').replace(/&#39;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}
