import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { startThaidStandIn, type ThaidStandIn } from '../../src/development/thaid-stand-in/server.ts'
import { testPeople } from '../../src/development/thaid-stand-in/test-people.text.ts'
import { ThaidVisitor } from './thaid-visitor.ts'

const redirectUri = 'http://localhost:3000/sign-in/thaid/callback'
const client = { clientId: 'new-elaas', clientSecret: 'a secret of tests', redirectUris: [redirectUri], scopes: ['openid', 'pid', 'given_name'] }
const options = { port: 0, people: testPeople, clients: [client] }
const basic = `Basic ${Buffer.from('new-elaas:a secret of tests').toString('base64')}`

let standIn: ThaidStandIn

beforeAll(async () => { standIn = await startThaidStandIn(options) })
afterAll(() => standIn.stop())

function link(changes: Record<string, string> = {}): string {
  const asked = { response_type: 'code', client_id: 'new-elaas', redirect_uri: redirectUri, scope: 'openid pid', state: 's1' }
  const query = new URLSearchParams({ ...asked, ...changes })
  return `${standIn.issuer}/api/v2/oauth2/auth/?${query}`
}

async function post(path: string, form: Record<string, string>): Promise<Record<string, unknown>> {
  const headers = { authorization: basic }
  const response = await fetch(`${standIn.issuer}/api/v2/oauth2/${path}/`, { method: 'POST', headers, body: new URLSearchParams(form) })
  return fields.parse(await response.json())
}

const fields = z.record(z.string(), z.unknown())

async function tokenFor(person: string, scope: string, visitor = new ThaidVisitor()): Promise<Record<string, unknown>> {
  const callback = new URL(await visitor.scan(link({ scope }), 'scan', person))
  return post('token', { grant_type: 'authorization_code', code: callback.searchParams.get('code') ?? '', redirect_uri: redirectUri })
}

/** fetch does not let a caller choose the Host header. */
async function askAs(host: string, path: string): Promise<Record<string, unknown>> {
  const answer = await new Promise<IncomingMessage>((resolve) => get(`${standIn.issuer}${path}`, { headers: { host } }, resolve))
  return fields.parse(await json(answer))
}

describe('the QR page', () => {
  it('shows a reference number also standing in its address, the data asked for, and the first person pre-selected', async () => {
    const page = await new ThaidVisitor().open(link())
    const reference = new URL(page.address).searchParams.get('refCode')
    expect(page.status).toBe(200)
    expect(page.text).toContain(`หมายเลขอ้างอิง <strong>${reference}</strong>`)
    expect(page.text).toContain('<li>เลขประจำตัวประชาชน</li>')
    expect(page.text).toMatch(/<select id="holder"[^]*?<option value="1100000000016" selected>[^]*?<\/select>/)
    expect(page.text).toMatch(/<select id="other"[^]*?<option value="1100000000024" selected>[^]*?<\/select>/)
    for (const button of ['สแกนและยินยอม', 'ปฏิเสธ', 'คนอื่นสแกน', 'หมดเวลา', 'ยังไม่ได้ลงทะเบียน ThaiD']) {
      expect(page.text).toContain(`>${button}</button>`)
    }
  })

  it('works under a policy that allows no script and no inline style', async () => {
    const page = await new ThaidVisitor().open(link())
    expect(page.text).not.toMatch(/<script|style="|\son\w+=/)
    for (const file of ['thaid.css', 'sarabun-thai.woff2']) expect((await fetch(`${standIn.issuer}/${file}`)).status).toBe(200)
  })

  it('sends the browser back with code and state, or with the reason', async () => {
    const visitor = new ThaidVisitor()
    const consent = new URL(await visitor.scan(link(), 'scan', '1100000000016'))
    expect([consent.origin + consent.pathname, consent.searchParams.get('state')]).toEqual([redirectUri, 's1'])
    const refusal = new URL(await visitor.scan(link(), 'refuse'))
    expect(Object.fromEntries(refusal.searchParams)).toMatchObject({ error: 'user_denied', state: 's1' })
  })

  it('asks for a scan every time, so the same browser can prove another person next', async () => {
    const visitor = new ThaidVisitor()
    const first = await tokenFor('1100000000016', 'pid given_name', visitor)
    const second = await tokenFor('1100000000024', 'pid given_name', visitor)
    expect([first['pid'], second['pid'], second['given_name']]).toEqual(['1100000000016', '1100000000024', 'สมหญิง'])
  })

  it('refuses a person not on the list and a page opened in another browser', async () => {
    const visitor = new ThaidVisitor()
    const { address } = await visitor.open(link())
    await expect(visitor.press(address, 'scan', '3100000001019x')).rejects.toThrow('status 400')
    expect((await new ThaidVisitor().open(address)).status).toBe(400)
  })
})

describe('the ways of DOPA', () => {
  it('answers flat without openid, with expire_in as a moment fifteen minutes ahead', async () => {
    const answer = await tokenFor('1100000000016', 'pid given_name')
    expect(answer).toMatchObject({ pid: '1100000000016', given_name: 'สมชาย', token_type: 'Bearer' })
    expect(answer).not.toHaveProperty('expires_in')
    expect(answer).not.toHaveProperty('id_token')
    expect(Number(answer['expire_in']) - Date.now() / 1000).toSatisfy((seconds: number) => seconds > 880 && seconds <= 900)
  })

  it('refuses on the spot a scope the client was not granted', async () => {
    const response = await fetch(link({ scope: 'openid pid address' }), { redirect: 'manual' })
    expect([response.status, await response.json()]).toEqual([400, expect.objectContaining({ error: 'invalid_scope' })])
  })

  it('refuses a redirect address that differs by one letter, without going there', async () => {
    const page = await new ThaidVisitor().open(link({ redirect_uri: `${redirectUri}/` }))
    expect([page.status, page.text.includes('invalid_redirect_uri')]).toEqual([400, true])
  })

  it('introspects and revokes with the word Bearer in the body', async () => {
    const { access_token: token } = await tokenFor('1100000000016', 'openid pid')
    const before = await post('introspect', { token: `Bearer ${String(token)}` })
    expect(before).toEqual({ active: true, sub: '1100000000016', scope: 'openid pid' })
    expect(await post('revoke', { token: `Bearer ${String(token)}` })).toEqual({ status: 'OK', message: 'revoked' })
    expect(await post('introspect', { token: `Bearer ${String(token)}` })).toEqual({ active: false })
  })

  it('names its endpoints by its own address, whatever Host is sent', async () => {
    const discovery = await askAs('evil.example', '/.well-known/openid-configuration')
    expect(discovery).toMatchObject({
      issuer: standIn.issuer,
      token_endpoint: `${standIn.issuer}/api/v2/oauth2/token/`,
      id_token_signing_alg_values_supported: ['ES256'],
    })
  })
})

describe('AC-40', () => {
  it('does not start in production', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    await expect(startThaidStandIn(options)).rejects.toThrow('not for production')
    vi.unstubAllEnvs()
  })

  it('does not start in production as a process of its own either, and does so in development', async () => {
    const main = 'src/development/thaid-stand-in/main.ts'
    const run = (NODE_ENV: string) => spawn(process.execPath, ['--import', 'tsx', main], { env: { ...process.env, NODE_ENV, PORT: '0' } })
    const refused = run('production')
    const started = run('development')
    const [[code]] = await Promise.all([once(refused, 'exit'), once(started.stdout, 'data')])
    expect(code).toBe(1)
    started.kill('SIGTERM')
    expect((await once(started, 'exit'))[0]).toBe(0)
  })
})
